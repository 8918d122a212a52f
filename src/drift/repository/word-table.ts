const MIN_LENGTH = 2;
const MAX_LENGTH = 96;
const FIRST_CAPACITY = 1 << 16;
const HASH_SEED = 0x811c9dc5;

/** 0: no part of a word; 1: a digit; 2: a letter, `_` or `$`. */
const CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const char = String.fromCharCode(code);
  if (/[0-9]/.test(char)) CLASS[code] = 1;
  else if (/[A-Za-z_$]/.test(char)) CLASS[code] = 2;
}

const DECLARING = new Set(
  'function class interface type enum const let var def func fn struct trait module model record object val protocol table'
    .split(' ')
    .map(hashOf),
);

/** Where a word stands: the number of its file, and the offset in it. */
export type WordPlace = { readonly file: number; readonly offset: number };

/**
 * The words of many texts by hash, with the first place of each; a place that declares the word is
 * preferred. Hashes may collide: whoever asks compares the text at the place.
 */
export type WordTable = {
  readonly add: (text: string, file: number) => void;
  readonly placeOf: (word: string) => WordPlace | undefined;
  readonly places: () => readonly WordPlace[];
};

/** An empty table: open addressing over typed arrays, because sources hold millions of words. */
export function createWordTable(): WordTable {
  let slots = createSlots(FIRST_CAPACITY);
  let size = 0;

  function put(hash: number, file: number, offset: number, declares: number): void {
    const slot = slotOf(slots, hash);
    const isNew = slots.hashes[slot] === 0;
    if (!isNew && (declares === 0 || slots.declares[slot] === 1)) return;
    slots.hashes[slot] = hash;
    slots.files[slot] = file;
    slots.offsets[slot] = offset;
    slots.declares[slot] = declares;
    if (isNew) size += 1;
    if (size * 2 > slots.hashes.length) slots = grown(slots);
  }

  return {
    add: (text, file) =>
      scanWords(text, (hash, offset, declares) => put(hash, file, offset, declares)),
    placeOf: (word) => {
      const slot = slotOf(slots, hashOf(word));
      if (slots.hashes[slot] === 0) return undefined;
      return { file: slots.files[slot] ?? 0, offset: slots.offsets[slot] ?? 0 };
    },
    places: () => {
      const places: WordPlace[] = [];
      slots.hashes.forEach((hash, slot) => {
        if (hash === 0) return;
        places.push({ file: slots.files[slot] ?? 0, offset: slots.offsets[slot] ?? 0 });
      });
      return places;
    },
  };
}

/** The word that begins at an offset. */
export function wordAt(text: string, offset: number): string {
  let end = offset;
  while (end < text.length && classAt(text, end) > 0) end += 1;
  return text.slice(offset, end);
}

type Visit = (hash: number, offset: number, declares: number) => void;

function scanWords(text: string, visit: Visit): void {
  let declares = 0;
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at);
    if (first > 127 || CLASS[first] === 0) continue;
    const start = at;
    let hash = HASH_SEED;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127 || CLASS[code] === 0) break;
      hash = Math.imul(hash ^ code, 0x01000193);
    }
    const length = at - start;
    if (CLASS[first] !== 2 || length < MIN_LENGTH || length > MAX_LENGTH) continue;
    const known = hash === 0 ? 1 : hash;
    visit(known, start, declares);
    declares = DECLARING.has(known) ? 1 : 0;
  }
}

function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash === 0 ? 1 : hash;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code > 127 ? 0 : (CLASS[code] ?? 0);
}

type Slots = {
  readonly hashes: Int32Array;
  readonly files: Int32Array;
  readonly offsets: Int32Array;
  readonly declares: Uint8Array;
};

function createSlots(capacity: number): Slots {
  return {
    hashes: new Int32Array(capacity),
    files: new Int32Array(capacity),
    offsets: new Int32Array(capacity),
    declares: new Uint8Array(capacity),
  };
}

function slotOf({ hashes }: Slots, hash: number): number {
  const mask = hashes.length - 1;
  // The low bits of FNV-1a are weak; the high ones are mixed in.
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

function grown(old: Slots): Slots {
  const slots = createSlots(old.hashes.length * 2);
  old.hashes.forEach((hash, from) => {
    if (hash === 0) return;
    const to = slotOf(slots, hash);
    slots.hashes[to] = hash;
    slots.files[to] = old.files[from] ?? 0;
    slots.offsets[to] = old.offsets[from] ?? 0;
    slots.declares[to] = old.declares[from] ?? 0;
  });
  return slots;
}
