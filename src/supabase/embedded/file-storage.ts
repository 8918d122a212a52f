import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { App } from '@supabase/lite';

type StorageAdapter = NonNullable<App['_storageAdapter']>;
type Body = Parameters<StorageAdapter['uploadObject']>[3];

/** Keeps the files of storage in a folder, named by a hash: no object name can leave it. */
export function createFileStorage(folder: string): StorageAdapter {
  const fileOf = (bucket: string, key: string) =>
    join(folder, bucket.replaceAll(/\W/g, '_'), createHash('sha256').update(key).digest('hex'));
  const read = (bucket: string, key: string) => readObject(fileOf(bucket, key));
  const remove = (bucket: string, key: string) => rm(fileOf(bucket, key), { force: true });
  return {
    driver: folder,
    async getObject(bucket, key) {
      const { metadata, body } = await read(bucket, key);
      return { metadata, httpStatusCode: 200, body };
    },
    headObject: async (bucket, key) => (await read(bucket, key)).metadata,
    async uploadObject(bucket, key, _version, body, contentType, cacheControl) {
      const file = fileOf(bucket, key);
      await write(file, await toBuffer(body));
      await write(`${file}.json`, JSON.stringify({ mimetype: contentType, cacheControl }));
      return (await read(bucket, key)).metadata;
    },
    deleteObject: remove,
    async deleteObjects(bucket, keys) {
      for (const key of keys) await remove(bucket, key);
    },
    async copyObject(bucket, key, _version, toBucket, toKey) {
      const target = fileOf(toBucket, toKey);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(fileOf(bucket, key), target);
      await copyFile(`${fileOf(bucket, key)}.json`, `${target}.json`);
      return { httpStatusCode: 200, eTag: (await read(toBucket, toKey)).metadata.eTag };
    },
    privateAssetUrl: async (bucket, key) => `file://${fileOf(bucket, key)}`,
  };
}

async function readObject(file: string) {
  const [body, sidecar, { mtime }] = await Promise.all([
    readFile(file),
    readFile(`${file}.json`, 'utf8'),
    stat(file),
  ]);
  const { mimetype, cacheControl } = JSON.parse(sidecar);
  const eTag = `"${createHash('md5').update(body).digest('hex')}"`;
  const size = body.byteLength;
  const metadata = { size, contentLength: size, lastModified: mtime, eTag, mimetype, cacheControl };
  return { body, metadata };
}

// A reader sees the old file or the new one, never half of it.
async function write(file: string, content: string | Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

async function toBuffer(body: Body): Promise<Buffer> {
  return body instanceof Uint8Array ? Buffer.from(body) : buffer(body);
}
