/** Finds the Chromium of the browser tests, or installs it: `npm run setup:chromium`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './gate/chromium.ts';

const aptGet = '/usr/bin/apt-get';

const found = findChromium(process.env) ?? installChromium();
if (found === undefined) {
  console.error(adviseOnChromium());
  process.exit(1);
}
console.log(`Chromium: ${found}`);

function installChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH || !canInstall()) return undefined;
  const apt = (...args: string[]) => execFileSync(aptGet, ['-qq', ...args], { stdio: 'inherit' });
  try {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', 'chromium');
  } catch (error) {
    console.error(`apt-get could not install Chromium: ${error}`);
  }
  return findChromium(process.env);
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync(aptGet);
}

function adviseOnChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  return named
    ? `CHROMIUM_PATH is "${named}", and no program is there. Correct it, or unset it to search.`
    : [
        'The browser tests need Chromium or Chrome, and none was found.',
        'Install it ("sudo apt-get install chromium" on Debian), or set CHROMIUM_PATH to its program.',
      ].join('\n');
}
