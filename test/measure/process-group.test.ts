import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { startGroup } from '../../src/measure/process-group.ts';
import { readProc } from '../../src/measure/process-table.ts';
import { livingWith, markedEnvironment, recordingLog, rejection } from './support.ts';

/** Starts a command and waits until it has said `up`. */
async function start(command: string, options: { path?: string; directory?: string } = {}) {
  const { marker, environment } = markedEnvironment();
  const log = recordingLog();
  const group = await startGroup({
    command,
    directory: options.directory ?? '/',
    environment: { ...environment, ...(options.path === undefined ? {} : { PATH: options.path }) },
    source: 'service head',
    log,
  });
  return { group, log, marker };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

async function startUp(command: string) {
  const started = await start(command);
  await until(() => started.group.tail().includes('up'));
  return started;
}

describe('output', () => {
  it('goes to the log line by line, from both streams', async () => {
    const { group, log } = await start('echo one; echo two >&2; printf three');
    await group.exited;
    await group.terminate(1_000);
    expect(log.children.sort()).toEqual([
      'service head| one',
      'service head| three',
      'service head| two',
    ]);
  });

  it('is bounded, whatever the program prints', async () => {
    const million = `head -c 1000000 /dev/zero | tr '\\0' x`;
    const { group } = await start(`${million}; echo; printf '\\033[31m::error::x\\n'`);
    await group.exited;
    await group.terminate(1_000);
    const [long = '', hostile] = group.tail();
    expect(long).toHaveLength(8192 + ' … [991,808 more characters cut]'.length);
    expect(hostile).toBe('\u001b[31m::error::x');
  });

  it('is complete in the tail after the end, although the pipe is held by someone else', async () => {
    // A process in a session of its own is out of reach; it holds the pipe and must not hold us.
    const { group, marker } = await start('setsid sleep 0.5 & echo last words; exit 3');
    expect(await group.exited).toEqual({ code: 3, signal: null });
    await group.terminate(1_000);
    expect(group.tail()).toEqual(['last words']);
    await until(() => livingWith(marker).length === 0);
  });
});

describe('the shell', () => {
  it('sees a failing part of a pipeline', async () => {
    const { group } = await start('false | cat; echo not reached');
    expect(await group.exited).toEqual({ code: 1, signal: null });
  });

  it('is sh where there is no bash', async () => {
    const path = mkdtempSync(join(tmpdir(), 'flamegate-no-bash-'));
    symlinkSync('/bin/sh', join(path, 'sh'));
    const { group } = await start(`echo "shell \${BASH_VERSION:-plain}"; false; echo no`, { path });
    expect(await group.exited).toEqual({ code: 1, signal: null });
    await group.terminate(1_000);
    rmSync(path, { recursive: true });
    expect(group.tail()).toEqual(['shell plain']);
  });

  it.each([
    ['no shell at all', { path: '/nonexistent' }, /could not be started: .*ENOENT/],
    ['no such folder', { directory: '/nonexistent' }, /the folder \/nonexistent does not exist/],
  ])('%s is an error that says so', async (_, options, message) => {
    const error = await rejection(start('true', options));
    expect(error).toBeInstanceOf(FlamegateError);
    expect(error).toMatchObject({ kind: 'measurement', message: expect.stringMatching(message) });
  });

  it('too long a command is an error that says so', async () => {
    const error = await rejection(start(`: ${'x'.repeat(300_000)}`));
    expect(error).toMatchObject({ kind: 'measurement', message: expect.stringMatching(/E2BIG/) });
  });
});

describe('terminate', () => {
  const POLITE = "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.02; done";
  const STUBBORN = "trap '' TERM; echo up; while :; do sleep 0.02; done";

  it.each([
    ['a program that ends on SIGTERM', POLITE, 'exited'],
    ['a program that ignores SIGTERM', STUBBORN, 'killed'],
    ['a wrapper that dies and leaves its child', `echo up; sh -c 'sleep 60'; true`, 'exited'],
    [
      'a child that flushes after its wrapper died',
      `sh -c "trap 'sleep 0.2; exit 0' TERM; echo up; while :; do sleep 0.02; done"; true`,
      'exited',
    ],
    ['a child that ignores SIGTERM', `sh -c "${STUBBORN}"; true`, 'killed'],
    ['a double fork', `(sh -c 'sleep 60 & echo up' &) ; sleep 60`, 'exited'],
    ['a double fork whose parents are gone', `(sh -c 'sleep 60 & echo up' &) ; exit 0`, 'exited'],
    ['job control', `set -m; sleep 60 & sh -c 'sleep 60' & echo up; wait`, 'exited'],
    ['a stopped child', `sh -c 'echo up; kill -STOP $$'; true`, 'killed'],
  ])('%s leaves nothing', async (_, command, ending) => {
    const { group, marker } = await startUp(command);
    // A process shows no environment for the moment in which it becomes another program.
    await expect.poll(() => livingWith(marker)).not.toEqual([]);
    expect(await group.terminate(ending === 'killed' ? 150 : 5_000)).toBe(ending);
    expect(livingWith(marker)).toEqual([]);
  });

  it('finds nothing to do after everything ended', async () => {
    const { group } = await start('true');
    await group.exited;
    expect(await group.terminate(1_000)).toBe('gone');
  });

  it('does nothing the second time', async () => {
    const { group } = await startUp(POLITE);
    await group.terminate(5_000);
    expect(await group.terminate(5_000)).toBe('exited');
  });

  it('waits for the last lines', async () => {
    const { group } = await startUp(POLITE);
    await group.terminate(5_000);
    expect(group.tail().at(-1)).toBe('bye');
  });

  it('does not wait for zombies, which an init that reaps nobody leaves for ever', async () => {
    // The parent leaves the session and never asks for its child's exit code.
    const parent = 'if (!fork) { sleep 60 } setsid; $| = 1; print "$$\\nup\\n"; sleep 60';
    const { group } = await startUp(`perl -MPOSIX=setsid -e '${parent}'; true`);
    expect(await group.terminate(30_000)).toBe('exited');
    const pid = Number(group.tail()[0]);
    const states = (await readProc()).filter((entry) => entry.session === group.pid);
    process.kill(pid, 'SIGKILL');
    expect(states).toMatchObject([{ zombie: true }]);
  });

  it('shortens the grace when the user is in a hurry, also midway', async () => {
    const { group, marker } = await startUp(STUBBORN);
    const hurry = new AbortController();
    setTimeout(() => hurry.abort(), 20);
    expect(await group.terminate(60_000, hurry.signal)).toBe('killed');
    expect(livingWith(marker)).toEqual([]);
  });
});
