import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { messages } from '#drift/messages.ts';

// Writes content/findings.md from the examples of the tests: node scripts/findings-page.ts [--check]
const project = join(import.meta.dirname, '..');
const page = join(project, 'content/findings.md');
const examples = join(project, 'tests/fixtures/findings');

const Repository = z.object({ files: z.record(z.string(), z.string()) });

const head = `---
title: Findings
summary: Every finding of the drift check with its code, an example that yields it, and what to do.
type: reference
status: active
owner: "@holdfast-maintainers"
lastReviewed: 2026-11-23
reviewEvery: 180d
order: 62
sources:
  - scripts/findings-page.ts
---

Codes are permanent; texts may change. Each example is a test: the page, the repository around it, and what the check says. \`node scripts/findings-page.ts\` writes this page, and a test fails when it is stale.
`;

/** The page as it should be. */
export function findingsPage(): string {
  const sections = Object.entries(messages)
    .filter(([code]) => existsSync(join(examples, code, 'report.txt')))
    .map(([code, { hint }]) => section(code, hint));
  return [head, ...sections].join('\n');
}

function section(code: string, hint: string): string {
  const folder = join(examples, code);
  const name = readdirSync(folder).find((file) => file.startsWith('page.')) ?? 'page.md';
  const repository = Repository.parse(parse(readFileSync(join(folder, 'repository.yaml'), 'utf8')));
  const report = readFileSync(join(folder, 'report.txt'), 'utf8').split('\n\n')[0] ?? '';
  const files = Object.entries(repository.files).map(
    ([path, text]) => `${path}\n${indented(text)}`,
  );
  return [
    `## ${code}\n`,
    `${hint}\n`,
    fenced(readFileSync(join(folder, name), 'utf8'), 'The page'),
    fenced(files.join('\n'), 'The repository'),
    fenced(report, 'The check'),
  ].join('\n');
}

function fenced(text: string, title: string): string {
  return `${title}:\n\n\`\`\`\`text\n${text.trimEnd()}\n\`\`\`\`\n`;
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}

if (import.meta.main) {
  const wanted = findingsPage();
  if (!process.argv.includes('--check')) writeFileSync(page, wanted);
  else if (readFileSync(page, 'utf8') !== wanted) {
    process.stderr.write(`${page} is stale: node scripts/findings-page.ts\n`);
    process.exitCode = 1;
  }
}
