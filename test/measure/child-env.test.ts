import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { childEnvironment } from '../../src/measure/child-env.ts';

const SECRET = 'glc_eyJvIjoiMTIzIn0=';

describe('withholds', () => {
  it.each([
    ['inputs of the Action', 'INPUT_PYROSCOPE-TOKEN'],
    ['the job token', 'GITHUB_TOKEN'],
    ['the job token by its other name', 'GH_TOKEN'],
    ['a GitHub Enterprise token', 'GH_ENTERPRISE_TOKEN'],
    ['the OIDC token', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
    ['the address of caches', 'ACTIONS_RESULTS_URL'],
    ['the file that sets variables', 'GITHUB_ENV'],
    ['the file that sets the PATH', 'GITHUB_PATH'],
    ['the file that sets outputs', 'GITHUB_OUTPUT'],
    ['the file that keeps state', 'GITHUB_STATE'],
    ['the summary file', 'GITHUB_STEP_SUMMARY'],
    ['a Pyroscope token', 'PYROSCOPE_AUTH_TOKEN'],
    ['a Pyroscope password', 'PYROSCOPE_BASIC_AUTH_PASSWORD'],
    ['a Pyroscope tenant', 'PYROSCOPE_TENANT_ID'],
    ['OpenTelemetry credentials', 'OTEL_EXPORTER_OTLP_HEADERS'],
    ['OpenTelemetry credentials for traces', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS'],
    ['a token of ours', 'FLAMEGATE_GRAFANA_TOKEN'],
    ['headers for a gateway', 'FLAMEGATE_PYROSCOPE_HEADERS'],
  ])('%s', (_, name) => {
    expect(childEnvironment({ [name]: 'value' }, {})).toEqual({});
  });
});

describe('hands on', () => {
  it.each([
    ['where programs are', 'PATH'],
    ['the home folder', 'HOME'],
    ["the user's own variables", 'DATABASE_URL'],
    ["a token that the user's build needs", 'NPM_TOKEN'],
    ['what the workflow is about', 'GITHUB_SHA'],
    ["the runner's mark on processes that it kills after the job", 'RUNNER_TRACKING_ID'],
    ['where profiles go', 'PYROSCOPE_APPLICATION_NAME'],
  ])('%s', (_, name) => {
    expect(childEnvironment({ [name]: 'value' }, {})).toEqual({ [name]: 'value' });
  });
});

describe('withholds secrets by value', () => {
  it.each<[string, string, string[]]>([
    ['the value itself', SECRET, []],
    ['a text with the value in it', `Bearer ${SECRET}`, []],
    ['the value in a URL', `https://u:${encodeURIComponent(SECRET)}@host/`, []],
    ['the value in base64', Buffer.from(SECRET).toString('base64'), []],
    ['another value', 'glc_other', ['X']],
  ])('%s', (_, value, names) => {
    expect(Object.keys(childEnvironment({ X: value }, {}, [SECRET]))).toEqual(names);
  });

  it('looks for a short secret only as a whole value', () => {
    const parent = { EXACT: 'test', PART: 'a test of something' };
    expect(childEnvironment(parent, {}, ['test', ''])).toEqual({ PART: 'a test of something' });
  });

  it('keeps the PATH even when a secret happens to be a part of it', () => {
    const parent = { PATH: '/home/flamegate/bin' };
    expect(childEnvironment(parent, {}, ['flamegate'])).toEqual(parent);
  });
});

it('lets additions win, and drops variables without a value', () => {
  const parent = { PORT: '80', GONE: undefined, KEPT: '' };
  expect(childEnvironment(parent, { PORT: '20001' })).toEqual({ PORT: '20001', KEPT: '' });
});

describe('configuration of git', () => {
  const pairs = (...entries: [string, string][]): Record<string, string> => ({
    GIT_CONFIG_COUNT: String(entries.length),
    ...Object.fromEntries(
      entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  });
  const safe: [string, string] = ['safe.directory', '*'];

  it.each<[string, [string, string]]>([
    ['a header', ['http.https://github.com/.extraheader', 'AUTHORIZATION: basic Zm9v']],
    ['a credential helper', ['credential.helper', '!f() { echo password=x; }; f']],
    ['a URL with a token', ['url.https://x:tok@github.com/.insteadOf', 'https://github.com/']],
    ['a proxy with a password', ['http.proxy', 'http://me:pw@proxy:3128']],
    ['a known secret', ['user.name', SECRET]],
  ])('leaves out %s and numbers the rest anew', (_, entry) => {
    const environment = childEnvironment(pairs(entry, safe), {}, [SECRET]);
    expect(environment).toEqual(pairs(safe));
  });

  it('is gone altogether when nothing of it is left', () => {
    expect(childEnvironment(pairs(['credential.helper', 'store']), {})).toEqual({});
  });

  it('is what a real git can still read', () => {
    const parent = { PATH: process.env.PATH, ...pairs(['http.extraheader', 'x: y'], safe) };
    const output = execFileSync('git', ['config', '--get-regexp', '^(safe|http)\\.'], {
      env: childEnvironment(parent, {}),
      cwd: '/',
      encoding: 'utf8',
    });
    expect(output).toBe('safe.directory *\n');
  });

  it.each([
    ["'http.extraheader=AUTHORIZATION: bearer x'", []],
    ["'core.abbrev=12'", ['GIT_CONFIG_PARAMETERS']],
  ])("of a parent's -c: %s", (value, names) => {
    const environment = childEnvironment({ GIT_CONFIG_PARAMETERS: value }, {});
    expect(Object.keys(environment)).toEqual(names);
  });
});
