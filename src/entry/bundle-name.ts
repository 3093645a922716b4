import { basename, resolve } from 'node:path';
import type { BundleName } from '../replay/command.ts';

/** What a report says of the bundle in a folder; undefined without one. */
export async function bundleNamed(folder: string | undefined): Promise<BundleName | undefined> {
  if (folder === undefined) return undefined;
  const { sealOf } = await import('../replay/seal.ts');
  const seal = await sealOf(folder);
  return seal === undefined ? undefined : { name: basename(resolve(folder)), seal };
}
