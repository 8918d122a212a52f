import type { Anchor } from './anchor.ts';
import { envAnchor } from './env.ts';
import { fragmentAnchor } from './fragment.ts';
import { linkAnchor } from './link.ts';
import { pathAnchor } from './path.ts';
import { routeAnchor } from './route.ts';
import { scriptAnchor } from './script.ts';
import { symbolAnchor } from './symbol.ts';
import { treeAnchor } from './tree.ts';
import { versionAnchor } from './version.ts';

/** Every anchor; where two claim the same text equally well, the earlier one has it. */
export const anchors: readonly Anchor[] = [
  scriptAnchor,
  linkAnchor,
  fragmentAnchor,
  treeAnchor,
  routeAnchor,
  pathAnchor,
  versionAnchor,
  envAnchor,
  symbolAnchor,
];
