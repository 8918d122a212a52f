import type { Repository } from './repository.ts';
import type { Table } from './table.ts';

/** The models of Prisma schemas, by their own names and those of `@@map`. */
export function readPrismaTables({ files, read }: Repository): readonly Table[] {
  return files.paths
    .filter((path) => path.endsWith('.prisma'))
    .flatMap((file) => modelsIn(file, read(file) ?? ''));
}

function modelsIn(file: string, text: string): readonly Table[] {
  return [...text.matchAll(/^(?:model|view)\s+(\w+)\s*\{([^}]*)\}/gm)].flatMap((match) => {
    const [whole, model = '', body = ''] = match;
    const bodyAt = match.index + whole.length - body.length - 1;
    const table = {
      place: { file, offset: match.index },
      columns: fieldsIn(body, { file, bodyAt }),
      dropped: new Map(),
      isOpen: false,
    };
    const mapped = /@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(body)?.[1];
    return [...new Set([model, mapped ?? model])].map((name) => ({
      ...table,
      name: name.toLowerCase(),
    }));
  });
}

function fieldsIn(
  body: string,
  { file, bodyAt }: { file: string; bodyAt: number },
): Table['columns'] {
  const fields = new Map<string, { file: string; offset: number }>();
  for (const match of body.matchAll(/^[ \t]*(\w+)[ \t]+\w+[^\n]*/gm)) {
    const place = { file, offset: bodyAt + match.index + match[0].search(/\S/) };
    fields.set((match[1] ?? '').toLowerCase(), place);
    const mapped = /@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(match[0])?.[1];
    if (mapped !== undefined) fields.set(mapped.toLowerCase(), place);
  }
  return fields;
}
