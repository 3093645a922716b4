import type { StackProfile } from '../profile.ts';
import { profilePoints } from './profile-points.ts';
import type { Selection } from './select.ts';
import type { Server } from './server.ts';

/**
 * What one profile of a selection shows on average. Servers sum the profiles of a time and of all processes,
 * which for states (memory in use) means nothing.
 */
export async function averageProfile(
  server: Server,
  selection: Selection,
  summed: StackProfile,
): Promise<StackProfile> {
  const { profiles } = await profilePoints(server, selection);
  // A server that gave a profile has at least one.
  const count = Math.max(profiles, 1);
  return { ...summed, values: summed.values.map((value) => value / count) };
}
