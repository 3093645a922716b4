import { asCount, type CountsReader } from './counts.ts';

const STATUS_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** What `autocannon --json` prints. Its `errors` contain the time-outs and are not among the status classes. */
export const readAutocannonCounts: CountsReader = (value) => {
  if (!('non2xx' in value) || !('2xx' in value)) return undefined;
  const errors = asCount(value.errors);
  if (errors === undefined) return '"errors" is missing or not a count';
  let succeeded = 0;
  let failed = errors;
  for (const name of STATUS_CLASSES) {
    const count = asCount(value[name]);
    if (count === undefined) return `"${name}" is missing or not a count`;
    if (name === '2xx' || name === '3xx') succeeded += count;
    // Interim answers (1xx) are followed by the real one.
    else if (name !== '1xx') failed += count;
  }
  return { succeeded, failed };
};
