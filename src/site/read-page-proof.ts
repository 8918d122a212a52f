import { readFile } from 'node:fs/promises';
import type { PageProof } from './page-proof.ts';
import { repositoryPath } from './page-url.ts';
import { readProofs } from './read-proofs.ts';

/** The proof of a page, with the text that it is about; none for a page without a claim. */
export async function readPageProof(
  file: URL,
): Promise<{ text: string; proof: PageProof } | undefined> {
  const path = repositoryPath(file);
  const proof = path && (await readProofs()).get(path);
  return proof ? { text: await readFile(file, 'utf8'), proof } : undefined;
}
