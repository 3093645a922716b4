import { expect, it } from 'vitest';
import { Cleanup } from '../src/cleanup.ts';
import { silentLog } from '../src/log.ts';

function recorder(): { cleanup: Cleanup; events: string[]; add(name: string): void } {
  const events: string[] = [];
  const cleanup = new Cleanup({ ...silentLog, warn: (message) => events.push(message) });
  return {
    cleanup,
    events,
    add: (name) => cleanup.defer(name, () => void events.push(name)),
  };
}

it('undoes the last thing first', async () => {
  const { cleanup, events, add } = recorder();
  add('worktree');
  add('server');
  add('process');
  await cleanup.run();
  expect(events).toEqual(['process', 'server', 'worktree']);
});

it('logs a failure, names it, and undoes the rest', async () => {
  const { cleanup, events, add } = recorder();
  add('worktree');
  cleanup.defer('stop server', () => Promise.reject(new Error('it is stuck')));
  cleanup.defer('stop process', () => {
    throw 'a text';
  });
  await cleanup.run();
  expect(events).toEqual([
    'clean-up failed: stop process: a text',
    'clean-up failed: stop server: it is stuck',
    'worktree',
  ]);
});

it('undoes each thing once, and what is deferred later in a later run', async () => {
  const { cleanup, events, add } = recorder();
  add('first');
  await cleanup.run();
  add('second');
  await cleanup.run();
  expect(events).toEqual(['first', 'second']);
});

it('undoes what is deferred while it runs', async () => {
  const { cleanup, events, add } = recorder();
  cleanup.defer('outer', () => add('inner'));
  await cleanup.run();
  expect(events).toEqual(['inner']);
});

it('lets a second caller wait for the first', async () => {
  const { cleanup, events } = recorder();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  cleanup.defer('slow', async () => {
    await held;
    events.push('slow');
  });
  const first = cleanup.run();
  const second = cleanup.run().then(() => events.push('second caller'));
  release();
  await Promise.all([first, second]);
  expect(events).toEqual(['slow', 'second caller']);
});
