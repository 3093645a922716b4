import type { Config } from '../config/config.ts';

/** Name of what a gate keeps in the job's folder; several gates of one job must not overwrite each other. */
export function fileStem(config: Pick<Config, 'publish'>): string {
  return `flamegate-${config.publish.commentKey.replace(/[^\w.-]+/gu, '-')}`;
}
