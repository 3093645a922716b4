import { existsSync } from 'node:fs';
import { EXIT, FlamegateError } from '../errors.ts';
import type { GitOutcome } from './git-process.ts';

/** How many last lines of standard error an error carries. */
const TAIL_LINES = 20;

interface Known {
  readonly sign: RegExp;
  readonly hint: string;
  /** Nothing is wrong with the configuration; the network or a server failed. */
  readonly infrastructure?: true;
}

/** What to do about failures that git describes but does not help with. */
const KNOWN: readonly Known[] = [
  {
    sign: /detected dubious ownership|safe\.directory/,
    hint: 'The folder belongs to another user. Run `git config --global --add safe.directory "$PWD"` in it first.',
  },
  {
    sign: /not a git repository/,
    hint: 'Run inside a checkout; in a workflow, put a step with actions/checkout before this one.',
  },
  {
    sign: /Could not resolve host|Failed to connect|Connection (?:refused|reset|timed out)|early EOF|RPC failed|requested URL returned error: 5\d\d/,
    hint: 'The server could not be reached; run again when it can.',
    infrastructure: true,
  },
  {
    sign: /Permission denied \(publickey|Host key verification failed/,
    hint: 'SSH was refused, and nobody was asked for a passphrase: load the key into an agent, or fetch what is missing first.',
  },
];

/** The error for a git command that ended badly. */
export function explainFailure(
  args: readonly string[],
  cwd: string,
  outcome: GitOutcome,
): FlamegateError {
  const known = KNOWN.find(({ sign }) => sign.test(outcome.stderr));
  return new FlamegateError('plan', `${describe(args)} ${ending(outcome)} in ${cwd}`, {
    ...(known === undefined ? {} : { hint: known.hint }),
    ...(known?.infrastructure ? { exitCode: EXIT.measurement } : {}),
    output: stderrLines(outcome),
  });
}

/** The error for a git that did not start. */
export function explainNoStart(cwd: string, cause: unknown): FlamegateError {
  // Node reports a missing working folder and a missing program alike.
  if (!existsSync(cwd))
    return new FlamegateError('plan', `the folder ${cwd} does not exist`, { cause });
  return new FlamegateError('plan', 'git could not be started', {
    hint: 'Install git, and see that it is on the PATH.',
    cause,
  });
}

/** The last lines that git wrote to standard error, without credentials that a URL may hold. */
export function stderrLines(outcome: GitOutcome): string[] {
  return withoutCredentials(outcome.stderr)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-TAIL_LINES);
}

function ending({ cut, status }: GitOutcome): string {
  if (cut) return 'printed more than we read, and was ended,';
  return status === -1 ? 'was ended by a signal' : `failed with exit status ${status}`;
}

function describe(args: readonly string[]): string {
  return withoutCredentials(`git ${args.join(' ')}`).slice(0, 200);
}

function withoutCredentials(text: string): string {
  return text.replaceAll(/:\/\/[^/@\s]+@/g, '://***@');
}
