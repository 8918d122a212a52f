import type { Anchor } from './anchor.ts';
import { fragmentAnchor } from './fragment.ts';
import { linkAnchor } from './link.ts';
import { pathAnchor } from './path.ts';
import { treeAnchor } from './tree.ts';

/** Every anchor; where two claim the same text equally well, the earlier one has it. */
export const anchors: readonly Anchor[] = [linkAnchor, fragmentAnchor, treeAnchor, pathAnchor];
