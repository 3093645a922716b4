import { readFile, stat } from 'node:fs/promises';
import { FlamegateError } from '../../../errors.ts';
import { readAutocannonCounts } from './autocannon.ts';
import { asRecord, type Counts } from './counts.ts';
import { readK6Counts } from './k6.ts';
import { readPlainCounts } from './plain.ts';

const READERS = [readAutocannonCounts, readPlainCounts, readK6Counts];

/** A summary of a run is a few kilobytes; this is no place for every single request. */
const MAX_BYTES = 8 * 1024 * 1024;

const HINT =
  'Write {"requests": <succeeded>, "failed": <failed>}, autocannon\'s --json output or a summary of k6 to the file in FLAMEGATE_RESULT.';

/**
 * The counts that a load program wrote to `file`, or undefined when it wrote none.
 * @throws FlamegateError of kind `measurement` when the file holds something else.
 */
export async function readCounts(file: string): Promise<Counts | undefined> {
  const text = await readResult(file);
  // A program that opened the file and had nothing to say.
  if (text === undefined || text.trim() === '') return undefined;
  return parseCounts(text);
}

/**
 * Parses what a load program wrote, in any of the known formats.
 * @throws FlamegateError of kind `measurement`, naming what is wrong.
 */
export function parseCounts(text: string): Counts {
  const record = asRecord(parseJson(text));
  if (record !== undefined) {
    for (const read of READERS) {
      const counts = read(record);
      if (typeof counts === 'string') throw unreadable(counts);
      if (counts !== undefined) return counts;
    }
  }
  throw unreadable('the format is not known');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('it is not JSON');
  }
}

async function readResult(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) throw unreadable('it is not a file');
  if (found.size > MAX_BYTES) {
    const [size, limit] = [found.size, MAX_BYTES].map((bytes) => bytes.toLocaleString('en-US'));
    throw unreadable(`it has ${size} bytes, more than ${limit}`);
  }
  return readFile(file, 'utf8');
}

function unreadable(why: string): FlamegateError {
  return new FlamegateError(
    'measurement',
    `the result of the load command cannot be read: ${why}`,
    { hint: HINT },
  );
}
