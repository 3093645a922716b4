import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../src/log.ts';
import type { Annotation } from '../../src/publish/annotations.ts';
import { type CheckContent, checkName, publishCheck } from '../../src/publish/check-run.ts';
import { Connection } from '../../src/publish/connection.ts';
import type { Subject } from '../../src/publish/subject.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT, type Account } from '../harness/github/accounts.ts';
import { BAD_GATEWAY } from '../harness/github/faults.ts';

const HEAD = 'a'.repeat(40);
const OTHER_BOT: Account = { id: 2002, login: 'other-app[bot]', type: 'Bot' };

let github: FakeGitHub;
let warnings: string[];

beforeEach(async () => {
  github = await FakeGitHub.start();
  warnings = [];
});

afterEach(() => github.close());

const CONTENT: CheckContent = {
  conclusion: 'failure',
  title: 'Regression: parse got slower',
  summary: 'parse got slower',
  text: 'The report.',
  annotations: [],
  runUrl: 'https://github.com/octo-org/shop/actions/runs/1',
};

interface Publishing {
  readonly content?: Partial<CheckContent>;
  readonly subject?: Partial<Subject>;
  readonly run?: number;
  readonly attempt?: number;
  readonly key?: string;
  readonly token?: string;
}

function publish({ run = 1, attempt = 1, ...given }: Publishing = {}) {
  const log: Log = { info() {}, warn: (m) => warnings.push(m), section() {}, child() {} };
  const connection = new Connection({
    owner: 'octo-org',
    repo: 'shop',
    apiUrl: github.url,
    token: given.token ?? github.token,
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  const subject = { pull: undefined, commit: HEAD, run: { id: run, attempt }, ...given.subject };
  const content = { ...CONTENT, ...given.content };
  return publishCheck({ subject, key: given.key ?? 'shop', content }, connection, log);
}

function annotations(count: number): Annotation[] {
  return Array.from({ length: count }, (_, at) => ({
    level: 'error',
    title: `slower ${at}`,
    message: 'it is',
    file: 'src/search.js',
    line: at + 1,
  }));
}

/** Name, conclusion and number of annotations of every check run. */
function checks(): unknown[] {
  return github.checkRuns.map(({ fields, annotations: all }) => [
    fields.name,
    fields.conclusion,
    all.length,
  ]);
}

describe('a check run', () => {
  it('says of the commit what came out', async () => {
    expect(await publish()).toEqual({
      state: 'created',
      url: `https://github.com/octo-org/shop/runs/${github.checkRuns[0]?.id}`,
    });
    expect(github.checkRuns).toMatchObject([
      {
        fields: {
          name: 'Flamegate: shop',
          head_sha: HEAD,
          external_id: 'flamegate:shop:1',
          status: 'completed',
          conclusion: 'failure',
          details_url: CONTENT.runUrl,
          output: { title: CONTENT.title, summary: CONTENT.summary, text: CONTENT.text },
        },
      },
    ]);
    github.expectNoViolations();
  });

  it('is updated by a repeated attempt of its run', async () => {
    await publish({ content: { annotations: annotations(2) } });
    const again = await publish({
      attempt: 2,
      content: { conclusion: 'success', annotations: annotations(3) },
    });
    expect(again).toMatchObject({ state: 'updated' });
    expect(checks()).toEqual([['Flamegate: shop', 'success', 3]]);
    github.expectNoViolations();
  });

  it('is the same after the same was said twice', async () => {
    const content = { annotations: annotations(60) };
    await publish({ content });
    const before = structuredClone(github.checkRuns);
    await publish({ content, attempt: 2 });
    expect(github.checkRuns).toEqual(before);
  });

  it('takes the place of one whose annotations no longer belong there', async () => {
    await publish({ content: { annotations: annotations(2) } });
    await publish({ attempt: 2, content: { conclusion: 'success' } });
    await publish({ attempt: 3, content: { conclusion: 'neutral' } });
    expect(checks()).toEqual([
      ['Flamegate: shop', 'failure', 2],
      ['Flamegate: shop', 'neutral', 0],
    ]);
    github.expectNoViolations();
  });

  it.each([
    [50, 1],
    [51, 2],
    [120, 3],
  ])('with %d annotations takes %d requests', async (count, requests) => {
    await publish({ content: { annotations: annotations(count) } });
    expect(github.requests.filter(({ method }) => method !== 'GET')).toHaveLength(requests);
    expect(github.checkRuns[0]?.annotations.map(({ start_line: line }) => line)).toEqual(
      Array.from({ length: count }, (_, at) => at + 1),
    );
    github.expectNoViolations();
  });

  it.each([
    ['error', 'failure'],
    ['warning', 'warning'],
    ['notice', 'notice'],
  ] as const)('has annotations of level %s as %s', async (level, shown) => {
    const [annotation] = annotations(1);
    if (annotation !== undefined) {
      await publish({ content: { annotations: [{ ...annotation, level }] } });
    }
    expect(github.checkRuns[0]?.annotations).toMatchObject([{ annotation_level: shown }]);
  });

  it('of another run stands beside it, and the later run’s is the newest', async () => {
    await publish({ run: 1 });
    await publish({ run: 2, content: { conclusion: 'success' } });
    expect(await publish({ run: 1, attempt: 2 })).toEqual({ state: 'skipped', why: 'newer-run' });
    expect(checks()).toEqual([
      ['Flamegate: shop', 'failure', 0],
      ['Flamegate: shop', 'success', 0],
    ]);
  });

  it('of another gate is left alone', async () => {
    await publish({ key: 'shop' });
    await publish({ key: 'cart', run: 1, attempt: 2 });
    expect(checks()).toEqual([
      ['Flamegate: shop', 'failure', 0],
      ['Flamegate: cart', 'failure', 0],
    ]);
  });

  it('of another app is left alone, even with our id', async () => {
    await publish({ token: github.issueToken(OTHER_BOT, 'write') });
    const ours = await publish({ attempt: 2, content: { conclusion: 'success' } });
    expect(ours).toMatchObject({ state: 'created' });
    expect(checks()).toEqual([
      ['Flamegate: shop', 'failure', 0],
      ['Flamegate: shop', 'success', 0],
    ]);
  });

  it('of another commit is left alone', async () => {
    await publish();
    await publish({ subject: { commit: 'b'.repeat(40) }, attempt: 2 });
    expect(github.checkRuns.map(({ fields }) => fields.head_sha)).toEqual([HEAD, 'b'.repeat(40)]);
  });
});

describe('there is no check run', () => {
  it.each<[string, Partial<Subject>]>([
    ['no-commit', { commit: undefined }],
    ['read-only', { pull: { number: 7, headSha: HEAD, readOnly: 'fork' } }],
    ['read-only', { pull: { number: 7, headSha: HEAD, readOnly: 'dependabot' } }],
  ])('%s: nothing is asked of GitHub, and that is no trouble', async (why, subject) => {
    expect(await publish({ subject })).toEqual({ state: 'skipped', why });
    expect([github.requests, warnings]).toEqual([[], []]);
  });

  it.each([
    ['without the permission', { issues: 'write', 'pull-requests': 'write' }],
    ['that may only read', 'read'],
  ] as const)('with a token %s, which is told once', async (_, access) => {
    const token = github.issueToken(ACTIONS_BOT, access);
    expect(await publish({ token })).toMatchObject({ state: 'failed' });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^There is no check run, only the job’s own status: the token may not write checks \(HTTP 403: .*\)\. Give the job `permissions: checks: write`, or set `check: never`\.$/,
      ),
    ]);
    for (const request of github.requests) expect(request.token).toBe(token);
    github.expectNoViolations();
  });

  it('when GitHub is down', async () => {
    github.addFault({ trouble: BAD_GATEWAY, times: Number.POSITIVE_INFINITY });
    expect(await publish()).toMatchObject({ state: 'failed' });
    expect(warnings).toEqual([expect.stringContaining('HTTP 502')]);
  });
});

it('is called by the key, without anything hidden in it', () => {
  expect(checkName('shop\u202e\nx')).toBe('Flamegate: shop⟨U+202E⟩ x');
});
