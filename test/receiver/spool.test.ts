import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSpool } from '../../src/receiver/spool.ts';

describe('readSpool', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flamegate-spool-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads profiles in the order of their windows, and notes', () => {
    writeFileSync(join(folder, '20-0.0.200-300.pb'), 'late');
    writeFileSync(join(folder, '100-0.0.100-200.pb'), 'early');
    writeFileSync(join(folder, '20-0.started'), '');
    writeFileSync(join(folder, '20-1.failed.ENOSPC'), '');
    const { profiles, ...rest } = readSpool(folder, 1000);
    expect(profiles.map(({ window, file }) => [window, file.size, file.read()])).toEqual([
      [{ from: 100, until: 200 }, 5, Buffer.from('early')],
      [{ from: 200, until: 300 }, 4, Buffer.from('late')],
    ]);
    expect(rest).toEqual({
      notes: [{ kind: 'started' }, { kind: 'failed', code: 'ENOSPC' }],
      unreadable: 0,
    });
  });

  it('passes over half-written and foreign files', () => {
    writeFileSync(join(folder, '20-0.0.200-300.pb.part'), 'half');
    writeFileSync(join(folder, 'core'), 'dumped');
    expect(readSpool(folder, 1000)).toEqual({ profiles: [], notes: [], unreadable: 0 });
  });

  it('follows no link, waits for no pipe, reads no folder and nothing too large', () => {
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync(join(folder, 'secret'), join(folder, '1-0.0.1-2.pb'));
    execFileSync('mkfifo', [join(folder, '2-0.0.1-2.pb')]);
    mkdirSync(join(folder, '3-0.0.1-2.pb'));
    writeFileSync(join(folder, '4-0.0.1-2.pb'), 'x'.repeat(1001));
    expect(readSpool(folder, 1000)).toEqual({ profiles: [], notes: [], unreadable: 4 });
  });

  it('does not follow a link that has taken the place of a profile', () => {
    const path = join(folder, '1-0.0.1-2.pb');
    writeFileSync(path, 'profile');
    writeFileSync(join(folder, 'secret'), 'secret');
    const [profile] = readSpool(folder, 1000).profiles;
    rmSync(path);
    symlinkSync(join(folder, 'secret'), path);
    expect(() => profile?.file.read()).toThrow('a profile vanished after it had arrived');
  });
});
