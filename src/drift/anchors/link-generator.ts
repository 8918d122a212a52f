import { isWithin, parentOf } from '#drift/repository/files.ts';
import { memoised } from '#drift/repository/lazy.ts';
import { definePart } from '#drift/repository/repository.ts';

/**
 * Whether the site of a page serves routes from the files of its folder alone, so that a route
 * without a file leads nowhere. Mintlify (https://mintlify.com/docs/organize/pages) does, but for
 * pages that it makes from an API's description; VitePress (https://vitepress.dev/guide/routing)
 * does, unless its configuration rewrites routes or moves their sources, or a page has parameters.
 */
export const servesFilesAlone = definePart('sites of files alone', ({ files, read }) => {
  const ofMintlify = [...files.named('docs.json'), ...files.named('mint.json')]
    .filter((file) => isOfMintlify(read(file) ?? ''))
    .map(parentOf);
  const ofVitePress = ['js', 'mjs', 'mts', 'ts']
    .flatMap((end) => files.withSuffix(`.vitepress/config.${end}`))
    .filter((file) => !/\b(?:rewrites|srcDir|srcExclude)\b/.test(read(file) ?? ''))
    .map((file) => parentOf(parentOf(file)))
    .filter(
      (home) => !files.paths.some((path) => isWithin(path, home) && /\[\w+\]\.md$/.test(path)),
    );
  const homes = [...new Set([...ofMintlify, ...ofVitePress])];
  return memoised((page) => homes.some((home) => isWithin(page, home)));
});

function isOfMintlify(text: string): boolean {
  return /"navigation"\s*:/.test(text) && !/"openapi"/.test(text);
}
