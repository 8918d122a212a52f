import { type Folder, folders } from './folders.ts';
import { type Aliases, findImports, type Import } from './imports.ts';

/** The row of the table that a path belongs to. */
export function findFolder(path: string): Folder | undefined {
  return folders
    .filter((folder) => isBelow(path, folder.path))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** Every import of a file that the table does not allow, as a sentence. */
export function findStrayImports(path: string, text: string, aliases: Aliases): string[] {
  const folder = findFolder(path);
  if (folder === undefined) return [`${path} is in no folder of the table`];
  return findImports(path, text, aliases)
    .filter((found) => !isAllowed(folder, found))
    .map(({ specifier }) => `${folder.path || 'the root'} may not import "${specifier}"`);
}

function isAllowed({ path, mayImport, mayImportTypesOf = [] }: Folder, found: Import): boolean {
  const { target, isType, specifier } = found;
  if (target === undefined) return !specifier.startsWith('#');
  const owner = findFolder(target)?.path;
  if (owner === undefined) return false;
  if (owner === path || mayImport === 'anything' || mayImport.includes(owner)) return true;
  return isType && mayImportTypesOf.includes(owner);
}

function isBelow(path: string, folder: string): boolean {
  if (folder === '') return !path.includes('/');
  return path === folder || path.startsWith(`${folder}/`);
}
