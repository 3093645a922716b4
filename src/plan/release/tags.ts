import { type Checkout, REMOTE, remoteUrl } from '../checkout.ts';
import { askOrigin, explainFetch } from '../fetch.ts';
import { runGit } from '../git-process.ts';

/** A tag, and the commit that it stands for in the end. */
export interface Tag {
  readonly name: string;
  readonly commit: string;
}

/**
 * All tags: those of origin, since actions/checkout brings none along; without an origin, those that are here.
 * @throws FlamegateError of kind `plan` when origin can't be asked
 */
export async function listTags(checkout: Checkout): Promise<readonly Tag[]> {
  return parseTags(await tagLines(checkout));
}

async function tagLines(checkout: Checkout): Promise<string> {
  if ((await remoteUrl(checkout)) === undefined) {
    // Its status says no where there is no tag.
    return (await runGit(['show-ref', '--tags', '--dereference'], checkout.options)).stdout;
  }
  const answer = await askOrigin(checkout, ['ls-remote', '--quiet', '--tags', REMOTE]);
  if (answer.status !== 0) throw explainFetch(checkout, answer);
  return answer.stdout;
}

/** A tag with a text of its own has a second line, with `^{}` behind its name, for the commit. */
function parseTags(text: string): Tag[] {
  const commits = new Map<string, string>();
  for (const [, commit = '', name = ''] of text.matchAll(/^(\w+)\s+refs\/tags\/(.+)$/gm)) {
    commits.set(name.replace(/\^\{\}$/, ''), commit);
  }
  return [...commits].map(([name, commit]) => ({ name, commit }));
}
