import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import configurations from '../../.config/rolldown.config.ts';

/** A file that services or threads load, as it is shipped. */
export interface ShippedFile {
  readonly path: string;
  remove(): Promise<void>;
}

/** Bundles one of them as the build does, into a folder whose name needs quoting and escaping. */
export async function shipFile(name: 'preload' | 'canary' | 'metronome'): Promise<ShippedFile> {
  const isWanted = ({ input }: { input?: unknown }) =>
    JSON.stringify(input)?.includes(`"${name}":`) === true;
  const configuration = [configurations].flat().find(isWanted);
  if (!configuration || Array.isArray(configuration.output)) {
    throw new Error(`the build has no ${name}`);
  }
  const dir = await mkdtemp(join(tmpdir(), `flamegate ${name} #~`));
  const bundle = await rolldown(configuration);
  await bundle.write({ ...configuration.output, dir });
  await bundle.close();
  return {
    path: join(dir, `${name}.cjs`),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
