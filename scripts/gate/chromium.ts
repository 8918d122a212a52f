import { accessSync, constants } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

type Source = { readonly CHROMIUM_PATH?: string | undefined };

/** The Chromium to test with: `CHROMIUM_PATH` where it is set, else the first known place that has one. */
export function findChromium(
  { CHROMIUM_PATH }: Source,
  isProgram: (path: string) => boolean = isExecutable,
): string | undefined {
  return (CHROMIUM_PATH ? [CHROMIUM_PATH] : places).find(isProgram);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
