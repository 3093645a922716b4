import { type Grant, levelOf, type Permission } from '../accounts.ts';
import type { Payloads } from '../payloads.ts';
import { failure, NOT_FOUND, notAccessible, type Reply } from '../reply.ts';
import type { State } from '../state.ts';

/** A request that is known to have the form GitHub describes. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly grant: Grant;
  readonly state: State;
  readonly payloads: Payloads;
  /** Root of the API. */
  readonly url: string;
}

export type Handler = (call: Call) => Reply;

export type Routes = Readonly<Record<string, Handler>>;

const PAGE_LIMIT = 100;

/**
 * For operations inside the repository that any of these permissions lets read: a token without any access does
 * not even see a private repository.
 */
export function readable(permissions: readonly Permission[], handler: Handler): Handler {
  return (call) => {
    const { owner, name, private: hidden } = call.state.repository;
    const here = call.parameters.owner === owner && call.parameters.repo === name;
    if (!here || call.grant.access === 'none') return NOT_FOUND;
    const unseen = hidden && levelOf(call.grant, permissions) === 'none' && permissions.length > 0;
    return unseen ? notAccessible(call.grant) : handler(call);
  };
}

/** For operations that any of these permissions lets write. */
export function writable(permissions: readonly Permission[], handler: Handler): Handler {
  return readable([], (call) =>
    levelOf(call.grant, permissions) === 'write' ? handler(call) : notAccessible(call.grant),
  );
}

/** One page and, as GitHub writes it, the links to the others: by the repository's number. */
export function page(
  { query, state, url }: Call,
  path: string,
  items: readonly unknown[],
  bodyOf: (items: readonly unknown[]) => unknown = (some) => some,
): Reply {
  const size = Math.min(Number(query.get('per_page') ?? 30), PAGE_LIMIT);
  const current = Number(query.get('page') ?? 1);
  if (size < 1 || current < 1) return failure(422, 'Invalid page');
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string) => {
    const others = new URLSearchParams(query);
    others.set('page', String(to));
    return `<${url}/repositories/${state.repository.id}/${path}?${others}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    ...(current < last ? [link(current + 1, 'next'), link(last, 'last')] : []),
    ...(current > 1 ? [link(1, 'first')] : []),
  ];
  const body = bodyOf(items.slice((current - 1) * size, current * size));
  return { status: 200, body, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}
