import type { Waiver } from '../config/waivers.ts';
import type { Claim, Found, Notice, PullWaivers } from './claim.ts';
import type { Standing } from './standing.ts';

/** Most of them that count. */
const MAX_CLAIMS = 50;

/** Most people who are asked about: somebody with many accounts must not use up the job's requests. */
const MAX_PEOPLE = 30;

/** Claims that are looked at: the newest, of few people; the rest is told. */
export function boundedClaims({ claims, notices }: Found): Found {
  const newestFirst = [...claims]
    .reverse()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const people = new Set(newestFirst.map(({ by }) => by.id));
  const known = new Set([...people].slice(0, MAX_PEOPLE));
  const kept = newestFirst.filter(({ by }) => known.has(by.id)).slice(0, MAX_CLAIMS);
  if (kept.length === claims.length) return { claims: kept, notices };
  const text = `Only ${kept.length} of ${claims.length} waivers were looked at, the newest of ${known.size} people.`;
  return { claims: kept, notices: [...notices, { text, url: undefined }] };
}

/** What counts of the claims, given who may write. */
export function settle(
  { claims, notices }: Found,
  standings: ReadonlyMap<number, Standing>,
): PullWaivers {
  const waivers: Waiver[] = [];
  const refused: Notice[] = [];
  for (const claim of claims) {
    const { by, url, asked } = claim;
    if (typeof asked === 'string') {
      refused.push({ text: `A waiver by ${by.login} counts for nothing: ${asked}.`, url });
      continue;
    }
    const standing = standings.get(by.id) ?? 'unknown';
    if (standing === 'writes') waivers.push({ ...asked, given: { by: by.login, url } });
    else
      refused.push({ text: `${whose(claim, asked)} counts for nothing: ${WHY[standing]}.`, url });
  }
  return { waivers, notices: [...notices, ...refused] };
}

const WHY: Readonly<Record<Exclude<Standing, 'writes'>, string>> = {
  'does not write': 'only who may write to the repository can give one',
  unknown: 'GitHub does not say whether they may write to the repository',
};

function whose({ by }: Claim, { functions = '' }: Waiver): string {
  return `The waiver of ${functions} by ${by.login}`;
}
