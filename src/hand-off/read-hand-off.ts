import { open } from 'node:fs/promises';
import { FlamegateError } from '../errors.ts';
import { countAt, type FieldPath, fieldError } from '../profiles/json-fields.ts';
import { list, maybeMissing, oneOf, type Reader, record, text } from '../report/json-reader.ts';
import { parseResult } from '../report/parse-result.ts';
import { HAND_OFF_SCHEMA, type HandOff } from './hand-off.ts';

/** Most bytes of a file; a hundred comparisons of a large service have less. */
const MAX_BYTES = 10 * 1024 * 1024;

/** What `flamegate replay --seal` takes: it is shown in a command that people copy. */
function seal(value: unknown, at: FieldPath): string {
  const digits = text(value, at);
  if (!/^[0-9a-f]{16}$/u.test(digits)) throw fieldError(at, '16 hexadecimal digits');
  return digits;
}

const HAND_OFF: Reader<HandOff> = record<HandOff>({
  schema: oneOf(HAND_OFF_SCHEMA),
  run: record<HandOff['run']>({ id: countAt, attempt: countAt }),
  repository: text,
  headSha: text,
  seal: maybeMissing(seal),
  results: list(parseResult),
});

/**
 * Reads a hand-off. It is whatever the code of a pull request made it.
 * @throws FlamegateError of kind `usage` when it is missing, too large, or not what one looks like
 */
export async function readHandOff(path: string): Promise<HandOff> {
  const json = await readText(path);
  return HAND_OFF(parseJson(json), { document: 'the hand-off', path: '' });
}

async function readText(path: string): Promise<string> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw refusal(`there is no file ${path}`, cause);
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw refusal(`${path} is no file`);
    if (stats.size > MAX_BYTES) throw refusal(`it has over ${MAX_BYTES} bytes`);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw refusal('it is no JSON', cause);
  }
}

function refusal(why: string, cause?: unknown): FlamegateError {
  return new FlamegateError('usage', `the hand-off is refused: ${why}`, {
    hint: 'The measuring job writes it with the option `hand-off`; see docs/github.md.',
    cause,
  });
}
