import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** How large the generated repository is. */
export type Size = { readonly pages: number; readonly commits: number; readonly pageBytes: number };

/** Makes the same repository every time: sources, pages about them, and a history of changes. */
export function generateRepository(root: string, size: Size): void {
  const git = (words: readonly string[], input = '') =>
    execFileSync('git', ['-C', root, ...words], { input });
  mkdirSync(root, { recursive: true });
  git(['init', '--quiet', '--initial-branch', 'main']);
  git(['fast-import', '--quiet'], [...commits(size)].join(''));
  git(['reset', '--quiet', '--hard', 'main']);
}

function* commits({ pages, commits: amount, pageBytes }: Size): Generator<string> {
  const modules = pages * 2;
  yield commitHead(0, 'Begin');
  yield file('package.json', manifest());
  yield file('.github/workflows/ci.yml', workflow);
  for (let at = 0; at < modules; at += 1) yield file(modulePath(at), moduleText(at));
  for (let at = 0; at < pages; at += 1)
    yield file(pagePath(at), pageText(at, { modules, pageBytes }));
  for (let at = 1; at < amount; at += 1) {
    yield commitHead(at, `Change ${at}`);
    yield change(at, { pages, modules, pageBytes });
  }
}

/** Most commits edit a module; some move or delete one, and some edit a page. */
function change(at: number, size: { pages: number; modules: number; pageBytes: number }): string {
  const target = modulePath((at * 7) % size.modules);
  if (at % 25 === 0) return `R ${modulePath(at % size.modules)} src/moved/part${at}.ts\n`;
  if (at % 40 === 7) return `D ${modulePath((at * 50 + 1) % size.modules)}\n`;
  if (at % 3 === 0) {
    const page = (at * 11) % size.pages;
    return file(pagePath(page), `${pageText(page, size)}\nEdited ${at}.\n`);
  }
  return file(target, `${moduleText(at)}// ${at}\n`);
}

function commitHead(at: number, message: string): string {
  const time = 1_700_000_000 + at * 3_600;
  return `commit refs/heads/main\ncommitter B <b@example.test> ${time} +0000\n${data(message)}`;
}

function file(path: string, text: string): string {
  return `M 100644 inline ${path}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function manifest(): string {
  const scripts = Object.fromEntries(scriptNames.map((name) => [name, `node scripts/${name}.ts`]));
  return `${JSON.stringify({ name: 'generated', scripts }, null, 2)}\n`;
}

const scriptNames = ['build', 'test', 'lint', 'dev', 'deploy', 'migrate'];

const workflow = `name: CI
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: npm ci
      - run: npm test
`;

function modulePath(at: number): string {
  return `src/area${at % 20}/part${at}.ts`;
}

function moduleText(at: number): string {
  return `import { env } from 'node:process';\n\n/** Part ${at}. */\nexport function part${at}() {\n  return env.SETTING_${at % 50} ?? 'part ${at}';\n}\n`;
}

function pagePath(at: number): string {
  return `docs/area${at % 20}/page${at}.md`;
}

const prose =
  'The service reads its settings at the start and keeps them until it ends. When a reader asks for more, it answers from memory first and looks further only where the answer has aged. ';

function pageText(at: number, size: { modules: number; pageBytes: number }): string {
  const sections: string[] = [`# Page ${at}\n\n${prose}\n`];
  let bytes = 0;
  for (let section = 0; bytes < size.pageBytes; section += 1) {
    const text = sectionText(at, { section, modules: size.modules });
    bytes += text.length;
    sections.push(text);
  }
  return sections.join('\n');
}

function sectionText(
  at: number,
  { section, modules }: { section: number; modules: number },
): string {
  const one = (at * 13 + section * 29) % modules;
  const next = (at + 20) % (modules / 2);
  const script = scriptNames[(at + section) % scriptNames.length];
  return `## Section ${section}

${paragraph(4)}See \`${modulePath(one)}\` and [the next page](page${next}.md#section-${section % 3}).
${paragraph(3)}

- \`SETTING_${section % 50}\` decides how it starts; ${prose}
- ${paragraph(2)}

| File | Purpose |
| --- | --- |
| \`${modulePath((one + 1) % modules)}\` | ${prose} |

${paragraph(5)}

\`\`\`sh
npm run ${script}
\`\`\`
`;
}

function paragraph(sentences: number): string {
  return prose.repeat(sentences);
}
