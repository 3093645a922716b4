import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delimited } from '../support/proto-fields.ts';
import { REFUSALS } from '../support/refusals.ts';
import {
  connectError,
  page,
  protobuf,
  type ScriptedAnswer,
  startScriptedServer,
} from '../support/scripted-server.ts';
import { runCli, temporaryFolder } from './support.ts';

const SECRETS = {
  FLAMEGATE_PYROSCOPE_PASSWORD: 'hunter2-and-more',
  FLAMEGATE_PYROSCOPE_TOKEN: 'glsa_1234',
  FLAMEGATE_PYROSCOPE_HEADERS: 'X-Gateway-Key: k3y-5678',
};
const BASIC = Buffer.from('me:hunter2-and-more').toString('base64');
const SECRET = /hunter2|glsa_1234|k3y-5678/u;

/** Two seconds, long ago: nobody waits for more, and it can be halved once. */
const WINDOW = '2026-11-20T10:00:00Z/2026-11-20T10:00:02Z';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** What `flamegate compare` ends in, before a server that answers by the script. */
async function compare(...script: readonly [ScriptedAnswer, ...ScriptedAnswer[]]) {
  const server = await startScriptedServer(...script);
  try {
    const run = await runCli(
      [
        'compare',
        `--pyroscope-url=${server.url}`,
        ...['--pyroscope-user=me', '--pyroscope-tenant=team', '--pyroscope-timeout=1s'],
        ...['--base-selector={side="base"}', `--base-window=${WINDOW}`],
        ...['--head-selector={side="head"}', `--head-window=${WINDOW}`],
        ...['--slices=3', '--json=out.json'],
      ],
      { cwd: folder.path, env: SECRETS },
    );
    const said = run.stdout + run.stderr;
    expect(said).not.toMatch(SECRET);
    expect(said).not.toContain(BASIC);
    return { code: run.code, said: withoutSpace(said), requests: server.requests };
  } finally {
    await server.close();
  }
}

/** The terminal breaks lines where it wants. */
function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

describe('flamegate compare, of what a Pyroscope server refuses', () => {
  it.each(REFUSALS)('ends in $what', async ({ answer, exit, says, hint }) => {
    const { code, said, requests } = await compare(answer);
    const range = exit === 'less' ? ', even for a time range of 1 s' : '';
    expect(said).toContain(withoutSpace(says + range));
    if (hint !== undefined) expect(said).toContain(withoutSpace(hint));
    expect(code).toBe(exit === 'less' ? 3 : exit);
    // A shorter range is another question; none is asked twice.
    expect(requests).toHaveLength(exit === 'less' ? 2 : 1);
  });

  it.each<[string, ScriptedAnswer]>([
    ['503', page(503, { 'Retry-After': '0' })],
    ['429 with Retry-After', page(429, { 'Retry-After': '0' })],
    ['502', page(502, { 'Retry-After': '0' })],
  ])('asks four times before it ends in %s', async (what, answer) => {
    const { code, said, requests } = await compare(answer);
    expect(said).toContain(withoutSpace(`answered ${what.slice(0, 3)}, without an error`));
    expect(code).toBe(3);
    expect(requests).toHaveLength(4);
  });

  it.each<[string, ScriptedAnswer]>([
    ['no answer', () => {}],
    [
      'a body that drips',
      (response) => {
        response.writeHead(200, { 'Content-Type': 'application/proto' });
        const drip = setInterval(() => response.write('\0'), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('waits no longer than it is told to for %s', async (_what, answer) => {
    const { code, said, requests } = await compare(answer);
    expect(said).toContain(
      withoutSpace("can't be asked: no whole answer within 1 s, even for a time range of 1 s"),
    );
    expect(code).toBe(3);
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  it('takes no more of a gzip bomb than 256 MiB', async () => {
    const zeros = gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 });
    const bomb = protobuf(zeros, { 'Content-Encoding': 'gzip' });
    const { code, said } = await compare(bomb);
    expect(said).toMatch(/theanswerislargerthan256MiB|nowholeanswerwithin1s/u);
    expect(code).toBe(3);
  });

  it('shows no secret that the server repeats', async () => {
    const repeated = `Basic ${BASIC} hunter2-and-more glsa_1234 k3y-5678`;
    const { said } = await compare(connectError(401, 'unauthenticated', repeated));
    expect(said).toContain('unauthenticated:Basic***');
  });
});

const TYPE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';

/** A `SeriesResponse` with one profile type. */
const TYPES = protobuf(
  delimited(2, delimited(1, Buffer.concat([delimited(1, '__profile_type__'), delimited(2, TYPE)]))),
);

/** Sample type and period type without anything, a string table of the empty string. */
const EMPTY_THINGS = Buffer.concat([delimited(1, ''), delimited(6, ''), delimited(11, '')]);

/** A profile in the pprof format: field 1 of field 5. */
const wrapped = (profile: Uint8Array) => protobuf(delimited(5, delimited(1, profile)));

const FLAME_GRAPH = protobuf(delimited(1, delimited(1, 'total')));

describe('flamegate compare, of a profile that a Pyroscope server answers', () => {
  it.each<[string, readonly ScriptedAnswer[]]>([
    ['nothing of a merged profile', [wrapped(Buffer.alloc(0))]],
    ['a merged profile of empty things', [wrapped(EMPTY_THINGS)]],
    ['no bytes, from a server before 2.2', [FLAME_GRAPH, protobuf(Buffer.alloc(0))]],
    ['empty things, from a server before 2.2', [FLAME_GRAPH, protobuf(EMPTY_THINGS)]],
  ])('takes it for empty: %s', async (_what, answers) => {
    const { code, said } = await compare(TYPES, TYPES, ...answers);
    expect(said).toContain(
      withoutSpace('in none of the 3 slices both sides have a profile in Pyroscope'),
    );
    expect(code).toBe(3);
  });

  it.each<[string, ScriptedAnswer, string]>([
    [
      'cut off in the wrapper',
      protobuf(delimited(5, delimited(1, EMPTY_THINGS)).subarray(0, 5)),
      'it ends',
    ],
    ['cut off in the profile', wrapped(delimited(6, 'name').subarray(0, 4)), 'malformed protobuf'],
    [
      'cut off in gzip',
      protobuf(gzipSync(delimited(5, delimited(1, EMPTY_THINGS))).subarray(0, 15), {
        'Content-Encoding': 'gzip',
      }),
      'its gzip stream does not unpack',
    ],
  ])('is invalid for one that is %s, and does not ask again', async (_what, answer, says) => {
    const { code, said, requests } = await compare(TYPES, TYPES, answer);
    expect(said).toContain(withoutSpace('Invalid: profile of base, slice 1 of 3: '));
    expect(said).toContain(withoutSpace(says));
    expect(code).toBe(3);
    expect(requests.filter((path) => path.endsWith('/SelectMergeStacktraces'))).toHaveLength(1);
  });

  it('names what there is instead when there is no profile at all', async () => {
    const names = protobuf(delimited(1, 'other'));
    const { code, said, requests } = await compare(protobuf(Buffer.alloc(0)), names);
    expect(said).toContain(withoutSpace('none has side="base" in'));
    expect(said).toContain(withoutSpace('there is: other'));
    expect(code).toBe(3);
    expect(requests.map((path) => path.split('/').at(-1))).toEqual(['Series', 'LabelValues']);
  });
});
