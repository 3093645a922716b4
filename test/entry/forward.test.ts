import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakePyroscope, startFakePyroscope } from '../support/fake-pyroscope.ts';
import { page, startScriptedServer } from '../support/scripted-server.ts';
import {
  type CliRun,
  flags,
  makeRepository,
  runCli,
  SHORT_RUN,
  temporaryFolder,
  WIDE_THRESHOLDS,
} from './support.ts';

const TOKEN = 's3cret-token-of-the-server';
const KEY = 'k3y-of-the-gateway';
const SECRETS = {
  FLAMEGATE_PYROSCOPE_TOKEN: TOKEN,
  FLAMEGATE_PYROSCOPE_HEADERS: `X-Gateway-Key: ${KEY}`,
  // A copy that the user has for other things.
  THE_SAME: `Bearer ${TOKEN}`,
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** The finding that explains a regression: what, and where. */
function culpritIn(path: string): unknown {
  const { verdict, findings } = JSON.parse(readFileSync(path, 'utf8'));
  const culprits = findings
    .filter((finding: { culprit: boolean }) => finding.culprit)
    .map(({ kind, function: name, file }: Record<string, string>) => ({ kind, name, file }));
  return { verdict, culprits };
}

describe('a run whose profiles are sent on', () => {
  it('has the same verdict, by labels alone, from the server that they went to', {
    timeout: 240_000,
  }, async () => {
    const server = await startFakePyroscope({ authorization: `Bearer ${TOKEN}` });
    try {
      const told = join(folder.path, 'environment.json');
      const tell = `if (requests === 1) import('node:fs').then(({ writeFileSync }) =>
        writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.env)));`;
      const repository = await makeRepository(folder.path, {
        base: { work: 100, onRequest: tell },
        head: { work: 100, times: 15, onRequest: tell },
      });
      const { path, base, change } = repository;
      repository.git('checkout', '--quiet', change);
      const options = { ...SHORT_RUN, ...WIDE_THRESHOLDS, service: 'basket', base };
      const target = {
        'pyroscope-url': server.url,
        'forward-profiles': 'always',
        json: join(folder.path, 'run.json'),
      };
      const run = await runCli(['run', ...flags({ ...options, ...target })], {
        cwd: path,
        env: SECRETS,
      });
      expect(run.code, run.stdout + run.stderr).toBe(1);
      expect(readFileSync(told, 'utf8')).not.toMatch(/s3cret|k3y-of/u);
      expect(run.stdout + run.stderr).not.toMatch(/s3cret|k3y-of/u);
      expectOwnLabels(server, { base, head: change });

      const again = await compareAgain(server, run, { base, head: change });
      expect(again.code, again.stdout + again.stderr).toBe(1);
      expect(culpritIn(join(folder.path, 'again.json'))).toEqual(
        culpritIn(join(folder.path, 'run.json')),
      );
    } finally {
      await server.close();
    }
  });

  /** Compares what the run says that it sent on. */
  function compareAgain(
    server: FakePyroscope,
    run: CliRun,
    { base, head }: { base: string; head: string },
  ): Promise<CliRun> {
    const [, selector = '', time = ''] =
      /Sent on to Pyroscope: \{(.*)\} in (\S+)/u.exec(run.stderr) ?? [];
    const options = {
      ...WIDE_THRESHOLDS,
      'pyroscope-url': server.url,
      selector: `{${selector}, service_git_ref="{ref}"}`,
      'round-label': 'flamegate_round',
      base: base.slice(0, 9),
      head: head.slice(0, 9),
      'base-window': time,
      'head-window': time,
      json: join(folder.path, 'again.json'),
    };
    return runCli(['compare', ...flags(options)], {
      cwd: folder.path,
      env: { FLAMEGATE_PYROSCOPE_TOKEN: TOKEN },
    });
  }

  function expectOwnLabels(server: FakePyroscope, commits: Readonly<Record<string, string>>): void {
    const runs = new Set(server.profiles.map(({ labels }) => labels.flamegate_run));
    expect(runs.size).toBe(1);
    const seen = new Set(
      server.profiles.map(({ labels: { flamegate_run: _run, flamegate_requests, ...labels } }) => {
        expect(Number(flamegate_requests)).toBeGreaterThan(0);
        return JSON.stringify(labels, Object.keys(labels).toSorted());
      }),
    );
    // An alarm is confirmed in fresh rounds, whose number is the gate's own business.
    const rounds = new Set(server.profiles.map(({ labels }) => labels.flamegate_round));
    expect([...rounds]).toEqual(expect.arrayContaining(['0', '1', '2']));
    const expected = ['base', 'head'].flatMap((side) =>
      [...rounds].map((round) => ({
        flamegate_round: round,
        flamegate_side: side,
        service_git_ref: commits[side],
        service_name: 'basket',
      })),
    );
    expect([...seen].toSorted()).toEqual(
      expected.map((labels) => JSON.stringify(labels)).toSorted(),
    );
    expect(new Set(server.profiles.map(({ typeId }) => typeId))).toContain(
      'wall:cpu:nanoseconds:wall:nanoseconds',
    );
  }

  it('has the verdict that it has anyway when the server takes none, and says so', {
    timeout: 240_000,
  }, async () => {
    const server = await startScriptedServer(page(403));
    try {
      const version = { work: 100 };
      const { path, base, change } = await makeRepository(folder.path, {
        base: version,
        head: version,
      });
      const options = { ...SHORT_RUN, ...WIDE_THRESHOLDS, base, head: change };
      const target = { 'pyroscope-url': server.url, 'forward-profiles': 'always' };
      const run = await runCli(['run', ...flags({ ...options, ...target })], {
        cwd: path,
        env: SECRETS,
      });
      expect(run.code, run.stdout + run.stderr).toBe(0);
      const said = run.stdout.replaceAll(/\s+/gu, ' ');
      expect(said).toContain('The profiles of 0 of 6 rounds were sent on to Pyroscope; then: ');
      expect(said).toContain('answered 403');
      expect(run.stdout + run.stderr).not.toMatch(/s3cret|k3y-of/u);
      expect(server.requests).toEqual(['/push.v1.PusherService/Push']);
    } finally {
      await server.close();
    }
  });
});
