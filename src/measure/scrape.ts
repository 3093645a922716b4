import type { Arrival, Refusal } from '../receiver/upload.ts';
import { withPort } from './port.ts';

/** What to ask for a profile, and for how long. */
export interface ScrapeRequest {
  /** Application name to file the profile under. */
  readonly service: string;
  /** URL that answers with a pprof of the next `?seconds=N`, as Go's `/debug/pprof/profile` does; `{port}` is replaced. */
  readonly url: string;
  readonly port: number;
  /** Length of the load that the profile is to cover. */
  readonly seconds: number;
}

/** A profile, or why there is none. */
export type Scraped =
  | { readonly kind: 'profile'; readonly arrival: Arrival }
  | { readonly kind: 'nothing'; readonly refusal: Refusal };

/** The answer takes the profiled seconds and then what it takes to write it. */
const PATIENCE_MS = 15_000;

/** Largest profile in bytes. */
const MAX_PROFILE_BYTES = 64 * 1024 * 1024;

/** How much of an error's text is shown. */
const SHOWN = 200;

/**
 * Asks a service that has no SDK, but profiles itself on demand, for a profile of the seconds that come;
 * call it as the load begins. Never rejects.
 */
export async function scrapeProfile(
  { service, url, port, seconds }: ScrapeRequest,
  signal: AbortSignal,
): Promise<Scraped> {
  const target = new URL(withPort(url, port));
  const whole = Math.max(1, Math.floor(seconds));
  target.searchParams.set('seconds', String(whole));
  const timeout = AbortSignal.timeout(whole * 1000 + PATIENCE_MS);
  try {
    const { default: axios } = await import('axios');
    const { status, data } = await axios.get<Buffer>(target.href, {
      responseType: 'arraybuffer',
      maxRedirects: 0,
      proxy: false,
      maxContentLength: MAX_PROFILE_BYTES,
      validateStatus: () => true,
      signal: AbortSignal.any([signal, timeout]),
    });
    const pprof = Buffer.from(data);
    if (status !== 200) return nothing(target, `${status}: ${textOf(pprof)}`);
    if (pprof.length === 0) return nothing(target, 'nothing');
    return {
      kind: 'profile',
      arrival: {
        service,
        labels: {},
        spy: 'scrape',
        pprof,
        receivedAt: Date.now(),
        from: undefined,
        until: undefined,
      },
    };
  } catch (error) {
    return nothing(target, error instanceof Error ? error.message : String(error));
  }
}

function textOf(bytes: Buffer): string {
  return bytes.subarray(0, SHOWN).toString('utf8').trim();
}

function nothing(target: URL, answer: string): Scraped {
  return {
    kind: 'nothing',
    refusal: {
      reason: `${target.href} was asked for a profile and gave none (${answer})`,
      hint: 'It must answer with a pprof of ?seconds=N, as net/http/pprof does, without a redirect; a write timeout of the server must be longer than the load.',
    },
  };
}
