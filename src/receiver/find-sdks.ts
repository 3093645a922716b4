import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SDKS, type Sdk } from './sdks.ts';
import { storedFile } from './stored-file.ts';

/** What a service's files say about its language. */
export interface FoundSdk {
  readonly sdk: Sdk;
  /** What says so: the name of a file, or the start command. */
  readonly where: string;
  /** Does the service depend on the SDK, or is it only written in the language? */
  readonly isUsed: boolean;
}

/** Whoever lists dependencies in more bytes than this is not read. */
const LARGEST_FILE = 4 * 1024 * 1024;

/**
 * Looks for SDKs in the files of a service's folder and in its start command; those that are used come
 * first. For advice only: nothing is found where dependencies are listed elsewhere.
 */
export function findSdks(folder: string, command: string): readonly FoundSdk[] {
  const names = namesIn(folder);
  const found = SDKS.flatMap((sdk): FoundSdk[] => {
    const files = names.filter((name) => sdk.files.test(name));
    const using = files.find((name) => sdk.dependency.test(textOf(join(folder, name))));
    if (using !== undefined) return [{ sdk, where: using, isUsed: true }];
    if (sdk.language === 'Java' && /-javaagent:\S*pyroscope/i.test(command)) {
      return [{ sdk, where: 'the start command', isUsed: true }];
    }
    return files[0] === undefined ? [] : [{ sdk, where: files[0], isUsed: false }];
  });
  return found.toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return Buffer.from(storedFile(path, LARGEST_FILE)?.read() ?? []).toString('utf8');
  } catch {
    return '';
  }
}
