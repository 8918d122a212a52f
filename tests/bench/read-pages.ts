import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The floor of the comparison: what it takes Node to list the pages of a repository and read them.
const root = process.argv[2] ?? '.';
const paths = execFileSync('git', ['-C', root, 'ls-files', '-z', '*.md'], { encoding: 'utf8' });
let bytes = 0;
for (const path of paths.split('\0').filter(Boolean)) {
  bytes += readFileSync(join(root, path), 'utf8').length;
}
process.stdout.write(`${bytes}\n`);
