import { asCount, type CountsReader } from './counts.ts';

/** Our own format, for any program: `{"requests": 2315, "failed": 3}`, where `requests` succeeded. */
export const readPlainCounts: CountsReader = (value) => {
  if (!('requests' in value)) return undefined;
  const succeeded = asCount(value.requests);
  const failed = asCount(value.failed);
  if (succeeded === undefined) return '"requests" is not a count';
  if (failed === undefined) return '"failed" is missing or not a count';
  return { succeeded, failed };
};
