import { readFile } from 'node:fs/promises';

/** A file of the kernel's as text; undefined where there is none, or it may not be read, or says nothing. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A file that holds one number from 0. */
export async function readNumber(path: string): Promise<number | undefined> {
  return numberOf(await readText(path));
}

/** A number from 0, as the kernel writes it; undefined for anything else. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
