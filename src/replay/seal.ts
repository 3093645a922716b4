import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FlamegateError } from '../errors.ts';
import type { RoundsManifest } from '../profiles/manifest.ts';
import { readManifest } from '../profiles/manifest-file.ts';
import type { GateRecord } from './gate-record.ts';
import { parseGateRecord } from './parse-gate-record.ts';

/** What a bundle's own record is called, and the manifests of its rounds. */
const RECORD = 'gate.json';
const MANIFEST = 'rounds.json';

/** Digits of a digest that tell bundles apart. */
const SEAL_DIGITS = 16;

/** A bundle's record, and the seal that says of which bundle it is. */
export interface SealedRecord {
  readonly record: GateRecord;
  /** First digits of the record's own SHA-256. */
  readonly seal: string;
}

/**
 * Completes a bundle with what its report was made from, and the digests of all its files.
 * @throws FlamegateError of kind `measurement` when the folder can't be written to
 */
export async function sealBundle(
  folder: string,
  record: Omit<GateRecord, 'schema' | 'files'>,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const files: Record<string, string> = {};
    for (const path of await filesOf(folder, record)) {
      files[path] = await digestOfFile(join(folder, path));
    }
    const whole: GateRecord = { schema: 1, ...record, files };
    await writeFile(join(folder, RECORD), `${JSON.stringify(whole, null, 2)}\n`);
  } catch (cause) {
    throw new FlamegateError(
      'measurement',
      `the bundle in ${folder} can't be completed: ${cause instanceof Error ? cause.message : String(cause)}`,
      { hint: 'See that the folder is writable and the disk has room.', cause },
    );
  }
}

/**
 * Reads a bundle's record, and sees that every file is what was recorded.
 * @param expected the seal that a report told; undefined when nobody knows it
 * @throws FlamegateError of kind `usage` when it is no bundle, or not the one that was recorded
 */
export async function openSealed(folder: string, expected?: string): Promise<SealedRecord> {
  const sealed = await readSealed(folder);
  if (expected !== undefined && !isSame(expected, sealed.seal)) {
    throw changed(folder, `its seal is ${sealed.seal}, not ${expected}`);
  }
  const { files } = sealed.record;
  for (const [path, digest] of Object.entries(files)) {
    const found = await digestOfFile(join(folder, path)).catch(() => undefined);
    if (found === undefined) throw changed(folder, `${path} is missing`);
    if (found !== digest) throw changed(folder, `${path} is not what was recorded`);
  }
  for (const path of await filesOf(folder, sealed.record)) {
    if (!Object.hasOwn(files, path)) throw changed(folder, `${path} was not recorded`);
  }
  return sealed;
}

/** The seal of a bundle; undefined for a folder that is none. */
export async function sealOf(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, RECORD), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : sealOfText(text);
}

/** SHA-256 of a text, in hexadecimal digits. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readSealed(folder: string): Promise<SealedRecord> {
  let text: string;
  try {
    text = await readFile(join(folder, RECORD), 'utf8');
  } catch (cause) {
    throw new FlamegateError('usage', `${folder} is no bundle: there is no ${RECORD} in it`, {
      hint: 'Give the folder that `flamegate run --bundle` or the Action recorded, unpacked.',
      cause,
    });
  }
  return { record: parseGateRecord(parsed(text), RECORD), seal: sealOfText(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FlamegateError('usage', `${RECORD} is not JSON`, { cause });
  }
}

function sealOfText(text: string): string {
  return digestOfText(text).slice(0, SEAL_DIGITS);
}

/** A seal may be told in full, or by its first digits; fewer than eight say too little. */
function isSame(expected: string, seal: string): boolean {
  return expected.length >= 8 && (seal.startsWith(expected) || expected.startsWith(seal));
}

function changed(folder: string, how: string): FlamegateError {
  return new FlamegateError('usage', `the bundle in ${folder} was changed: ${how}`, {
    hint: 'Download it again; a verdict can only be made from what was measured.',
  });
}

/** Paths of all files that a record's results are made from; others may lie beside them. */
async function filesOf(
  folder: string,
  { services }: Pick<GateRecord, 'services'>,
): Promise<string[]> {
  const paths: string[] = [];
  for (const { folder: own, failure } of services) {
    if (failure !== undefined) continue;
    const manifest = await readManifest(join(folder, own, MANIFEST));
    paths.push(...[MANIFEST, ...namedBy(manifest)].map((name) => join(own, name)));
  }
  return paths.sort();
}

function namedBy({ rounds, further = [], diff, change }: RoundsManifest): string[] {
  const types = [{ rounds }, ...further];
  const profiles = types.flatMap((type) => type.rounds.map(({ profile }) => profile));
  return [
    ...profiles,
    ...(diff === undefined ? [] : [diff]),
    ...(change === undefined ? [] : [change]),
  ];
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
