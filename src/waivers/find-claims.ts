import type { Connection } from '../publish/connection.ts';
import type { GitHubClient } from '../publish/github-client.ts';
import type { Claim, Claimant, Found } from './claim.ts';
import { parseCommand } from './command.ts';
import { isWaiverLabel, parseLabel } from './label.ts';
import { visibleLines } from './visible-lines.ts';

/** A pull request, and how it is read. */
export interface PullPage {
  readonly client: GitHubClient;
  readonly connection: Connection;
  readonly number: number;
  /** The pull request on GitHub, for people. */
  readonly url: string;
  readonly now: Date;
}

/** Pages of 100 that are read: GitHub takes 2,500 comments on one pull request. */
const MAX_PAGES = 30;

/** The first line of what Flamegate itself writes, which shows how a waiver is written. */
const OWN_COMMENT = /^<!-- flamegate:/u;

/** As GitHub has an account in a comment or an event; null when it was deleted. */
interface Account extends Claimant {
  readonly type: string;
}

/** Commands in a pull request's comments. Those of apps are none: an app may say what somebody else wrote. */
export async function claimsOfComments(page: PullPage): Promise<Found> {
  const { client, url, now } = page;
  const { items, isCut } = await all(
    client.paginate.iterator(client.rest.issues.listComments, addressOf(page)),
  );
  const claims = items.flatMap((comment): Claim[] => {
    const { id, user, body = '', created_at: at, performed_via_github_app: app } = comment;
    const by = personOf(user, app);
    if (by === undefined || OWN_COMMENT.test(body)) return [];
    return visibleLines(body).flatMap((line) => {
      const asked = parseCommand(line, now);
      return asked === undefined ? [] : [{ by, url: `${url}#issuecomment-${id}`, at, asked }];
    });
  });
  const text = `Only the first ${items.length} comments were looked through for waivers.`;
  return { claims, notices: isCut ? [{ text, url: undefined }] : [] };
}

/**
 * Labels of a pull request that waive something. A label says nothing of who set it, and whoever may triage can, so
 * the newest event of each is asked for.
 */
export async function claimsOfLabels(page: PullPage): Promise<Found> {
  const { client, url, now } = page;
  const { issues } = client.rest;
  const labels = await all(client.paginate.iterator(issues.listLabelsOnIssue, addressOf(page)));
  const names = labels.items.map(({ name }) => name).filter(isWaiverLabel);
  if (names.length === 0) return { claims: [], notices: [] };
  const events = await all(client.paginate.iterator(issues.listEvents, addressOf(page)));
  const claims: Claim[] = [];
  const notices: Found['notices'][number][] = [];
  for (const name of names) {
    const newest = events.items.findLast(
      (event) => event.event === 'labeled' && 'label' in event && event.label.name === name,
    );
    // With events left out, a newer one of somebody else may be among them.
    const event = events.isCut ? undefined : newest;
    const by = personOf(event?.actor, event?.performed_via_github_app);
    if (event === undefined || by === undefined) {
      notices.push({ text: `The label ${name} counts for nothing: no person set it.`, url });
      continue;
    }
    const asked = parseLabel(name, new Date(event.created_at), now);
    claims.push({ by, url: `${url}#event-${event.id}`, at: event.created_at, asked });
  }
  return { claims, notices };
}

function addressOf({ connection: { owner, repo }, number }: PullPage) {
  return { owner, repo, issue_number: number, per_page: 100 };
}

/** Everything on all pages, up to a limit. */
async function all<T>(
  pages: AsyncIterable<{ readonly data: readonly T[] }>,
): Promise<{ readonly items: readonly T[]; readonly isCut: boolean }> {
  const items: T[] = [];
  let count = 0;
  for await (const { data } of pages) {
    count += 1;
    if (count > MAX_PAGES) return { items, isCut: true };
    items.push(...data);
  }
  return { items, isCut: false };
}

/** A person who acts by themselves; undefined for an app, for one who lets an app act, and for who is gone. */
function personOf(account: Account | null | undefined, app: unknown): Claimant | undefined {
  const isApp = account?.type === 'Bot' || (app !== null && app !== undefined);
  return isApp || !account ? undefined : { id: account.id, login: account.login };
}
