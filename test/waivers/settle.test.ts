import { describe, expect, it } from 'vitest';
import type { Waiver } from '../../src/config/waivers.ts';
import type { Claim } from '../../src/waivers/claim.ts';
import { boundedClaims, settle } from '../../src/waivers/settle.ts';
import type { Standing } from '../../src/waivers/standing.ts';

/** Claims by the numbers of those who make them, an hour apart. */
function claimsBy(...people: readonly number[]): Claim[] {
  return people.map((id, hour) => ({
    by: { id, login: `user-${id}` },
    url: `https://github.com/o/r/pull/7#issuecomment-${hour}`,
    at: new Date(Date.UTC(2026, 0, 1, hour)).toISOString(),
    asked: waiver(`f${hour}`),
  }));
}

function waiver(functions: string): Waiver {
  const when = { expires: '2027-01-31', isExpired: false };
  return { functions, ceiling: 0.05, reason: 'why', issue: undefined, ...when };
}

const names = (claims: readonly Claim[]) =>
  claims.map(({ asked }) => (typeof asked === 'string' ? asked : asked.functions));

describe('which claims are looked at', () => {
  it('all of a few, the newest first; of one time, the last first', () => {
    const claims = claimsBy(1, 2, 1).map((claim, at) => ({
      ...claim,
      at: at > 0 ? '2026-01-02T00:00:00Z' : claim.at,
    }));
    const found = boundedClaims({ claims, notices: [] });
    expect(names(found.claims)).toEqual(['f2', 'f1', 'f0']);
    expect(found.notices).toEqual([]);
  });

  it.each<[what: string, people: readonly number[], kept: number, said: string]>([
    ['of a talkative one', Array.from({ length: 60 }, () => 1), 50, 'Only 50 of 60 waivers'],
    ['of a crowd', Array.from({ length: 40 }, (_, id) => id), 30, 'the newest of 30 people'],
  ])('not all %s, which is told', (_, people, kept, said) => {
    const { claims, notices } = boundedClaims({ claims: claimsBy(...people), notices: [] });
    expect(claims).toHaveLength(kept);
    expect(names(claims)[0]).toBe(`f${people.length - 1}`);
    expect(notices).toMatchObject([{ text: expect.stringContaining(said) }]);
  });
});

describe('which claims count', () => {
  it.each<[standing: Standing | undefined, said: string]>([
    ['does not write', 'only who may write to the repository can give one'],
    ['unknown', 'GitHub does not say whether they may write'],
    [undefined, 'GitHub does not say whether they may write'],
  ])('none of somebody who %s', (standing, said) => {
    const standings = new Map(standing === undefined ? [] : [[1, standing]]);
    expect(settle({ claims: claimsBy(1), notices: [] }, standings)).toEqual({
      waivers: [],
      notices: [
        {
          text: expect.stringContaining(`The waiver of f0 by user-1 counts for nothing: ${said}`),
          url: 'https://github.com/o/r/pull/7#issuecomment-0',
        },
      ],
    });
  });

  it('those of who may write, and it is said who that was and where', () => {
    const found = { claims: claimsBy(1, 2), notices: [] };
    const standings = new Map<number, Standing>([
      [1, 'writes'],
      [2, 'does not write'],
    ]);
    const url = 'https://github.com/o/r/pull/7#issuecomment-0';
    expect(settle(found, standings).waivers).toEqual([
      { ...waiver('f0'), given: { by: 'user-1', url } },
    ]);
  });

  it('none that is wrong, whoever wrote it', () => {
    const [claim] = claimsBy(1);
    if (claim === undefined) throw new Error('there is no claim');
    const claims = [{ ...claim, asked: 'there is no day 2027-02-31' }];
    expect(settle({ claims, notices: [] }, new Map([[1, 'writes']]))).toMatchObject({
      waivers: [],
      notices: [{ text: 'A waiver by user-1 counts for nothing: there is no day 2027-02-31.' }],
    });
  });
});
