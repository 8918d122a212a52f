/** Whether a form post comes from a page of this site. Without proof it does not. */
export function isSameOrigin({ headers, url }: { headers: Headers; url: string }): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = URL.parse(headers.get('origin') ?? '');
  // The scheme may differ behind a proxy that ends TLS; the host may not.
  return origin?.host === (headers.get('host') ?? new URL(url).host);
}
