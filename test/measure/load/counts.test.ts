import { describe, expect, it } from 'vitest';
import { parseCounts } from '../../../src/measure/load/counts/read-counts.ts';

/** The fields of `autocannon --json` that matter, and some that don't. */
const AUTOCANNON = {
  title: undefined,
  duration: 10.02,
  errors: 5,
  timeouts: 2,
  mismatches: 0,
  non2xx: 107,
  resets: 0,
  '1xx': 0,
  '2xx': 2_300,
  '3xx': 15,
  '4xx': 12,
  '5xx': 80,
  requests: { average: 240.7, total: 2_407, sent: 2_417 },
};

const k6 = (requests: unknown, failures: unknown): unknown => ({
  root_group: { name: '', groups: {}, checks: {} },
  metrics: { http_reqs: requests, http_req_failed: failures, vus: { value: 1, min: 1, max: 1 } },
});

const machineReadable = (...metrics: unknown[]): unknown => ({
  version: '1.0.0',
  config: { duration: 4, execution: 'local', script: 'load.js' },
  results: { checks: { metrics: [], results: [] }, metrics },
});

describe('reads', () => {
  it.each<[string, unknown, number, number]>([
    ['our own format', { requests: 2_315, failed: 3 }, 2_315, 3],
    ['our own format with more in it', { requests: 1, failed: 0, tool: 'wrk' }, 1, 0],
    ['autocannon: 2xx and 3xx succeeded', AUTOCANNON, 2_315, 97],
    [
      'k6 --summary-export, where passes are failures',
      k6({ count: 2_318, rate: 579.5 }, { passes: 3, fails: 2_315, value: 0.0013 }),
      2_315,
      3,
    ],
    [
      "k6's handleSummary()",
      k6(
        { type: 'counter', contains: 'default', values: { count: 180, rate: 4.4 } },
        { type: 'rate', contains: 'default', values: { rate: 0, passes: 0, fails: 180 } },
      ),
      180,
      0,
    ],
    [
      'k6 --new-machine-readable-summary',
      machineReadable(
        { name: 'vus', type: 'gauge', values: { value: 1, min: 1, max: 1 } },
        { name: 'http_reqs', type: 'counter', values: { count: 100 } },
        { name: 'http_req_failed', type: 'rate', values: { matches: 10, rate: 0.1, total: 100 } },
      ),
      90,
      10,
    ],
  ])('%s', (_, value, succeeded, failed) => {
    expect(parseCounts(JSON.stringify(value))).toEqual({ succeeded, failed });
  });
});

describe('refuses', () => {
  it.each<[string, unknown, string]>([
    ['another format', { hits: 12 }, 'the format is not known'],
    ['a list', [1, 2], 'the format is not known'],
    ['a number', 12, 'the format is not known'],
    ['no failures', { requests: 12 }, '"failed" is missing or not a count'],
    ['a negative count', { requests: -1, failed: 0 }, '"requests" is not a count'],
    ['a fraction', { requests: 1.5, failed: 0 }, '"requests" is not a count'],
    ['a text', { requests: '12', failed: 0 }, '"requests" is not a count'],
    ['nothing', { requests: null, failed: 0 }, '"requests" is not a count'],
    ['an object', { requests: {}, failed: 0 }, '"requests" is not a count'],
    [
      'an autocannon result without errors',
      { ...AUTOCANNON, errors: undefined },
      '"errors" is missing or not a count',
    ],
    [
      'an autocannon result with a class missing',
      { ...AUTOCANNON, '5xx': undefined },
      '"5xx" is missing or not a count',
    ],
    [
      'a k6 run without requests',
      k6(undefined, undefined),
      'k6 has no metric "http_reqs": it sent no HTTP request',
    ],
    [
      'a k6 run that does not say what failed',
      k6({ count: 3 }, undefined),
      'k6 has no metric "http_req_failed"; setResponseCallback(null) switches it off',
    ],
    [
      'a k6 summary without the count',
      k6({ rate: 3 }, { passes: 0 }),
      '"count" of k6\'s "http_reqs" is missing or not a count',
    ],
    [
      'a k6 summary without the failures',
      k6({ count: 3 }, { value: 0 }),
      '"passes" of k6\'s "http_req_failed" is missing or not a count',
    ],
    ['more failures than requests', k6({ count: 3 }, { passes: 4 }), 'k6: 4 of 3 requests failed'],
  ])('%s', (_, value, why) => {
    expect(() => parseCounts(JSON.stringify(value))).toThrow(
      expect.objectContaining({
        kind: 'measurement',
        message: `the result of the load command cannot be read: ${why}`,
      }),
    );
  });

  it('a cut text', () => {
    expect(() => parseCounts('{"requests": 12')).toThrow(/cannot be read: it is not JSON/);
  });
});
