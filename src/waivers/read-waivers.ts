import type { Log } from '../log.ts';
import type { Connection, Talk } from '../publish/connection.ts';
import type { GitHubClient } from '../publish/github-client.ts';
import { explainTrouble, type Trouble } from '../publish/trouble.ts';
import type { Claim, PullWaivers } from './claim.ts';
import { claimsOfComments, claimsOfLabels, type PullPage } from './find-claims.ts';
import { boundedClaims, settle } from './settle.ts';
import { type Standing, standingOf } from './standing.ts';

/** The pull request whose waivers are wanted. */
export type PullOnGitHub = Pick<PullPage, 'number' | 'url' | 'now'>;

/**
 * What people who may write have accepted on a pull request, by comment or by label, and what else should be said of
 * it. Never throws: what can't be read waives nothing.
 */
export async function readWaivers(
  connection: Connection,
  pull: PullOnGitHub,
  log: Log,
): Promise<PullWaivers> {
  const outcome = await connection.attempt((client, talk) =>
    waiversOn({ ...pull, client, connection }, talk),
  );
  if (outcome.state === 'failed') return unread(outcome.trouble, log);
  const { waivers, notices } = outcome.value;
  for (const { functions, expires, given } of waivers)
    log.info(`${given?.by} waives ${functions} until ${expires}: ${given?.url}`);
  for (const { text } of notices) log.warn(text);
  return outcome.value;
}

async function waiversOn(page: PullPage, { token }: Talk): Promise<PullWaivers> {
  const comments = await claimsOfComments(page);
  const labels = await claimsOfLabels(page);
  const found = boundedClaims({
    claims: [...comments.claims, ...labels.claims],
    notices: [...comments.notices, ...labels.notices],
  });
  return settle(found, await standings(page, token, found.claims));
}

/** Of everybody whose claim could count, each asked about once. */
async function standings(
  { client, connection }: { readonly client: GitHubClient; readonly connection: Connection },
  token: string,
  claims: readonly Claim[],
): Promise<ReadonlyMap<number, Standing>> {
  const known = new Map<number, Standing>();
  for (const { by, asked } of claims) {
    if (typeof asked === 'string' || known.has(by.id)) continue;
    known.set(by.id, await standingOf(client, connection, token, by));
  }
  return known;
}

/** Without the permission nobody can have expected a waiver to count; with a GitHub that fails, somebody can. */
function unread(trouble: Trouble | undefined, log: Log): PullWaivers {
  if (trouble === undefined) return { waivers: [], notices: [] };
  const why = explainTrouble(trouble, (said) => `the token may not read them (${said}). ${HINT}`);
  const text = `The waivers of the pull request count for nothing: ${why}`;
  log.warn(text);
  const isRefused = trouble.kind === 'refused';
  return { waivers: [], notices: isRefused ? [] : [{ text, url: undefined }] };
}

const HINT =
  'Give the job `permissions: pull-requests: read`, or set `pull-request-waivers: ignore`.';
