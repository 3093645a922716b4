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
  await writeFile(path, `${inLines(manifest, '')}\n`);
}

/** JSON with a round a line: a round has hundreds of numbers, and a line for each was half of a bundle. */
function inLines(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || indent.length >= 4)
    return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `\n${inner}${JSON.stringify(item)}`);
    return items.length === 0 ? '[]' : `[${items.join(',')}\n${indent}]`;
  }
  const fields = Object.entries(value).flatMap(([name, field]) =>
    field === undefined ? [] : [`\n${inner}${JSON.stringify(name)}: ${inLines(field, inner)}`],
  );
  return `{${fields.join(',')}\n${indent}}`;
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
