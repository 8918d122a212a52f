import { z } from 'zod';
import { githubName } from './remote-name.ts';
import { definePart } from './repository.ts';

const Manifest = z.object({
  repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]),
});

/** `owner/name` of this repository on GitHub, by its remote or by its package.json. */
export const ownName = definePart('own name', ({ name, read }): string | undefined => {
  if (name !== undefined) return name;
  try {
    const { repository } = Manifest.parse(JSON.parse(read('package.json') ?? '{}'));
    return githubName(repository) ?? /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(repository)?.[1];
  } catch {
    return undefined;
  }
});
