import { demoAccounts } from '#supabase/embedded/accounts.ts';

export type Announcement = {
  url: string;
  dataFolder: string;
  readyMs: number;
  /** Undefined with a Supabase project: its accounts are its own. */
  demoPassword: string | undefined;
};

/** What a person needs once everything runs. */
export function announce({ url, dataFolder, readyMs, demoPassword }: Announcement): string {
  const lines = [
    `Holdfast is ready at ${url} (${(readyMs / 1000).toFixed(1)} s). Ctrl-C stops it.`,
  ];
  if (demoPassword === undefined) return lines.join('\n');
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  const accounts = demoAccounts.map(({ email, is }) => `  ${email.padEnd(width)}  ${is}`);
  return [
    ...lines,
    `Sign in at ${url}/sign-in with one of these, password ${demoPassword}`,
    ...accounts,
    `Data, keys and logs are in ${dataFolder}`,
  ].join('\n');
}
