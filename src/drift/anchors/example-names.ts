const fence = /^ {0,3}(```+|~~~+)[^\n]*\n([\s\S]*?)\n {0,3}\1/gm;

/** Whether a page makes a name up: a block of code that it calls an example declares or quotes it. */
export function isMadeUp(word: string, page: string): boolean {
  if (!page.includes('xample')) return false;
  for (const { index, 2: body = '' } of page.matchAll(fence)) {
    if (body.includes(word) && isExample(page.slice(0, index)) && declares(body, word)) return true;
  }
  return false;
}

function isExample(before: string): boolean {
  const paragraph =
    before
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return /\bexamples?\b/i.test(paragraph);
}

function declares(body: string, word: string): boolean {
  for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1)) {
    const before = body.slice(Math.max(0, at - 12), at);
    const next = body[at + word.length] ?? '';
    if (/['"]$/.test(before) && /['"]/.test(next)) return true;
    if (
      /\b(?:class|const|def|enum|function|interface|let|type|var) $/.test(before) &&
      !/\w/.test(next)
    )
      return true;
  }
  return false;
}
