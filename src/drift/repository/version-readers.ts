import { parse as parseYaml } from 'yaml';
import { libraryPackages } from './libraries.ts';
import { type Found, fromManifest } from './manifest-versions.ts';
import { lineAt } from './packages.ts';

type Reader = {
  readonly name: RegExp;
  readonly read: (text: string) => readonly Found[];
  readonly isGlobal?: boolean;
};

/** Which files state versions, and how. */
export const versionReaders: readonly Reader[] = [
  { name: /(?:^|\/)package\.json$/, read: fromManifest },
  { name: /(?:^|\/)\.(?:nvmrc|node-version)$/, read: (text) => pinned('node', text) },
  { name: /(?:^|\/)\.python-version$/, read: (text) => pinned('python', text) },
  {
    name: /(?:^|\/)runtime\.txt$/,
    read: (text) => pinned('python', text.replace(/^python-/, '')),
  },
  { name: /(?:^|\/)\.ruby-version$/, read: (text) => pinned('ruby', text) },
  { name: /(?:^|\/)\.tool-versions$/, read: fromToolVersions },
  { name: /(?:^|\/)go\.mod$/, read: (text) => byLine(text, /^go (\d+\.\d+(?:\.\d+)?)/, 'go') },
  { name: /(?:^|\/)pyproject\.toml$/, read: fromPyproject },
  { name: /(?:^|\/)setup\.(?:py|cfg)$/, read: fromSetup },
  { name: /(?:^|\/)Gemfile$/, read: fromGemfile },
  {
    name: /(?:^|\/)Gemfile\.lock$/,
    read: (text) => fromList(text, /^ {4}([\w-]+) \((\d[\d.]*)\)$/),
  },
  {
    name: /(?:^|\/)requirements[\w.-]*\.txt$/,
    read: (text) => fromList(text, /^([\w-]+)(?:\[[\w,]*\])?==(\d[\d.]*)/),
  },
  { name: /(?:^|\/)(?:[\w.-]*\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$/, read: fromImages },
  { name: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/, read: fromImages },
  { name: /^\.github\/workflows\/[^/]+\.ya?ml$/, read: fromWorkflow, isGlobal: true },
  { name: /^\.circleci\/config\.ya?ml$/, read: fromImages, isGlobal: true },
];

function pinned(product: string, text: string): readonly Found[] {
  const range = text.trim().replace(/^v/, '');
  return /^\d/.test(range) ? [{ product, range, line: 1, text: text.trim(), rank: 'pinned' }] : [];
}

const toolNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nodejs: 'node',
    golang: 'go',
    postgresql: 'postgres',
  }),
);

function fromToolVersions(text: string): readonly Found[] {
  return text.split('\n').flatMap((line, index): readonly Found[] => {
    const [tool = '', range = ''] = line.trim().split(/\s+/);
    if (!/^\d/.test(range)) return [];
    return [
      {
        product: toolNames.get(tool) ?? tool,
        range,
        line: index + 1,
        text: line.trim(),
        rank: 'pinned',
      },
    ];
  });
}

function fromPyproject(text: string): readonly Found[] {
  return [
    ...neededPython(text, /^requires-python\s*=\s*["']([^"']+)["']/m),
    // What Poetry wrote before its second version.
    ...neededPython(text, /^python\s*=\s*["']([^"'*]+)["']/m),
  ];
}

function fromList(text: string, pattern: RegExp): readonly Found[] {
  return text.split('\n').flatMap((line, index): readonly Found[] => {
    const [, name = '', version = ''] = pattern.exec(line) ?? [];
    const product = name.toLowerCase();
    if (!libraryPackages.has(product)) return [];
    // A fourth part is a fix of a fix.
    const range = version.split('.').slice(0, 3).join('.');
    return [{ product, range, line: index + 1, text: line.trim(), rank: 'dependent' }];
  });
}

function fromSetup(text: string): readonly Found[] {
  return neededPython(text, /^\s*python_requires\s*=\s*["']?([^"'\n]+?)["']?,?\s*$/m);
}

function fromGemfile(text: string): readonly Found[] {
  const match = /^\s*ruby\s+["'](~>\s*)?(\d+(?:\.\d+)*)["']/m.exec(text);
  const [whole, isOpen, version = ''] = match ?? [];
  if (!match || whole === undefined) return [];
  const range = isOpen === undefined ? version : `${version.replace(/\.\d+$/, '')}.x`;
  const line = lineAt(text, match.index + whole.indexOf('ruby'));
  return [{ product: 'ruby', range, line, text: whole.trim(), rank: 'pinned' }];
}

function neededPython(text: string, pattern: RegExp): readonly Found[] {
  const match = pattern.exec(text);
  if (match?.[1] === undefined) return [];
  const range = match[1]
    .replaceAll(',', ' ')
    .replace(/~=\s*(\d+\.\d+)\S*/, '^$1')
    .replaceAll('==', '');
  return [
    {
      product: 'python',
      range,
      line: lineAt(text, match.index),
      text: match[0].trim(),
      rank: 'required',
    },
  ];
}

function byLine(text: string, pattern: RegExp, product: string): readonly Found[] {
  return text.split('\n').flatMap((line, index): readonly Found[] => {
    const range = pattern.exec(line)?.[1];
    return range === undefined
      ? []
      : [{ product, range: `>=${range}`, line: index + 1, text: line.trim(), rank: 'required' }];
  });
}

const image =
  /(?:^FROM\s+(?:--\S+\s+)?|^\s*(?:-\s+)?image:\s*["']?)(?:\S+\/)?(node|python|ruby|golang|postgres|redis|mysql):v?(\d+(?:\.\d+)*)/i;

function fromImages(text: string): readonly Found[] {
  return text.split('\n').flatMap((line, index): readonly Found[] => {
    const [, name = '', range = ''] = image.exec(line) ?? [];
    if (name === '') return [];
    const product = name === 'golang' ? 'go' : name.toLowerCase();
    return [{ product, range, line: index + 1, text: line.trim(), rank: 'used' }];
  });
}

function fromWorkflow(text: string): readonly Found[] {
  return text.split('\n').flatMap((line, index): readonly Found[] => {
    const [, product = '', written = ''] =
      /^\s*(node|python|go|ruby)-version:\s*(.+)$/.exec(line) ?? [];
    if (product === '') return [];
    // What a matrix or an input decides may be any version.
    const versions = written.includes('${{') ? [written.trim()] : yamlVersions(written);
    return versions.map((range) => ({
      product,
      range,
      line: index + 1,
      text: line.trim(),
      rank: 'used',
    }));
  });
}

function yamlVersions(written: string): readonly string[] {
  try {
    const value: unknown = parseYaml(written);
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.map((each) => String(each).replace(/^v/, '')).filter((each) => /^\d/.test(each));
  } catch {
    return [];
  }
}
