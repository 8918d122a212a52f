/** Blocks casts to `any` in what we write ourselves: `npm run db:check-any`. */
import { globSync, readFileSync } from 'node:fs';
import { findAnyCasts } from './gate/any-casts.ts';

const paths = globSync('{src,checks}/**/*.{ts,mts,tsx,astro}').sort();
const casts = paths.flatMap((path) => findAnyCasts(path, readFileSync(path, 'utf8')));

for (const { path, line, text } of casts) {
  console.error(`${path}:${line}  ${text}`);
}
if (paths.length === 0) {
  console.error('No file in src/ or checks/. Run this from the root of the project.');
} else if (casts.length > 0) {
  console.error(
    `${casts.length} cast(s) to "any" switch the types off. Parse what comes from outside with zod, or narrow it.`,
  );
} else {
  console.log(`No cast to "any" in ${paths.length} files.`);
}
process.exitCode = paths.length > 0 && casts.length === 0 ? 0 : 1;
