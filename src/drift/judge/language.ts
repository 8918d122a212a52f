import type { Page } from '#drift/claims/page.ts';
import { english, type Wording, wordings } from './words.ts';

/** The wording of a page's language: as declared, by its folder, or by its commonest small words. */
export function wordingOf(page: Page): Wording {
  const code = declared(page) ?? inPath(page.path) ?? byWords(page.text);
  return wordings[code] ?? english;
}

function declared({ frontmatter }: Page): string | undefined {
  return known(/^(?:lang|language|locale):\s*["']?([a-z]{2})\b/im.exec(frontmatter)?.[1]);
}

function inPath(path: string): string | undefined {
  return known(/(?:^|[/._-])([a-z]{2})(?:-[A-Za-z]{2})?(?=\/|\.mdx?$)/.exec(path)?.[1]);
}

function known(code: string | undefined): string | undefined {
  return code !== undefined && code in wordings ? code : undefined;
}

function byWords(text: string): string {
  const sample = text.slice(0, 6000).replace(/```[\s\S]*?(?:```|$)/g, '');
  const scores = Object.entries(wordings).map(([code, { common }]) => ({
    code,
    score: sample.match(common)?.length ?? 0,
  }));
  return scores.sort((a, b) => b.score - a.score)[0]?.code ?? 'en';
}
