import type { Checkout } from '../plan/checkout.ts';
import { git } from '../plan/git.ts';

/** First lines of commits' messages, by commit. Untrusted. */
export async function subjectsOf(
  { options }: Checkout,
  commits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const input = commits.map((commit) => `${commit}\n`).join('');
  // Plumbing, which no user configuration bends; it puts a line of its own before each.
  const args = ['rev-list', '--no-walk=unsorted', '--stdin', '--format=%H %s'];
  const text = await git(args, { ...options, input });
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('commit '));
  return new Map(
    lines.map((line) => {
      const [commit = '', ...subject] = line.split(' ');
      return [commit, subject.join(' ')];
    }),
  );
}
