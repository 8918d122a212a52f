import type { PageText } from '#drift/claims/page.ts';
import { english, type Wording, wordings } from './words.ts';

/** The wording of a page's language: as declared, by its folder, or by its commonest small words. */
export function wordingOf(page: PageText): Wording {
  const code = declared(page) ?? inPath(page.path) ?? byWords(page.text);
  return wordings[code] ?? english;
}

function declared({ frontmatter }: PageText): string | undefined {
  return known(/^(?:lang|language|locale):\s*["']?([a-z]{2})\b/im.exec(frontmatter)?.[1]);
}

function inPath(path: string): string | undefined {
  return known(/(?:^|[/._-])([a-z]{2})(?:-[A-Za-z]{2})?(?=\/|\.mdx?$)/.exec(path)?.[1]);
}

function known(code: string | undefined): string | undefined {
  return code !== undefined && code in wordings ? code : undefined;
}

/** Of that many characters, one is the start of a small word in any English text. */
const charactersPerSmallWord = 60;

function byWords(text: string): string {
  const sample = text.slice(0, 4000).replace(/```[\s\S]*?(?:```|$)/g, '');
  const smallWords = sample.match(english.common)?.length ?? 0;
  if (smallWords > sample.length / charactersPerSmallWord) return 'en';
  const scores = Object.entries(wordings).map(([code, { common }]) => ({
    code,
    score: sample.match(common)?.length ?? 0,
  }));
  return scores.sort((a, b) => b.score - a.score)[0]?.code ?? 'en';
}
