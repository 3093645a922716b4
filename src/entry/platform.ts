import { FlamegateError } from '../errors.ts';

const SUPPORTED: readonly NodeJS.Platform[] = ['linux', 'darwin'];

/**
 * Process groups and signals are how services are stopped; Windows has neither.
 * @throws FlamegateError of kind `usage` on a platform that Flamegate can't clean up on
 */
export function refuseUnsupported(platform: NodeJS.Platform): void {
  if (SUPPORTED.includes(platform)) return;
  throw new FlamegateError('usage', `Flamegate runs on Linux and macOS; this is ${platform}`, {
    hint: 'On GitHub use `runs-on: ubuntu-latest`; on Windows use WSL.',
  });
}
