import { type FileHandle, open } from 'node:fs/promises';

/** Starts the header that the linker writes into Go programs (Go's src/debug/buildinfo). */
const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');

/** The header lies on a multiple of this. */
const ALIGNMENT = 16;

const HEADER_BYTES = 32;

/** Since Go 1.18 the version follows the header; older ones have pointers there. */
const INLINE_STRINGS = 2;

/** Versions are a few characters; this much may follow a header. */
const VERSION_BYTES = 128;

const CHUNK_BYTES = 1024 * 1024;

/** No program is larger. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * The version of Go that built a program, such as `1.26.8`: a compiled service's runtime is in its
 * binary. Undefined for programs that Go did not build, or before 1.18.
 */
export async function goVersionOf(path: string): Promise<string | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await scan(file);
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}

/** Chunks overlap, so that no header is cut. */
async function scan(file: FileHandle): Promise<string | undefined> {
  const overlap = HEADER_BYTES + VERSION_BYTES;
  const chunk = Buffer.alloc(CHUNK_BYTES + overlap);
  for (let start = 0; start < MAX_BYTES; start += CHUNK_BYTES) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, start);
    const version = findGoVersion(chunk.subarray(0, bytesRead));
    if (version !== undefined) return version;
    if (bytesRead < chunk.length) return undefined;
  }
  return undefined;
}

/** Pure part; `bytes` start on a multiple of the alignment. */
export function findGoVersion(bytes: Buffer): string | undefined {
  for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    // Programs that read build information have the words as a constant.
    if (at % ALIGNMENT !== 0 || ((bytes[at + 15] ?? 0) & INLINE_STRINGS) === 0) continue;
    // A length of two bytes would be a version of 128 characters.
    const length = bytes[at + HEADER_BYTES] ?? 0;
    const from = at + HEADER_BYTES + 1;
    const text = bytes.toString('latin1', from, from + Math.min(length, VERSION_BYTES));
    const version = /^(?:devel )?go(\d[\w.-]*)/.exec(text)?.[1];
    if (version !== undefined) return version;
  }
  return undefined;
}
