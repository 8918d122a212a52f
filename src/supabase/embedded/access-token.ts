import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const Session = z.looseObject({
  access_token: z.string(),
  user: z.looseObject({
    app_metadata: z.record(z.string(), z.unknown()).default({}),
    user_metadata: z.record(z.string(), z.unknown()).default({}),
  }),
});

/**
 * Gives the access token of a sign-in or refresh the claims that Supabase puts there and lite
 * leaves out; policies read `app_metadata`. Any other response passes unchanged.
 */
export async function completeAccessToken(
  response: Response,
  jwtSecret: string,
): Promise<Response> {
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response;
  const session = Session.safeParse(
    await response
      .clone()
      .json()
      .catch(() => undefined),
  );
  if (!session.success) return response;
  const token = await resign(session.data, new TextEncoder().encode(jwtSecret));
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify({ ...session.data, access_token: token }), {
    status: response.status,
    headers,
  });
}

async function resign({ access_token, user }: z.infer<typeof Session>, secret: Uint8Array) {
  const { payload } = await jwtVerify(access_token, secret, { algorithms: ['HS256'] });
  const claims = {
    aal: 'aal1',
    amr: [{ method: 'password', timestamp: payload.iat }],
    is_anonymous: false,
    phone: '',
    ...payload,
    app_metadata: user.app_metadata,
    user_metadata: user.user_metadata,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(secret);
}
