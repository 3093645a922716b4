import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { parseStat, readProc, readPs } from '../../src/measure/process-table.ts';

it.each([
  [
    'a plain name',
    '812 (node) S 1 812 800 0 -1 4194560',
    { pid: 812, group: 812, session: 800, zombie: false },
  ],
  [
    'a name with brackets and spaces',
    '9 (a) Z (b) 1 2) R 1 7 5 0 -1',
    { pid: 9, group: 7, session: 5, zombie: false },
  ],
  ['a zombie', '9 (sh) Z 1 7 5 0 -1', { pid: 9, group: 7, session: 5, zombie: true }],
  ['nothing', '', undefined],
  ['a cut line', '9 (sh) S 1', undefined],
])('parses %s', (_, stat, entry) => {
  expect(parseStat(stat)).toEqual(entry);
});

it.each([
  ['/proc', readProc],
  ['ps', readPs],
])('%s lists a process in the group that it leads', async (_, read) => {
  const child = spawn('sleep', ['60'], { detached: true });
  await once(child, 'spawn');
  const entry = (await read()).find(({ pid }) => pid === child.pid);
  child.kill('SIGKILL');
  expect(entry).toMatchObject({ group: child.pid, zombie: false });
});
