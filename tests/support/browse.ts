export type Browser = {
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a form as a page of the site would, and keeps the cookies it gets. */
  post(path: string, form: Record<string, string>): Promise<Response>;
};

/** A visitor of the site: keeps cookies, follows no redirect, never waits more than 20 s. */
export function browse(siteUrl: string): Browser {
  const jar = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(siteUrl + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      ...init,
      headers,
    });
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie);
    return response;
  };
  return {
    get: request,
    post: (path, form) =>
      request(path, {
        method: 'POST',
        headers: { origin: siteUrl },
        body: new URLSearchParams(form),
      }),
  };
}

/** A visitor who signed in. */
export async function signIn(
  siteUrl: string,
  { email, password }: { email: string; password: string },
): Promise<Browser> {
  const browser = browse(siteUrl);
  const response = await browser.post('/sign-in', { email, password });
  if (response.status !== 303) throw new Error(`${email} cannot sign in: ${response.status}`);
  return browser;
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const value = pair.slice(at + 1);
  if (value === '' || /max-age=0(;|$)/i.test(cookie)) jar.delete(name);
  else jar.set(name, value);
}
