import { expect, test } from 'vitest';
import { findDrift } from '#drift/check.ts';
import { repositoryWith } from '#support/repository.ts';
import { verdictsOn } from '#support/verdicts.ts';

const removal = { commit: 'a'.repeat(40), date: '2026-05-01' };

test.for([
  ['README.md', 'Makefile', {}, '2026-04-01', 'drifted'],
  ['README.md', 'Makefile', {}, '2026-06-01', 'unproven'],
  ['README.md', 'other/Makefile', {}, '2026-04-01', 'unproven'],
  ['api/README.md', 'api/Makefile', {}, '2026-04-01', 'drifted'],
  ['README.md', 'Makefile', { 'CMakeLists.txt': '' }, '2026-04-01', 'unproven'],
  ['README.md', 'Makefile', { 'api/Makefile': 'lint:\n' }, '2026-04-01', 'unproven'],
  ['README.md', 'Makefile', { '.gitignore': 'Makefile' }, '2026-04-01', 'unproven'],
  ['docs/use.mdx', 'Makefile', {}, '2026-04-01', 'unproven'],
] as const)(
  'on %s, after %s went, with %o, a task of a line of %s is %s',
  ([page, file, others, writtenOn, verdict]) => {
    const verdicts = verdictsOn('See to your code: run `make check-all`.', {
      files: { 'src/a.c': '', ...others },
      removed: { [file]: removal },
      writtenOn,
      page,
      kinds: ['command'],
    });
    expect(verdicts).toEqual([`command make check-all ${verdict}`]);
  },
);

const inFence = '```sh\nmake seed-all\n```';

test.for([
  ['`make seed-all` in the [server](https://github.com/acme/server)', 'unproven'],
  ['`make seed-all` in the [site](https://github.com/acme/site)', 'drifted'],
  ['`make seed-all` for the [server](https://github.com/acme/server)', 'drifted'],
  [`\`\`\`sh\ncd server\n\`\`\`\n\nThen:\n\n${inFence}`, 'unproven'],
  [`\`\`\`sh\ncd web\n\`\`\`\n\nThen:\n\n${inFence}`, 'drifted'],
  [`\`\`\`sh\ncd site\n\`\`\`\n\nThen:\n\n${inFence}`, 'drifted'],
  [`Clone it.\n\n\`\`\`sh\ncd my-site\n\`\`\`\n\nThen:\n\n${inFence}`, 'drifted'],
] as const)('%s is %s', ([markdown, verdict]) => {
  const verdicts = verdictsOn(markdown, {
    files: { Makefile: 'build:\n', 'web/a.ts': '' },
    name: 'acme/site',
    kinds: ['command'],
  });
  expect(verdicts.at(-1)).toBe(`command make seed-all ${verdict}`);
});

test.for([
  ['python .\\tools\\run.py', 'holds'],
  ['python .\\tools\\gone.py', 'unfounded'],
])('a path as Windows writes it: %s %s', ([command, verdict]) => {
  const verdicts = verdictsOn(`\`\`\`powershell\n${command}\n\`\`\``, {
    files: { 'tools/run.py': '' },
    kinds: ['command'],
  });
  expect(verdicts).toEqual([`command ${command} ${verdict}`]);
});

test.for([
  ['cd web', 'README.md', '2026-04-01', ['drifted']],
  ['cd web', 'README.md', '2026-06-01', ['holds']],
  ['cd web', 'api/README.md', '2026-04-01', ['drifted']],
  ['cd api', 'README.md', '2026-04-01', ['holds']],
  ['cd web', 'docs/use.mdx', '2026-04-01', []],
  ['mkdir web\ncd web', 'README.md', '2026-04-01', []],
  ['npx create-vite web && cd web', 'README.md', '2026-04-01', []],
  ['cd my-app', 'README.md', '2026-04-01', []],
] as const)('%s on %s, written on %s, is %o', ([command, page, writtenOn, expected]) => {
  const verdicts = verdictsOn(`\`\`\`sh\n${command}\n\`\`\``, {
    files: { 'api/a.ts': '', 'packages/web/a.ts': '' },
    removed: { web: removal },
    writtenOn,
    page,
    kinds: ['command'],
  });
  expect(verdicts).toEqual(expected.map((verdict) => `command ${command} ${verdict}`));
});

const rake = {
  Rakefile: 'task :default do\nend\n',
  'lib/tasks/support.rake': [
    'namespace :support do',
    '  namespace :mail do',
    '    task :resend, [:id] => :environment do |_, args|',
    '    end',
    '  end',
    '  task change_email_address: :environment do',
    '  end',
    'end',
    'task "report:weekly" => :environment',
  ].join('\n'),
};
const lost = {
  import_old_addresses: { ...removal, file: 'lib/tasks/import.rake', line: 1 },
  resend: { ...removal, file: 'lib/tasks/mail.rake', line: 1 },
};

test.for([
  ['rake default', 'rake default holds'],
  ['bundle exec rake "support:mail:resend[7]"', 'bundle exec rake "support:mail:resend[7]" holds'],
  ['bin/rails report:weekly', 'bin/rails report:weekly holds'],
  ['rake manage:change_email_address', 'rake manage:change_email_address unproven'],
  ['rake import_old_addresses', 'rake import_old_addresses drifted'],
  ['rake mail:resend', 'rake mail:resend unproven'],
  ['rails db:migrate', 'rails db:migrate unproven'],
  ['rails server', undefined],
] as const)('%s: %s', ([command, expected]) => {
  const verdicts = verdictsOn(`\`\`\`sh\n${command}\n\`\`\``, {
    files: rake,
    lost,
    kinds: ['command'],
  });
  expect(verdicts[0]?.replace('command ', '')).toBe(expected);
});

test.for([
  ['ansible-playbook playbooks/site.yml', 'holds'],
  ['ansible-playbook playbooks/gone.yml', 'unfounded'],
  ['ansible-playbook -i playbooks/mine.ini playbooks/site.yml', 'holds'],
  ['ansible-playbook -e @mine.yml playbooks/gone.yml', 'unfounded'],
  ['kubectl apply -k playbooks', undefined],
  ['kubectl apply -k playbooks/gone', 'unproven'],
  ['helm upgrade x --values=playbooks/site.yml', 'holds'],
  ['helm upgrade x --values=playbooks/gone.yml', 'unproven'],
] as const)('a file that %s reads: %s', ([command, verdict]) => {
  const [claim] = verdictsOn(`\`\`\`sh\n${command}\n\`\`\``, {
    files: { 'playbooks/site.yml': '' },
    kinds: ['command'],
  });
  expect(claim?.split(' ').at(-1)).toBe(verdict);
});

test.for([
  ['cd samples/old', 'samples/new/README.md', 'unfounded'],
  ['cd samples/old', 'docs/use.md', 'unproven'],
  ['cd tools/old', 'README.md', 'unproven'],
] as const)('%s on %s, where its group is there, is %s', ([command, page, verdict]) => {
  const verdicts = verdictsOn(`\`\`\`sh\n${command}\n\`\`\``, {
    files: { 'samples/new/a.ts': '', 'tools/new/a.ts': '' },
    page,
    kinds: ['command'],
  });
  expect(verdicts).toEqual([`command ${command} ${verdict}`]);
});

test.for([
  ['Run `make taskname`.', 'unproven'],
  ['Run `make gone` in Shop.', 'unproven'],
  ['Run `make gone` in Phases.', 'drifted'],
  ['Run `make gone` in Other.', 'drifted'],
] as const)('%s (%s)', ([sentence, verdict]) => {
  const [claim] = verdictsOn(
    `The [shop](https://github.com/acme/shop) sells [more](https://github.com/x/other).\n\n${sentence}`,
    {
      ...{ files: { Makefile: 'build:\n' }, name: 'acme/site' },
      kinds: ['command'],
    },
  );
  expect(claim?.split(' ').at(-1)).toBe(verdict);
});

test.for([
  ['.github/workflows/test.yml', 'unproven'],
  ['Makefile', 'drifted'],
] as const)('a target of an open Makefile, which %s lost, is %s', ([file, verdict]) => {
  const loss = { file, commit: 'a'.repeat(40), date: '2026-05-01', line: 1 };
  const [claim] = verdictsOn('Run `make install-check`.', {
    files: { Makefile: 'include $(PGXS)\nbuild:\n' },
    ...{ lost: { 'install-check': loss }, kinds: ['command'] },
  });
  expect(claim).toBe(`command make install-check ${verdict}`);
});

test('a task whose file is gone is said to be in none', () => {
  const removal = { commit: 'a'.repeat(40), date: '2026-05-01' };
  const repository = repositoryWith({
    files: { 'README.md': 'Run `make check-all`.' },
    ...{ removed: { Makefile: removal }, writtenOn: '2026-04-01' },
  });
  const { claims } = findDrift(repository, { pages: ['README.md'] });
  expect(claims.map(({ message }) => message)).toEqual(['No task file declares "check-all".']);
});
