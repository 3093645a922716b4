import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FlamegateError } from '../../errors.ts';

/** Bytes of an answer that are kept in memory; a longer one goes to disk. Most are much shorter. */
const MOST_IN_MEMORY = 1024 * 1024;

/** Bytes that a kept answer is read in at a time, as a file's stream would. */
const CHUNK = 64 * 1024;

/** An answer that can be read more than once. */
export interface KeptBody {
  /** Its bytes from the unwritten. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** It can't be read afterwards. */
  readonly discard: () => Promise<void>;
}

/**
 * Keeps an answer as it comes, in `folder` when it is long and there is one. The file has no name by the time that anything is in it:
 * it is gone when we are, however we end.
 * @throws FlamegateError of kind `measurement` when there is no room for it, or whatever `chunks` throws
 */
export async function keepBody(
  chunks: AsyncIterable<Uint8Array>,
  folder: string | undefined,
): Promise<KeptBody> {
  const unwritten: Uint8Array[] = [];
  let length = 0;
  let file: FileHandle | undefined;
  try {
    for await (const chunk of chunks) {
      length += chunk.length;
      unwritten.push(chunk);
      if (folder === undefined || length <= MOST_IN_MEMORY) continue;
      file ??= await inFolder(folder, namelessFile(folder));
      for (const part of unwritten.splice(0)) await inFolder(folder, file.writeFile(part));
    }
  } catch (error) {
    await file?.close();
    throw error;
  }
  return file === undefined ? inMemory(unwritten) : onDisk(file, length);
}

function inMemory(chunks: readonly Uint8Array[]): KeptBody {
  async function* read() {
    yield* chunks;
  }
  return { read, discard: async () => {} };
}

function onDisk(file: FileHandle, length: number): KeptBody {
  // Not the file's own stream, which closes it when nobody reads to the end.
  async function* read() {
    for (let position = 0; position < length; ) {
      const chunk = Buffer.allocUnsafeSlow(Math.min(CHUNK, length - position));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
      if (bytesRead === 0) throw new Error('the end of a kept answer is missing');
      position += bytesRead;
      yield chunk.subarray(0, bytesRead);
    }
  }
  return { read, discard: () => file.close() };
}

async function namelessFile(folder: string): Promise<FileHandle> {
  const path = join(folder, `flamegate-${randomUUID()}`);
  const { O_RDWR, O_CREAT, O_EXCL } = constants;
  const file = await open(path, O_RDWR | O_CREAT | O_EXCL, 0o600);
  await unlink(path);
  return file;
}

async function inFolder<Result>(folder: string, step: Promise<Result>): Promise<Result> {
  try {
    return await step;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new FlamegateError('measurement', `a profile can't be kept in ${folder}: ${code}`, {
      hint: 'Make room there, or let TMPDIR name a folder that has some.',
      cause,
    });
  }
}
