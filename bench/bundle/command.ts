import { readdir, readFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { markdownTable } from 'markdown-table';
import { openSealed } from '../../src/replay/seal.ts';

/** A file of a bundle. */
interface File {
  /** In the bundle. */
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Prints what a bundle weighs, by kinds of files; that nothing is missing in it, since every file has its digest; and
 * whether anything of this machine is in it. The bundle has to be one that was recorded here.
 * @throws FlamegateError of kind `usage` for a folder that is no bundle, or one that was changed
 */
export async function measureBundle(
  [folder = '']: readonly string[],
  out: NodeJS.WritableStream,
): Promise<void> {
  const { record, seal } = await openSealed(folder);
  const files = await filesIn(folder);
  const kinds = [...new Set(files.map(kindOf))].map((kind) => {
    return [kind, files.filter((file) => kindOf(file) === kind)] as const;
  });
  const rows = kinds.map(([kind, some]) => rowOf(kind, some));
  const rounds = files.filter(({ path }) => path.endsWith('.pb.gz')).length;
  const total = sum(files, ({ bytes }) => bytes.length);
  out.write(`${markdownTable([HEAD, ...rows, rowOf('all', files)], { align: ALIGN })}\n\n`);
  out.write(`${rounds} rounds, ${Math.round(total / rounds)} bytes a round with everything.\n`);
  out.write(`Complete: ${Object.keys(record.files).length} digests hold, seal ${seal}.\n`);
  const found = traces(files);
  out.write(`Of this machine: ${found.length === 0 ? 'nothing' : found.join(', ')}.\n`);
}

const HEAD = ['files', 'number', 'bytes', 'mean', 'largest', 'gzipped'];
const ALIGN = ['l', 'r', 'r', 'r', 'r', 'r'];

function rowOf(kind: string, files: readonly File[]): string[] {
  const bytes = sum(files, (file) => file.bytes.length);
  const largest = Math.max(...files.map((file) => file.bytes.length));
  const zipped = sum(files, (file) => gzipSync(file.bytes).length);
  const mean = Math.round(bytes / files.length);
  return [kind, ...[files.length, bytes, mean, largest, zipped].map(String)];
}

function kindOf({ path }: File): string {
  return path.endsWith('.pb.gz') ? 'profiles (`*.pb.gz`)' : `\`${path.split(sep).at(-1)}\``;
}

async function filesIn(folder: string): Promise<File[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => ({
    path: path.slice(folder.length + 1),
    bytes: await readFile(path),
  }));
  return Promise.all(files);
}

/** Names of this machine, and the files they are in. */
function traces(files: readonly File[]): string[] {
  const names = [homedir(), hostname(), process.cwd()].filter((name) => name.length > 3);
  return files.flatMap(({ path, bytes }) => {
    const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    return names.filter((name) => text.includes(name)).map((name) => `${name} in ${path}`);
  });
}

function sum(files: readonly File[], of: (file: File) => number): number {
  return files.reduce((all, file) => all + of(file), 0);
}
