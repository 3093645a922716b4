import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { type Invocation, readCommandLine } from '../../src/config/flags.ts';
import { configFromInputs } from '../../src/config/inputs.ts';
import { OPTIONS } from '../../src/config/options.ts';

function configOf(invocation: Invocation): Config {
  if (invocation.ask !== 'job') throw new Error(`asked for ${invocation.ask}`);
  return invocation.complete(undefined);
}

/** A run with the flags given, as far as it can be told from the others. */
function run(...flags: string[]): Config {
  return configOf(readCommandLine(['run', '--start', 'node s.js', ...flags], {}));
}

/** What was asked for, in full. */
function complete(invocation: Invocation): unknown {
  return 'complete' in invocation ? invocation.complete(undefined) : undefined;
}

function problemOf(...args: string[]): string {
  try {
    complete(readCommandLine(args, {}));
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  return 'no problem';
}

describe('a command line', () => {
  it.each<[args: string[], ask: Invocation['ask']]>([
    [[], 'help'],
    [['--help'], 'help'],
    [['run', '--help'], 'help'],
    [['--version'], 'version'],
    [['run', '--start', 'x'], 'job'],
    [['compare', '--rounds', 'r.json'], 'job'],
    [['self-test', '--help'], 'help'],
    [['self-test', '--start', 'x'], 'self-test'],
  ])('%j asks for %s', (args, ask) => {
    expect(readCommandLine(args, {}).ask).toBe(ask);
  });

  it('has the defaults of the table', () => {
    expect(run()).toMatchObject({
      job: 'run',
      bisect: false,
      services: [
        {
          name: 'service',
          plan: { first: 6, most: 20 },
          timeBudgetMs: undefined,
          measure: 'changed',
          unusedPaths: [],
          allowDifferent: [],
          policy: { maxIncrease: 0.01, minRelative: 0.05, alpha: 0.01 },
          types: [
            {
              profileType: 'cpu',
              policy: { maxIncrease: 0.01, minRelative: 0.05, alpha: 0.01 },
            },
          ],
          load: {
            durationSeconds: 5,
            warmupSeconds: 2,
            maxFailed: 0.01,
            requests: [{ method: 'GET', path: '/' }],
          },
          serviceProcess: { readyUrl: 'http://127.0.0.1:{port}/', buildTimeoutMs: 900_000 },
          handling: { mode: 'block', onInconclusive: 'fail' },
        },
      ],
      publish: { token: undefined },
    });
  });

  it.each<[flag: string, text: string, path: string, value: unknown]>([
    ['--duration', '1.5', 'load.durationSeconds', 1.5],
    ['--duration', '2m', 'load.durationSeconds', 120],
    ['--warmup', '500ms', 'load.warmupSeconds', 0.5],
    ['--min-relative', '10', 'policy.minRelative', 0.1],
    ['--min-relative', '10%', 'policy.minRelative', 0.1],
    ['--max-increase', '0.5', 'policy.maxIncrease', 0.005],
    ['--alpha', '0.1 %', 'policy.alpha', 0.001],
    ['--rate', '250', 'load.rate', 250],
    ['--rounds', '3', 'plan', { first: 3, most: 20 }],
    ['--rounds', '30', 'plan', { first: 30, most: 30 }],
    ['--max-rounds', '9', 'plan', { first: 6, most: 9 }],
    ['--time-budget', '8m', 'timeBudgetMs', 480_000],
    ['--allow-different', 'runtime, cpu', 'allowDifferent', ['runtime', 'cpu']],
    ['--measure', 'always', 'measure', 'always'],
    ['--unused-paths', '/site/', 'unusedPaths', ['/site/']],
  ])('%s %s', (flag, text, path, value) => {
    expect(run(flag, text).services[0]).toHaveProperty(path, value);
  });

  it.each<[flags: string[], isOn: boolean]>([
    [['--bisect'], true],
    [['--bisect', '--no-bisect'], false],
  ])('a switch needs no value: %j', (flags, isOn) => {
    expect(run(...flags)).toMatchObject({ bisect: isOn });
  });

  it('takes profile types with thresholds of their own', () => {
    const own = '{"type":"alloc_space","max-increase":3,"min-relative":"20%"}';
    const flags = ['--profile-type', 'cpu', '--profile-type', own, '--max-increase', '2'];
    expect(run(...flags).services[0].types).toEqual([
      { profileType: 'cpu', policy: { maxIncrease: 0.02, minRelative: 0.05, alpha: 0.01 } },
      { profileType: 'alloc_space', policy: { maxIncrease: 0.03, minRelative: 0.2, alpha: 0.01 } },
    ]);
  });

  it('takes requests as lines and as repeated flags', () => {
    const order = '{"method":"POST","path":"/order","body":{"items":3}}';
    const config = run('--load-requests', `GET /a\nGET /b?q=1`, '--load-requests', order);
    expect(config.services[0]).toMatchObject({
      load: {
        requests: [
          { method: 'GET', path: '/a', headers: {}, body: undefined },
          { method: 'GET', path: '/b?q=1', headers: {}, body: undefined },
          {
            method: 'POST',
            path: '/order',
            headers: { 'content-type': 'application/json' },
            body: '{"items":3}',
          },
        ],
      },
    });
  });

  it.each<[args: string[], problem: string]>([
    [['rum'], 'there is no command “rum”'],
    [['run'], '--start is missing'],
    [['run', '--start', 'x', '--rounds', 'ten'], '--rounds must be a whole number; it is “ten”'],
    [['run', '--start', 'x', '--rounds', '2'], '--rounds must be from 3 to 200; it is “2”'],
    [
      ['run', '--start', 'x', '--duration', '5 minutes'],
      '--duration must be a duration such as 90s or 5m; it is “5 minutes”',
    ],
    [
      ['run', '--start', 'x', '--profiler', 'perf'],
      '--profiler must be one of auto, sdk, node; it is “perf”',
    ],
    [
      ['run', '--start', 'x', '--ready-url', 'localhost:80'],
      '--ready-url must be an http or https URL; it is “localhost:80”',
    ],
    [
      ['run', '--start', 'x', '--load-url', 'http://me:pw@host/'],
      '--load-url must not carry a user or password',
    ],
    [['run', '--start', 'x', '--directory', '../up'], '--directory must lie inside the repository'],
    [
      ['run', '--start', 'x', '--load-requests', 'get /'],
      '“get /” is neither “METHOD /path” nor a JSON object',
    ],
    [['run', '--start', 'x', '--load-requests', '{"path":"x"}'], 'path must start with /'],
    [
      ['run', '--start', 'x', '--load-requests', '{"path":"/","mehtod":"GET"}'],
      'unknown fields: mehtod',
    ],
    [
      ['run', '--start', 'x', '--profile-type', '{"type":"cpu","max-incraese":3}'],
      '--profile-type: max-incraese is not known; did you mean “max-increase”?',
    ],
    [
      ['run', '--start', 'x', '--profile-type', '{"type":"cpu","max-increase":0}'],
      '--profile-type: max-increase must be from 0.01 to 100; it is “0”',
    ],
    [
      ['run', '--start', 'x', '--profile-type', '{"max-increase":3}'],
      '--profile-type has no “type”',
    ],
    [
      ['run', '--start', 'x', '--profile-type', 'allocations', '--profile-type', 'alloc_space'],
      '--profile-type names the same profiles twice: “alloc_space”',
    ],
    [['run', '--start', 'x', '--profile-type', '{"type":'], 'is not JSON'],
    [['compare'], '--rounds is missing'],
    [['compare', '--rounds', 'r.json', '--start', 'x'], "Unknown option '--start'"],
    [['compare', '--rounds', 'r.json', '--bisect'], "Unknown option '--bisect'"],
    [['run', '--start', 'x', '--no-start'], "Unknown option '--no-start'"],
    [['compare', '--pyroscope-url', 'http://p'], '--base-selector is missing'],
    [['compare', '--pyroscope-token', 'x'], "Unknown option '--pyroscope-token'"],
  ])('%j is refused', (args, problem) => {
    expect(problemOf(...args)).toContain(problem);
  });

  it('puts the gate that `run` would be to the test, on one commit', () => {
    const invocation = readCommandLine(
      ['self-test', '--start', 'node s.js', '--rounds', '4', '--canary', '10'],
      {},
    );
    expect(complete(invocation)).toMatchObject({
      gate: {
        services: [{ plan: { first: 4, most: 20 } }],
        commits: { base: 'HEAD', head: 'HEAD' },
      },
      pairs: 10,
      canary: 0.1,
    });
  });

  it('tells all problems at once', () => {
    const problem = problemOf('run', '--rounds', 'ten', '--alpha', 'x');
    expect(problem).toContain('--start');
    expect(problem).toContain('--rounds');
    expect(problem).toContain('--alpha');
  });

  it('takes secrets from the environment', () => {
    const args = ['compare', '--pyroscope-url', 'https://p.example', '--base-selector', '{a="1"}'];
    const windows = [
      '--base-window',
      '2026-11-20T10:00:00Z/2026-11-20T11:00:00Z',
      '--head-window',
      '2026-11-20T12:00:00+01:00/2026-11-20T13:00:00+01:00',
    ];
    const config = configOf(
      readCommandLine([...args, '--head-selector', '{a="2"}', ...windows], {
        FLAMEGATE_PYROSCOPE_TOKEN: 's3cret',
        FLAMEGATE_PYROSCOPE_HEADERS: 'X-Key: k3y\nX-Team: shop',
      }),
    );
    expect(config).toMatchObject({
      job: 'compare-server',
      pyroscope: {
        token: 's3cret',
        headers: { 'X-Key': 'k3y', 'X-Team': 'shop' },
      },
      services: [
        {
          slices: 12,
          base: { from: Date.UTC(2026, 10, 20, 10) },
          head: { until: Date.UTC(2026, 10, 20, 12) },
        },
      ],
    });
  });

  it('has a server to send the profiles of a run on to', () => {
    const secrets = { FLAMEGATE_PYROSCOPE_TOKEN: 's3cret' };
    const flags = ['--pyroscope-url', 'https://p.example', '--pyroscope-tenant', 'team'];
    const forward = ['--forward-profiles', 'always'];
    const read = (...more: string[]) =>
      configOf(readCommandLine(['run', '--start', 'x', ...more], secrets));
    expect(() => read(...flags)).toThrow(
      '--pyroscope-url is of no use to a run unless forward-profiles is always',
    );
    expect(() => read(...forward)).toThrow('--pyroscope-url is missing');
    expect(read(...flags, ...forward)).toMatchObject({
      job: 'run',
      forwardTo: { url: 'https://p.example', tenant: 'team', token: 's3cret', headers: {} },
    });
    expect(run()).toMatchObject({ forwardTo: undefined });
  });

  it('takes a label for rounds, and a time limit for answers', () => {
    const sides = ['base', 'head'].flatMap((side) => [
      `--${side}-selector={a="1"}`,
      `--${side}-window=2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`,
    ]);
    const compare = (...flags: string[]) =>
      configOf(readCommandLine(['compare', '--pyroscope-url=http://p', ...sides, ...flags], {}));
    expect(compare()).toMatchObject({
      pyroscope: { answerTimeoutMs: 120_000 },
      services: [{ roundLabel: undefined }],
    });
    expect(compare('--round-label', 'flamegate_round', '--pyroscope-timeout', '30s')).toMatchObject(
      { pyroscope: { answerTimeoutMs: 30_000 }, services: [{ roundLabel: 'flamegate_round' }] },
    );
  });

  it('does not repeat a header that it can not read, as it may be secret', () => {
    const problem = () =>
      complete(
        readCommandLine(['compare', '--pyroscope-url', 'https://p.example'], {
          FLAMEGATE_PYROSCOPE_HEADERS: 'k3y',
        }),
      );
    expect(problem).toThrow('--pyroscope-headers must be lines like X-Gateway-Key: 1234');
    expect(problem).not.toThrow('k3y');
  });
});

describe('inputs of the Action', () => {
  it('have the same names and meanings as flags', () => {
    const environment = {
      INPUT_START: 'node s.js',
      'INPUT_MIN-RELATIVE': '7',
      'INPUT_GITHUB-TOKEN': 'tok',
      INPUT_BUILD: '',
    };
    expect(configFromInputs(environment).complete(undefined)).toMatchObject({
      job: 'run',
      services: [
        {
          policy: { minRelative: 0.07 },
          serviceProcess: { build: undefined },
          handling: { mode: 'block', onInconclusive: 'warn' },
        },
      ],
      publish: { token: 'tok', comment: 'problems', commentKey: 'service' },
    });
  });

  it('compare recorded rounds when they are given a manifest', () => {
    expect(configFromInputs({ 'INPUT_ROUNDS-FILE': 'r.json' }).complete(undefined)).toMatchObject({
      job: 'compare-files',
      manifest: 'r.json',
    });
  });

  it('compare what a server holds, unless its profiles are to come from a run', () => {
    const inputs = (more: Readonly<Record<string, string>>) =>
      configFromInputs({
        'INPUT_PYROSCOPE-URL': 'https://p.example',
        'INPUT_PYROSCOPE-TOKEN': 'tok',
        INPUT_START: 'node s.js',
        ...more,
      });
    expect(() => inputs({}).complete(undefined)).toThrow('input base-window is missing');
    const forwarding = inputs({ 'INPUT_FORWARD-PROFILES': 'always' });
    expect(forwarding.secrets).toContain('tok');
    expect(forwarding.complete(undefined)).toMatchObject({
      job: 'run',
      forwardTo: { url: 'https://p.example', token: 'tok' },
    });
  });

  it.each([
    { 'INPUT_ROUNDS-FILE': 'r.json' },
    { 'INPUT_REPORT-FROM': 'result.json' },
    { 'INPUT_PYROSCOPE-URL': 'https://p.example', 'INPUT_BASE-WINDOW': 'x' },
  ])('can’t ask for bisecting where no commit is measured: %j', (inputs) => {
    expect(() => configFromInputs({ ...inputs, INPUT_BISECT: 'true' }).complete(undefined)).toThrow(
      'input bisect needs a run that builds and measures commits',
    );
  });

  it('have switches that are true or false', () => {
    const inputs = (bisect: string) => configFromInputs({ INPUT_START: 'x', INPUT_BISECT: bisect });
    expect(inputs('true').complete(undefined)).toMatchObject({ bisect: true });
    expect(() => inputs('yes').complete(undefined)).toThrow(
      'input bisect must be one of true, false; it is “yes”',
    );
  });

  it('are named in what is wrong', () => {
    expect(() => configFromInputs({}).complete(undefined)).toThrow('input start is missing');
  });
});

describe('the option table', () => {
  it('has every name once, in kebab case, with a description that ends', () => {
    const names = OPTIONS.map((option) => option.name);
    expect(new Set(names).size).toBe(names.length);
    for (const option of OPTIONS) {
      expect(option.name).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(option.description).toMatch(/\.$/u);
    }
  });
});
