/** A signal with an end, which has to be called when what it guards is over. */
export interface Deadline {
  readonly signal: AbortSignal;
  end(): void;
}

/**
 * A signal that aborts after `ms`, or when `parent` does. Node 20 collects `AbortSignal.timeout()` as garbage
 * when only `AbortSignal.any()` knows it, and then it never aborts; a timer of our own is kept.
 */
export function deadline(parent: AbortSignal, ms: number): Deadline {
  const controller = new AbortController();
  const follow = () => controller.abort(parent.reason);
  const expire = () => controller.abort(new Error(`no answer for ${ms / 1000} seconds`));
  const timer = setTimeout(expire, ms).unref();
  if (parent.aborted) follow();
  parent.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      parent.removeEventListener('abort', follow);
    },
  };
}
