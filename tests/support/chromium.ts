import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '#scripts/gate/chromium.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium without a window. Where there is none, the error says how to get one. */
export function openChromium(): Promise<Browser> {
  const executablePath = findChromium(process.env);
  if (!executablePath) {
    throw new Error('There is no Chromium. Run: npm run setup:chromium, or set CHROMIUM_PATH.');
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A page that keeps what its console and its Content-Security-Policy complain about. */
export async function openPage(
  context: BrowserContext,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  return { page, complaints };
}

/** Signs in through the form, as a person does. */
export async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
