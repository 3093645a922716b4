import { afterEach, describe, expect, it } from 'vitest';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { formatProfile } from '../support/text-profile.ts';
import { post } from './requests.ts';
import { type OpenRound, openRound } from './rounds.ts';

let round: OpenRound | undefined;
afterEach(() => round?.close());

const TEXT = { 'content-type': 'text/plain' };
const TIMES = 'from=1795364832&until=1795364834';

async function push(query: string, body: string, headers: Record<string, string> = TEXT) {
  round = await openRound({ profiler: 'sdk' });
  const reply = await post(`${round.url}/ingest?${TIMES}&${query}`, body, headers);
  return { reply, ...round.intake.collect() };
}

describe('folded text', () => {
  it.each<[string, string, string, [service: string, type: string, picture: string[]]]>([
    ['of CPU', 'name=shop', 'a;b 3', ['shop', 'cpu', ['a b 30000000']]],
    ['named .cpu', 'name=shop.cpu', 'a;b 3', ['shop', 'cpu', ['a b 30000000']]],
    [
      'at another rate',
      'name=shop&sampleRate=1000&format=groups',
      'a;b 3',
      ['shop', 'cpu', ['a b 3000000']],
    ],
    ['at a rate of nonsense', 'name=shop&sampleRate=x', 'a 1', ['shop', 'cpu', ['a 10000000']]],
    [
      'as lines',
      'name=shop.wall&format=lines',
      'a;b\nc\na;b',
      ['shop', 'wall', ['a b 20000000', 'c   10000000']],
    ],
    ['of memory', 'name=shop.eu.alloc_space', 'a 7', ['shop.eu', 'alloc_space', ['a 7']]],
    ['of locks', 'name=shop.mutex_duration', 'a 7', ['shop', 'delay', ['a 7']]],
    ['with a service label', 'name=x{service_name=shop}', 'a 1', ['shop', 'cpu', ['a 10000000']]],
    // The real server goes by the format as well, and takes what it does not know for groups.
    ['of an unknown format', 'name=shop&format=new', 'a 1', ['shop', 'cpu', ['a 10000000']]],
  ])('is taken: %s', async (_what, query, body, [service, type, picture]) => {
    const { reply, uploads, refusals } = await push(query, body);
    expect(reply).toMatchObject({ status: 200, body: '' });
    expect(refusals).toEqual([]);
    expect(uploads).toEqual([
      expect.objectContaining({ service, from: 1795364832000, until: 1795364834000 }),
    ]);
    const profile = foldProfile(decodePprof(uploads[0]?.pprof() ?? Buffer.alloc(0)), type);
    expect(formatProfile(profile).split('\n')).toEqual(picture);
  });

  it('has as many ticks as samples', async () => {
    const { uploads } = await push('name=shop', 'a 3\nb 4');
    expect(foldProfile(decodePprof(uploads[0]?.pprof() ?? Buffer.alloc(0)), 'cpu').ticks).toBe(7);
  });

  it('is refused when it is larger than any', async () => {
    const { reply, refusals } = await push('name=shop', 'a 1\n'.repeat(5_000_000));
    expect(reply.status).toBe(413);
    expect(refusals[0]?.reason).toContain('larger than 16777216 bytes');
  });

  it.each([
    ['without counts', 'name=shop', 'a;b;c', 'line 1 is not a stack with a count'],
    ['of an unknown type', 'name=shop.eu', 'a 1', 'unknown profile type "eu"'],
    ['that is a web page', 'name=shop', '<html>\n<p>502</p>', 'line 1 is not a stack'],
  ])('is refused %s', async (_what, query, body, reason) => {
    const { reply, uploads, refusals } = await push(query, body);
    expect(reply.status).toBe(422);
    expect(uploads).toEqual([]);
    expect(refusals).toEqual([
      { reason: expect.stringContaining(reason), hint: expect.stringMatching(/./) },
    ]);
  });
});
