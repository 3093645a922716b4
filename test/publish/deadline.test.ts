import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deadline } from '../../src/publish/deadline.ts';

describe('a deadline', () => {
  it('aborts when its time is over', async () => {
    const { signal } = deadline(new AbortController().signal, 10);
    await sleep(30);
    expect(signal.reason).toEqual(new Error('no answer for 0.01 seconds'));
  });

  it('aborts with its parent, for its reason', () => {
    const parent = new AbortController();
    const { signal } = deadline(parent.signal, 60_000);
    parent.abort('stop');
    expect(signal.reason).toBe('stop');
  });

  it('is over from the start when its parent is', () => {
    expect(deadline(AbortSignal.abort('stop'), 60_000).signal.reason).toBe('stop');
  });

  it('never aborts after its end', async () => {
    const parent = new AbortController();
    const { signal, end } = deadline(parent.signal, 10);
    end();
    parent.abort();
    await sleep(30);
    expect(signal.aborted).toBe(false);
  });
});
