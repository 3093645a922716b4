import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PRESS, SHOP } from '../../fixtures/demo/changes.ts';
import { REQUESTS } from '../../fixtures/demo/command.ts';
import type { LoadRequest, Profiler, ServiceConfig } from '../../src/config/config.ts';
import { parseLoadRequest } from '../../src/config/load-requests.ts';
import { FlamegateError } from '../../src/errors.ts';

/** A sample service, and how it is measured. */
export interface Sample {
  /** Its folder. */
  readonly folder: string;
  readonly service: ServiceConfig;
  readonly profiler: Profiler;
  /** Sent in turn. */
  readonly requests: readonly LoadRequest[];
  /** The same requests in other proportions; undefined when that is not measured. */
  readonly mix: readonly LoadRequest[] | undefined;
}

const COMMON = {
  directory: '.',
  start: 'node src/server.js',
  readyUrl: 'http://127.0.0.1:{port}/ready',
  buildTimeoutMs: 300_000,
  readyTimeoutMs: 30_000,
  stopTimeoutMs: 10_000,
} as const;

const SAMPLES: Readonly<Record<string, () => Promise<Sample>>> = { shop, press };

/** @throws FlamegateError of kind `usage` when there is no such sample */
export async function sampleOf(name: string): Promise<Sample> {
  const make = Object.hasOwn(SAMPLES, name) ? SAMPLES[name] : undefined;
  if (make !== undefined) return make();
  throw new FlamegateError('usage', `there is no sample service ${JSON.stringify(name)}`, {
    hint: `Use --service with one of ${Object.keys(SAMPLES).join(', ')}.`,
  });
}

/** Profiled by Grafana's SDK, which is in its code. */
async function shop(): Promise<Sample> {
  const requests = REQUESTS.map(toRequest);
  const frequent = requests.filter(({ path: asked }) => /^\/(?:search|similar)\?/.test(asked));
  return {
    folder: SHOP,
    service: {
      ...COMMON,
      name: 'shop',
      build: 'npm ci --prefer-offline --no-audit --no-fund --ignore-scripts',
    },
    profiler: 'sdk',
    requests,
    mix: [...requests, ...frequent],
  };
}

/** Has no SDK: Flamegate's own profiler is loaded into it. */
async function press(): Promise<Sample> {
  const lines = await readFile(path.join(PRESS, 'requests.txt'), 'utf8');
  return {
    folder: PRESS,
    service: { ...COMMON, name: 'press', build: undefined },
    profiler: 'node',
    requests: lines.trimEnd().split('\n').map(toRequest),
    mix: undefined,
  };
}

function toRequest(line: string): LoadRequest {
  const request = parseLoadRequest(line);
  if (typeof request !== 'string') return request;
  throw new FlamegateError('internal', request);
}
