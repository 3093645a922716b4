import { setTimeout as sleep } from 'node:timers/promises';
import { FlamegateError } from '../errors.ts';
import { deadline } from './deadline.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface ClientOptions {
  /** Root of the API: `https://api.github.com`, or what a GitHub Enterprise server has. */
  readonly apiUrl: string;
  readonly token: string;
  /** Flamegate's own version, for the User-Agent that GitHub asks for. */
  readonly version: string;
  /** Ends every request: the run is interrupted, or the time for all of them is over. */
  readonly signal: AbortSignal;
  /** Shorter times for tests. */
  readonly limits?: Partial<ClientLimits>;
}

/** How long GitHub may hold up the job, in milliseconds. */
export interface ClientLimits {
  readonly requestMs: number;
  /** First wait before a repetition; doubles, plus up to half of it by chance so that jobs don't meet again. */
  readonly backoffMs: number;
  /** The longest wait that GitHub can ask of us. */
  readonly waitMs: number;
}

/** GitHub's API with limits on time and repetition. */
export type GitHubClient = Awaited<ReturnType<typeof createGitHubClient>>;

const LIMITS: ClientLimits = {
  requestMs: 15_000,
  backoffMs: 250,
  waitMs: 10_000,
};

/** How often a request is sent at most. */
const ATTEMPTS = 3;

/** May be sent twice: a second one changes nothing, or asks for what is already so. */
const REPEATABLE = new Set(['GET', 'PATCH', 'DELETE']);

/**
 * Octokit against `apiUrl`. Loaded here because @actions/github reads the event file when it is imported.
 * Its retry plugin would also repeat a POST that timed out, and so write a comment twice.
 */
export async function createGitHubClient(options: ClientOptions) {
  const { apiUrl, token, version } = options;
  const limits = { ...LIMITS, ...options.limits };
  const { getOctokit } = await import('@actions/github');
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  const userAgent = `flamegate/${version}`;
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent, log: silent });
  octokit.hook.wrap('request', async (send, request) => {
    for (let attempt = 1; ; attempt++) {
      const { signal, end } = deadline(options.signal, limits.requestMs);
      // In place: octokit's own hook, which comes next, takes the first options and drops what is handed to `send`.
      request.request.signal = signal;
      try {
        return complete(await send(request));
      } catch (error) {
        const trouble = troubleOf(error, token);
        const wait = waitBefore(trouble, attempt, limits.backoffMs);
        const over = attempt >= ATTEMPTS || wait > limits.waitMs || options.signal.aborted;
        if (over || !mayRepeat(trouble, request.method)) throw error;
        await sleep(wait, undefined, { signal: options.signal });
      } finally {
        end();
      }
    }
  });
  return octokit;
}

/** Octokit takes half an answer, or a proxy's page, for text or for nothing. */
function complete<T extends { readonly status: number; readonly data: unknown }>(reply: T): T {
  if (reply.status === 204 || (typeof reply.data === 'object' && reply.data !== null)) return reply;
  throw new FlamegateError(
    'internal',
    `GitHub's answer (HTTP ${reply.status}) was no JSON, or only half of it`,
  );
}

/** GitHub did nothing for a request over the limit, so then even a POST can be sent again. */
function mayRepeat({ kind }: Trouble, method: string): boolean {
  return kind === 'limited' || (kind === 'unreachable' && REPEATABLE.has(method));
}

/** Milliseconds until the request is sent again. */
function waitBefore({ retryAfterSeconds }: Trouble, attempt: number, backoffMs: number): number {
  if (retryAfterSeconds !== undefined) return 1000 * retryAfterSeconds;
  return backoffMs * 2 ** (attempt - 1) * (1 + Math.random() / 2);
}
