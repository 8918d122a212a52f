import { countAges } from './ages.ts';
import { rememberTicks } from './checklists.ts';
import { addCopyButtons } from './copy-buttons.ts';
import { judgeDates } from './dates.ts';
import { LiveFragment } from './live-fragment.ts';
import { showProofs } from './proofs.ts';

judgeDates(new Date());
rememberTicks(sessionStorage);
addCopyButtons(navigator.clipboard);
showProofs();
customElements.define('live-fragment', LiveFragment);
setInterval(countAges, 1000);
