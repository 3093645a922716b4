import { join } from 'node:path';
import { readText } from './read-text.ts';

/** Generations of control groups, which name their files differently. */
export type CgroupVersion = 1 | 2;

/** A control group that limits a process: its own or one above it. */
export interface CgroupFolder {
  readonly version: CgroupVersion;
  readonly path: string;
}

export type Controller = 'cpu' | 'memory';

/**
 * The control groups of a process for a controller, innermost first, as far as they can be seen: in a
 * container the ones above its own can't. A machine may have both generations mounted.
 * @param root the file system's root: `/`
 */
export async function cgroupFolders(
  root: string,
  pid: number,
  controller: Controller,
): Promise<readonly CgroupFolder[]> {
  const memberships = await readText(join(root, `proc/${pid}/cgroup`));
  const mounts = await readText(join(root, 'proc/self/mountinfo'));
  if (memberships === undefined || mounts === undefined) return [];
  return locateCgroups(memberships, mounts, controller).map(({ version, path }) => ({
    version,
    path: join(root, path),
  }));
}

/**
 * Pure part: /proc/PID/cgroup has lines `4:memory:/path` (first generation) and `0::/path` (second),
 * /proc/self/mountinfo says where these trees are mounted.
 */
export function locateCgroups(
  memberships: string,
  mountinfo: string,
  controller: Controller,
): readonly CgroupFolder[] {
  const mounts = mountinfo.split('\n').flatMap((line) => parseMount(line) ?? []);
  return memberships.split('\n').flatMap((line) => {
    const { id, controllers, path } =
      /^(?<id>\d+):(?<controllers>[^:]*):(?<path>\/.*)$/.exec(line)?.groups ?? {};
    if (path === undefined) return [];
    const version = id === '0' && controllers === '' ? 2 : 1;
    if (version === 1 && !controllers?.split(',').includes(controller)) return [];
    const mount = mounts.find(
      (each) => each.version === version && (version === 2 || each.options.includes(controller)),
    );
    return mount === undefined ? [] : upwards(version, mount, path);
  });
}

interface Mount {
  readonly version: CgroupVersion;
  /** The control group that is the root of this mount. */
  readonly root: string;
  readonly point: string;
  readonly options: readonly string[];
}

/** `41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw` (proc(5)). */
function parseMount(line: string): Mount | undefined {
  const [place = '', kind = ''] = line.split(' - ');
  const [, , , root, point] = place.split(' ');
  const [type, , options = ''] = kind.split(' ');
  if (root === undefined || point === undefined) return undefined;
  if (type !== 'cgroup' && type !== 'cgroup2') return undefined;
  return { version: type === 'cgroup2' ? 2 : 1, root, point, options: options.split(',') };
}

/** The folders from the control group up to where its tree is mounted. */
function upwards(
  version: CgroupVersion,
  { root, point }: Mount,
  path: string,
): readonly CgroupFolder[] {
  const below = `${path}/`.startsWith(`${root === '/' ? '' : root}/`)
    ? path.slice(root === '/' ? 0 : root.length)
    : '';
  // A path that climbs (`/../..`) lies outside of what this mount shows.
  const names = below.split('/').filter((name) => name !== '');
  const shown = names.includes('..') ? [] : names;
  return Array.from({ length: shown.length + 1 }, (_, up) => ({
    version,
    path: join(point, ...shown.slice(0, shown.length - up)),
  }));
}
