import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  Makefile: 'build: deps\n\techo\ntest-e2e:\n\techo\ncluster/up:\n\techo\ntest\\:unit:\n\techo\n',
  justfile:
    'v := "1"\nseed name:\n  echo\nrun at="localhost:80" *args="": build\n  echo\nlist dir="$(ls)":\n  ls\n',
  'scripts/seed.js': '',
  'tools/web/run.mjs': '',
  'compose.yaml': 'services:\n  web:\n    build: .\n  database:\n    image: postgres\n',
  'tools/compose.dev.yml': 'services:\n  mail:\n    image: mailpit\n',
  'db/schema.sql': '',
  'packages/new-name/a.js': '',
  '.gitignore': 'dist\n',
};

test.for([
  ['make build', ['make build holds']],
  ['make cluster/up', ['make cluster/up holds']],
  ['make test:unit', ['make test:unit holds']],
  ['make test:e2e', ['make test:e2e drifted']],
  ['make -C other build', ['make -C other build holds']],
  ['just seed', ['just seed holds']],
  ['just run', ['just run holds']],
  ['just list', ['just list holds']],
  ['just v', ['just v drifted']],
  ['node scripts/seed.js', ['node scripts/seed.js holds']],
  ['node --env-file .env scripts/seed.js --all', ['node --env-file .env scripts/seed.js holds']],
  ['node scripts/sow.js', ['node scripts/sow.js unfounded']],
  ['cd tools/web && node run.mjs', ['cd tools/web holds', 'node run.mjs holds']],
  ['node run.mjs', ['node run.mjs holds']],
  ['node dist/server.js', ['node dist/server.js unproven']],
  ['node node_modules/jest/bin/jest.js', ['node node_modules/jest/bin/jest.js unproven']],
  ['node -e "1"', []],
  ['psql "$URL" -f db/schema.sql', ['psql "$URL" -f db/schema.sql holds']],
  ['./setup.sh', ['./setup.sh unproven']],
  ['node ./gone.js', ['node ./gone.js unproven']],
  ['./tools/web/gone.mjs', ['./tools/web/gone.mjs unfounded']],
  ['make build.', ['make build. holds']],
  ['make build install', ['make build holds', 'install drifted']],
  ['make build // takes long', ['make build holds']],
  [
    'docker compose up -d -f gone.yml web',
    ['docker compose up -d -f gone.yml unproven', 'web holds'],
  ],
  ['cd packages/sdk-trace', ['cd packages/sdk-trace unfounded']],
  ['cd notes/sdk-trace', ['cd notes/sdk-trace unproven']],
  ['pip install -r db/gone.txt', ['pip install -r db/gone.txt unproven']],
  ['go run main.go', ['go run main.go unproven']],
  ['docker compose up -d web', ['docker compose up -d web holds']],
  ['docker compose up web databse', ['docker compose up web holds', 'databse drifted']],
  [
    'docker-compose logs -f --tail 100 worker',
    ['docker-compose logs -f --tail 100 worker drifted'],
  ],
  ['docker compose exec -T database psql', ['docker compose exec -T database holds']],
  ['docker compose run --rm -e CI=1 api npm ci', ['docker compose run --rm -e CI=1 api drifted']],
  ['docker compose -p app restart -t 5 web', ['docker compose -p app restart -t 5 web holds']],
  ['docker compose up mail', ['docker compose up mail holds']],
  ['docker compose up --profile all web', ['docker compose up --profile all web holds']],
  [
    'docker compose -f tools/compose.dev.yml up mail',
    ['docker compose -f tools/compose.dev.yml holds', 'mail holds'],
  ],
  ['docker compose up -d $SERVICE', []],
  ['docker compose down web', []],
  ['docker run web npm test', []],
  ['make install CC=gcc', ['make install drifted']],
  ['npx tsx scripts/sow.js', ['npx tsx scripts/sow.js unfounded']],
  ['bundle exec ruby scripts/sow.rb', ['bundle exec ruby scripts/sow.rb unfounded']],
  ['cp db/schema.sql /tmp/x.sql', ['cp db/schema.sql holds']],
  ['cat notes/plan.txt', ['cat notes/plan.txt unproven']],
  ['cd tools/web', ['cd tools/web holds']],
  ['cd tools && cd web/../web', ['cd tools holds', 'cd web/../web holds']],
  ['cd ../web', []],
  ['chmod +x scripts/seed.js', ['chmod +x scripts/seed.js holds']],
  ['kubectl apply -f deploy/app.yaml', ['kubectl apply -f deploy/app.yaml unproven']],
  ['go build -o bin/x ./tools/web', ['go build -o bin/x ./tools/web holds']],
] as const)('%s', ([command, expected], { expect }) => {
  const verdicts = verdictsOn(`Run:\n\n\`\`\`sh\n${command}\n\`\`\`\n`, {
    files,
    kinds: ['command'],
  });
  expect(verdicts).toEqual(expected.map((text) => `command ${text}`));
});

test('a script that the page links to in another repository is not judged', () => {
  const address = 'https://github.com/acme/tools/blob/main/ecs.sh';
  const markdown = `Use [the script](${address}):\n\n\`\`\`sh\n./ecs.sh\n\`\`\`\n`;
  expect(verdictsOn(markdown, { files, kinds: ['command'] })).toEqual([
    'command ./ecs.sh unproven',
  ]);
});

test('the clone that a page enters has the name of the repository', () => {
  const markdown = '```sh\ngit clone x\ncd site/tools\n./web/gone.mjs\n```\n';
  const on = (name: string) => verdictsOn(markdown, { files, name, kinds: ['command'] }).at(-1);
  expect(on('acme/site')).toBe('command ./web/gone.mjs unfounded');
  expect(on('acme/other')).toBe('command ./web/gone.mjs unproven');
});

test('a target that no makefile spells is lost where the sources held it', () => {
  const place = { commit: 'b'.repeat(40), date: '2026-01-01', file: 'Makefile', line: 3 };
  const on = (makefile: string) =>
    verdictsOn('Run `make check-docs`.', {
      files: { Makefile: `include ci.mk\n${makefile}` },
      lost: { 'check-docs': place },
      kinds: ['command'],
    });
  expect(on('check-links:\n')).toEqual(['command make check-docs drifted']);
  expect(on('NAMES = check-docs\n')).toEqual(['command make check-docs unproven']);
});

test.for([
  ['README.md', 'docker compose up queue', 'drifted'],
  ['docs/self-hosting.md', 'docker compose up queue', 'unproven'],
  [
    'README.md',
    '# compose.yaml\nservices:\n  queue:\n    image: x\ndocker compose up queue',
    'unproven',
  ],
] as const)('on %s: %s', ([page, command, verdict], { expect }) => {
  const markdown = `\`\`\`\n${command}\n\`\`\`\n`;
  expect(verdictsOn(markdown, { files, page, kinds: ['command'] })).toEqual([
    `command docker compose up queue ${verdict}`,
  ]);
});

test.for([
  ['Clone [the server](https://github.com/acme/server).', '`make seed-all`', 'unproven'],
  ['Clone [the site](https://github.com/acme/site).', '`make seed-all`', 'drifted'],
  ['Fork [the site](https://github.com/me/site).', '`make seed-all`', 'drifted'],
  ['See [the server](https://github.com/acme/server).', '`make seed-all`', 'drifted'],
  ['Start [it](https://github.com/acme/server):', '```sh\nmake seed-all\n```', 'unproven'],
  ['Start [it](https://github.com/acme/site):', '```sh\nmake seed-all\n```', 'drifted'],
] as const)('below "%s" %s is %s', ([lead, command, verdict], { expect }) => {
  const options = { files, name: 'acme/site', kinds: ['command'] };
  const [claim] = verdictsOn(`## Start\n\n${lead}\n\n${command}\n`, options);
  expect(claim).toBe(`command make seed-all ${verdict}`);
});

test('a command that is denied for something may be there for the rest', () => {
  const on = (rest: string) => verdictsOn(`There is no \`make build\`${rest}.`, { files });
  expect(on(' tool for jobs')).toEqual(['command make build holds']);
  expect(on('')).toEqual(['command make build drifted']);
});

test('a target that is only called phony is made by no rule', () => {
  const on = (makefile: string) =>
    verdictsOn('Run `make start`.', { files: { Makefile: makefile }, kinds: ['command'] });
  expect(on('.PHONY: start\nstart:\n\techo\n')).toEqual(['command make start holds']);
  expect(on('.PHONY: start\n')).toEqual(['command make start drifted']);
  expect(on('ifeq (a,a)\n  start:\n\techo\nendif\n')).toEqual(['command make start holds']);
  expect(on('stop:\n\techo\n$(foreach t,start,$(eval $(call R,$(t))))\n')).toEqual([
    'command make start unproven',
  ]);
});

test('a script that was removed since is not the one that ends so elsewhere', () => {
  const on = (writtenOn: string) =>
    verdictsOn('Run `sudo ./run.sh`.', {
      files: { 'tools/run.sh': '' },
      kinds: ['command'],
      removed: { 'run.sh': { commit: 'a'.repeat(40), date: '2026-05-01' } },
      writtenOn,
    });
  expect(on('2026-01-01')).toEqual(['command ./run.sh drifted']);
  expect(on('2026-06-01')).toEqual(['command ./run.sh holds']);
});

test('what a page shows right below a name is what its reader writes into it', () => {
  const on = (title: string, language = 'yaml') =>
    verdictsOn(`${title}\n\n\`\`\`${language}\nkind: Role\n\`\`\`\n\nRun \`node role.mjs\`.`, {
      files,
      kinds: ['command'],
      removed: { 'role.mjs': {} },
    });
  expect(on('**role.mjs**')).toEqual(['command node role.mjs unproven']);
  expect(on('The role:')).toEqual(['command node role.mjs drifted']);
  expect(on('**role.mjs**', 'sh')).toEqual(['command node role.mjs drifted']);
});

test('a page of a site on how to install is for its users', () => {
  const on = (page: string) =>
    verdictsOn('```sh\nnode scripts/sow.js\n```', { files, page, kinds: ['command'] });
  expect(on('content/installing.mdx')).toEqual(['command node scripts/sow.js unproven']);
  expect(on('INSTALL.md')).toEqual(['command node scripts/sow.js unfounded']);
});
