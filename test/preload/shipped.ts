import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import configurations from '../../.config/rolldown.config.ts';

/** The preload as it is shipped. */
export interface ShippedPreload {
  readonly path: string;
  remove(): Promise<void>;
}

/** Bundles the preload as the build does, into a folder whose name needs quoting and escaping. */
export async function shipPreload(): Promise<ShippedPreload> {
  const isPreload = ({ input }: { input?: unknown }) => JSON.stringify(input)?.includes('preload');
  const configuration = [configurations].flat().find(isPreload);
  if (!configuration || Array.isArray(configuration.output)) {
    throw new Error('the build has no preload');
  }
  const dir = await mkdtemp(join(tmpdir(), 'flamegate preload #~'));
  const bundle = await rolldown(configuration);
  await bundle.write({ ...configuration.output, dir });
  await bundle.close();
  return {
    path: join(dir, 'preload.cjs'),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
