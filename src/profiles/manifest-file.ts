import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { FlamegateError } from '../errors.ts';
import type { RoundsManifest } from './manifest.ts';
import { parseManifest } from './parse-manifest.ts';

/**
 * Reads `rounds.json`.
 * @throws FlamegateError of kind `usage` when it can't be read, is not JSON, or a field is wrong
 */
export async function readManifest(path: string): Promise<RoundsManifest> {
  const text = await readText(path);
  return parseManifest(parseJson(text, `rounds manifest ${path}`), basename(path));
}

/** Writes a manifest, so that `readManifest` gives it back. */
export async function writeManifest(path: string, manifest: RoundsManifest): Promise<void> {
  await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Where a file that the manifest names lies: relative to the manifest's folder. */
export function besideManifest(manifestPath: string, file: string): string {
  return resolve(manifestPath, '..', file);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new FlamegateError('usage', `rounds manifest ${path} can't be read`, {
      hint: 'Give the path of a rounds.json, as `flamegate run --bundle` writes it.',
      cause,
    });
  }
}

/** @throws FlamegateError of kind `usage` that names the file */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FlamegateError('usage', `${path} is not JSON`, { cause });
  }
}
