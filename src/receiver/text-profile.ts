import { FlamegateError } from '../errors.ts';
import {
  type CountMeaning,
  decodeFoldedText,
  type FoldedForm,
} from '../profiles/decode/folded-text.ts';
import { encodeProfile } from '../profiles/encode.ts';
import { MAX_PARSED_BYTES } from './allowance.ts';
import type { ApplicationName } from './application-name.ts';
import { tooLarge } from './body.ts';
import { failed, found, type Outcome } from './problem.ts';

/** Pyroscope's own default, in samples per second. */
const DEFAULT_SAMPLE_RATE = 100;

/** What names of text profiles may end in besides `cpu`, `itimer` and `wall`, and what is counted then: type and unit. */
const COUNTED: ReadonlyMap<string, readonly [type: string, unit: string]> = new Map([
  ['inuse_objects', ['inuse_objects', 'count']],
  ['inuse_space', ['inuse_space', 'bytes']],
  ['alloc_objects', ['alloc_objects', 'count']],
  ['alloc_space', ['alloc_space', 'bytes']],
  ['goroutines', ['goroutines', 'count']],
  ['mutex_count', ['contentions', 'count']],
  ['mutex_duration', ['delay', 'nanoseconds']],
  ['block_count', ['contentions', 'count']],
  ['block_duration', ['delay', 'nanoseconds']],
  ['exceptions', ['samples', 'count']],
]);

/** A text profile as pprof, and whose it is. */
export interface TextProfile {
  readonly service: string;
  readonly pprof: Uint8Array;
}

/**
 * Reads folded stacks as Pyroscope's server does: what is counted stands at the end of the application
 * name (`shop.cpu`, `shop.alloc_space`), and counts of CPU and wall time are samples.
 */
export function readTextProfile(
  body: Buffer,
  form: FoldedForm,
  { service, labels }: ApplicationName,
  query: URLSearchParams,
): Outcome<TextProfile> {
  if (body.length > MAX_PARSED_BYTES) return tooLarge(MAX_PARSED_BYTES);
  const dot = service.lastIndexOf('.');
  const suffix = dot < 0 ? 'cpu' : service.slice(dot + 1);
  const meaning = meaningOf(suffix, Number(query.get('sampleRate') || DEFAULT_SAMPLE_RATE));
  if (meaning === undefined) {
    return failed(422, 'invalid_argument', {
      reason: `The service pushed folded text of the unknown profile type ${JSON.stringify(suffix)}`,
      hint: 'The type is what follows the last dot of the application name, such as shop.cpu.',
    });
  }
  try {
    const pprof = encodeProfile(decodeFoldedText(body.toString('utf8'), form, meaning));
    const name = labels.service_name || (dot < 0 ? service : service.slice(0, dot));
    return found({ service: name, pprof });
  } catch (error) {
    if (!(error instanceof FlamegateError)) throw error;
    return failed(422, 'invalid_argument', {
      reason: `The service pushed folded text that cannot be read: ${error.message}`,
      hint: 'Each line is a stack with semicolons, root first, a space, and a count: main;parse 12.',
    });
  }
}

function meaningOf(suffix: string, sampleRate: number): CountMeaning | undefined {
  const time = suffix === 'itimer' ? 'cpu' : suffix;
  if (time === 'cpu' || time === 'wall') {
    const rate = sampleRate >= 1 && sampleRate <= 1e9 ? sampleRate : DEFAULT_SAMPLE_RATE;
    return {
      sampleType: { type: time, unit: 'nanoseconds' },
      cost: Math.floor(1e9 / rate),
      ticks: true,
    };
  }
  const [type, unit] = COUNTED.get(suffix) ?? [];
  return type === undefined || unit === undefined
    ? undefined
    : { sampleType: { type, unit }, cost: 1 };
}
