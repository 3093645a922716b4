import type { CommitsConfig } from '../config/config.ts';
import { FlamegateError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Checkout, type CheckoutOptions, checkoutAround } from './checkout.ts';
import { isFullId } from './ref.ts';
import { isRelease, nameReleases } from './release/named.ts';
import { resolveCommit } from './resolve.ts';

/** What a user calls a side by. */
export interface NamedCommit {
  /** As it was given; of `release:newest` the tag. Untrusted. */
  readonly ref: string;
  /** The full id that git knows it by; absent when that is not known here. */
  readonly commit?: string;
}

/** Undefined for a side that nobody named. */
export interface NamedCommits {
  readonly base: NamedCommit | undefined;
  readonly head: NamedCommit | undefined;
}

/** Where names are looked up. */
export interface NamingOptions extends CheckoutOptions, CommitsConfig {
  readonly log: Log;
}

/**
 * Looks the names of both sides up in the checkout around us, and on its origin. Nothing has to be there: profiles
 * may be labelled with names that git never heard of, and then a name is only a name.
 * @throws FlamegateError of kind `usage` or `plan` for a release that can't be told
 */
export async function nameCommits(options: NamingOptions): Promise<NamedCommits> {
  const { base, head, releases, log } = options;
  if (base === undefined && head === undefined) return { base, head };
  const checkout = await ifAny(options);
  if (checkout === undefined) return { base: justName(base), head: justName(head) };
  const refs = await nameReleases(checkout, { base, head }, releases);
  return {
    base: await lookUp('base', refs.base, checkout, log),
    head: await lookUp('head', refs.head, checkout, log),
  };
}

/** A machine without git is as good as a folder outside of any repository. */
async function ifAny(options: CheckoutOptions): Promise<Checkout | undefined> {
  try {
    return await checkoutAround(options);
  } catch (error) {
    if (isUnknown(error)) return undefined;
    throw error;
  }
}

function justName(ref: string | undefined): NamedCommit | undefined {
  if (isRelease(ref)) {
    throw new FlamegateError('usage', `${ref} can't be told outside of a checkout`, {
      hint: 'Run inside a checkout of the repository, which knows its tags; in a workflow, put a step with actions/checkout before this one. Or name the release itself.',
    });
  }
  return ref === undefined ? undefined : { ref, ...(isFullId(ref) && { commit: ref }) };
}

async function lookUp(
  side: 'base' | 'head',
  ref: string | undefined,
  checkout: Checkout,
  log: Log,
): Promise<NamedCommit | undefined> {
  if (ref === undefined) return undefined;
  if (isFullId(ref)) return { ref, commit: ref };
  try {
    const commit = await resolveCommit(checkout, ref);
    log.info(`${side} is ${ref} (${commit}).`);
    return { ref, commit };
  } catch (error) {
    if (!isUnknown(error)) throw error;
    log.info(`${side} is ${ref}, of which git does not know the commit: ${error.message}.`);
    return { ref };
  }
}

/** Git knows no such thing, or can't be asked. */
function isUnknown(error: unknown): error is FlamegateError {
  return error instanceof FlamegateError && (error.kind === 'plan' || error.kind === 'usage');
}
