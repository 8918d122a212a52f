import type { Mention } from '#drift/claims/mention.ts';
import { ownName } from '#drift/repository/own-name.ts';
import type { Repository } from '#drift/repository/repository.ts';

const NAME = /^([\w.-]{2,40})\/[\w.-]{2,60}$/;
const MEDIA = /^(?:application|audio|image|multipart|text|video)$/;

/** Why what a section names may be elsewhere: its heading, as code or a link, is `acme/other`. */
export function excuseOfSection(
  { page, context }: Mention,
  repository: Repository,
): string | undefined {
  const own = repository.part(ownName)?.toLowerCase();
  const other = context.headings.find((heading) => {
    const name = heading.text.trim();
    const [, owner = ''] = NAME.exec(name) ?? [];
    if (owner === '' || MEDIA.test(owner) || name.toLowerCase() === own) return false;
    if (repository.files.withSuffix(owner).length > 0) return false;
    const text = repository.read(page) ?? '';
    return text.includes(`\`${name}\``) || text.includes(`github.com/${name}`);
  });
  return other && `the section is about ${other.text.trim()}`;
}
