import type { Anchor } from './anchor.ts';
import { columnAnchor } from './column.ts';
import { commandAnchor } from './command.ts';
import { contractAnchor } from './contract.ts';
import { countAnchor } from './count.ts';
import { envAnchor } from './env.ts';
import { fragmentAnchor } from './fragment.ts';
import { linkAnchor } from './link.ts';
import { pathAnchor } from './path.ts';
import { routeAnchor } from './route.ts';
import { scriptAnchor } from './script.ts';
import { snippetAnchor } from './snippet.ts';
import { symbolAnchor } from './symbol.ts';
import { tableAnchor } from './table.ts';
import { treeAnchor } from './tree.ts';
import { versionAnchor } from './version.ts';
import { workflowAnchor } from './workflow.ts';

/** Every anchor; where two claim the same text equally well, the earlier one has it. */
export const anchors: readonly Anchor[] = [
  workflowAnchor,
  scriptAnchor,
  commandAnchor,
  linkAnchor,
  fragmentAnchor,
  treeAnchor,
  routeAnchor,
  contractAnchor,
  tableAnchor,
  columnAnchor,
  snippetAnchor,
  pathAnchor,
  versionAnchor,
  countAnchor,
  envAnchor,
  symbolAnchor,
];
