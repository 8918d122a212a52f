const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const unsayable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Text for an XML document; characters that XML 1.0 cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(unsayable, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
