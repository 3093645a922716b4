import { FlamegateError } from '../../errors.ts';
import type { Side } from '../profile.ts';
import { labelValues, type Source } from './labels.ts';
import type { Search } from './search.ts';
import { formatSelector, type Matcher, parseSelector } from './selector.ts';
import type { Server } from './server.ts';
import { listed, noSuchValue } from './why-empty.ts';

/** Stands in a selector for the ref of a side. */
export const REF = '{ref}';

const SHORTEST_SHA = 7;

/** A side's selector, with its ref in it. */
export interface ResolvedSelector {
  readonly selector: string;
  /** The label value that the ref stands for; undefined for a selector without a place for one. */
  readonly ref: string | undefined;
}

/** What a side is called. */
export interface Called {
  readonly name: string;
  /** Its commit; undefined when nobody knows it. */
  readonly commit: string | undefined;
}

/**
 * Puts a ref into a selector: the label value that it is, or that it is the only one to mean. Profiles are
 * labelled with full SHAs, short ones or tags, as their service was built. The name itself comes before its commit, and
 * both before what only looks like them.
 * @returns what is missing, with the values there are, when none is meant
 * @throws FlamegateError of kind `usage` that lists the values when several may be meant
 */
export async function resolveRef(
  server: Server,
  side: Side,
  { selector, window }: Source,
  { name, commit }: Called,
  now: number,
): Promise<Search<ResolvedSelector>> {
  const matchers = parseSelector(selector);
  const placed = matchers?.find(({ value }) => value.includes(REF));
  if (matchers === undefined || placed === undefined) {
    return { found: { selector, ref: undefined } };
  }
  const others = matchers.filter((matcher) => matcher !== placed);
  const source = { selector: formatSelector(others), window };
  const values = await labelValues(server, placed.name, source);
  const [before = '', after = ''] = placed.value.split(REF);
  const refs = values
    .filter((value) => value.startsWith(before) && value.endsWith(after))
    .map((value) => value.slice(before.length, value.length - after.length));
  const names = commit === undefined || commit === name ? [name] : [name, commit];
  const exact = names.filter((text) => refs.includes(text)).slice(0, 1);
  const [meant, ...more] =
    [exact, ...names.map((text) => refsMeant(text, refs))].find(({ length }) => length > 0) ?? [];
  const filled = (text: string): Matcher => ({ ...placed, value: `${before}${text}${after}` });
  if (meant === undefined) {
    const wanted = names.map(filled);
    return { missing: async () => noSuchValue(side, wanted, others, values, window, now) };
  }
  if (more.length > 0) throw ambiguous(side, name, [meant, ...more]);
  const complete = matchers.map((matcher) => (matcher === placed ? filled(meant) : matcher));
  return { found: { selector: formatSelector(complete), ref: meant } };
}

/** Which of `refs` a ref may mean: itself; else what begins as a short SHA does, or a tag with other trimmings. */
export function refsMeant(ref: string, refs: readonly string[]): readonly string[] {
  if (refs.includes(ref)) return [ref];
  if (isSha(ref)) {
    const sha = ref.toLowerCase();
    return refs.filter((other) => {
      const candidate = other.toLowerCase();
      return isSha(other) && (candidate.startsWith(sha) || sha.startsWith(candidate));
    });
  }
  return refs.filter((other) => bareName(other) === bareName(ref));
}

function isSha(text: string): boolean {
  return text.length >= SHORTEST_SHA && /^[0-9a-f]+$/iu.test(text);
}

/** `1.4` of `refs/tags/v1.4`. */
function bareName(ref: string): string {
  return ref.replace(/^refs\/(?:tags|heads)\//u, '').replace(/^v(?=\d)/u, '');
}

function ambiguous(side: Side, ref: string, meant: readonly string[]): FlamegateError {
  return new FlamegateError(
    'usage',
    `${side} ${JSON.stringify(ref)} may mean several: ${listed(meant)}`,
    { hint: 'Give more of it.' },
  );
}
