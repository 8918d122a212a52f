import { countAges } from './ages.ts';
import { rememberTicks } from './checklists.ts';
import { addCopyButtons } from './copy-buttons.ts';
import { judgeDates } from './dates.ts';
import { LiveFragment } from './live-fragment.ts';

judgeDates(new Date());
rememberTicks(sessionStorage);
addCopyButtons(navigator.clipboard);
customElements.define('live-fragment', LiveFragment);
setInterval(countAges, 1000);
