import { asCount, asRecord, type Counts, type CountsReader, fromTotal } from './counts.ts';

/**
 * k6's summary of a run, in its three shapes:
 * - `--summary-export`: `metrics.http_reqs.count`, `metrics.http_req_failed.passes`;
 * - the data of `handleSummary()`: the same under `.values`;
 * - `--new-machine-readable-summary` (k6 1.5): a list `results.metrics[]`, `http_req_failed` with `matches`.
 *
 * `http_req_failed` is a rate of the statement "this request failed", so its `passes` are the failed
 * requests and its `fails` the good ones (grafana/k6#2386).
 */
export const readK6Counts: CountsReader = (value) => {
  const metrics = asRecord(value.metrics) ?? listedMetrics(value);
  if (metrics === undefined) return undefined;
  const requests = valuesOf(metrics.http_reqs);
  if (requests === undefined) return 'k6 has no metric "http_reqs": it sent no HTTP request';
  const failures = valuesOf(metrics.http_req_failed);
  if (failures === undefined) {
    return 'k6 has no metric "http_req_failed"; setResponseCallback(null) switches it off';
  }
  return countsOf(requests, failures);
};

function countsOf(
  requests: Record<string, unknown>,
  failures: Record<string, unknown>,
): Counts | string {
  const total = asCount(requests.count);
  if (total === undefined) return '"count" of k6\'s "http_reqs" is missing or not a count';
  const failed = asCount(failures.passes ?? failures.matches);
  if (failed === undefined) return '"passes" of k6\'s "http_req_failed" is missing or not a count';
  return fromTotal(total, failed, 'k6');
}

/** `results.metrics`, by name. */
function listedMetrics(value: Record<string, unknown>): Record<string, unknown> | undefined {
  const list = asRecord(value.results)?.metrics;
  if (!Array.isArray(list)) return undefined;
  return Object.fromEntries(list.map((metric) => [String(asRecord(metric)?.name), metric]));
}

function valuesOf(metric: unknown): Record<string, unknown> | undefined {
  const record = asRecord(metric);
  return asRecord(record?.values) ?? record;
}
