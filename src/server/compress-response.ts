import type { ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { chooseEncoding, type Encoding, isCompressible } from './encoding.ts';

/** Good enough while somebody waits; the pages of the build are compressed harder. */
const BROTLI_QUALITY = 4;

/** Compresses what a handler will write, if its headers show that this is worth it. */
export function compressResponse(response: ServerResponse, accept: string | undefined): void {
  const encoding = chooseEncoding(accept);
  if (encoding === 'identity') return;
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(rest.find(isHeaders) ?? {})) {
      response.setHeader(name, value);
    }
    if (isWorthIt(response, status)) compressBody(response, encoding);
    return writeHead(status);
  };
}

function compressBody(response: ServerResponse, encoding: Encoding): void {
  const compressor =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : createGzip();
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  compressor.on('data', (chunk) => write(chunk)).on('end', () => end());
  response.on('close', () => compressor.destroy());
  response.write = (chunk: unknown) => compressor.write(chunk);
  response.end = (chunk?: unknown) => {
    compressor.end(chunk);
    return response;
  };
  response.removeHeader('content-length');
  response.setHeader('content-encoding', encoding);
  response.appendHeader('vary', 'accept-encoding');
}

function isWorthIt(response: ServerResponse, status: number): boolean {
  if (status === 204 || status === 304 || response.hasHeader('content-encoding')) return false;
  return isCompressible(String(response.getHeader('content-type') ?? ''));
}

function isHeaders(part: unknown): part is Record<string, string | string[]> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
