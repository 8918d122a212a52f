import { readFile } from 'node:fs/promises';
import { withReference } from './database/reference.ts';
import { runScript } from './database/run-script.ts';
import { generateTypes, typesFile } from './database/types.ts';

await runScript(async () => {
  const expected = (await withReference(generateTypes)).split('\n');
  const actual = (await readFile(typesFile, 'utf8')).split('\n');
  const line = expected.findIndex((text, index) => text !== actual[index]);
  if (line === -1 && expected.length === actual.length) {
    console.log('types/supabase.ts is what the migrations give.');
    return 0;
  }
  const at = line === -1 ? expected.length : line;
  console.error(
    `types/supabase.ts:${at + 1} is stale.\n` +
      `  file:       ${actual[at]?.trim() ?? '(ends)'}\n` +
      `  migrations: ${expected[at]?.trim() ?? '(ends)'}\n` +
      'Run `npm start`, then `npm run db:types`, and commit the file.',
  );
  return 1;
});
