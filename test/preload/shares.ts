import { gunzipSync } from 'node:zlib';
import { Profile } from 'pprof-format';
import type { Upload } from '../../src/receiver/upload.ts';

/** One function's inclusive cost over several profiles; cpu and wall in milliseconds. */
export interface FunctionCost {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly samples: number;
  readonly cpu: number;
  readonly wall: number;
}

const TOTAL = { name: '', file: '', line: 0 };

/** Inclusive costs by function name and place, and the total under the empty name. */
export function inclusiveCosts(uploads: readonly Upload[]): ReadonlyMap<string, FunctionCost> {
  const costs = new Map<string, FunctionCost>();
  for (const upload of uploads) {
    const pprof = upload.pprof();
    const profile = Profile.decode(pprof[0] === 0x1f ? gunzipSync(pprof) : pprof);
    const { strings } = profile.stringTable;
    const functions = new Map(profile.function.map((entry) => [entry.id, entry]));
    const frames = new Map(
      profile.location.map(({ id, line: [line] }) => {
        const entry = functions.get(line?.functionId ?? 0);
        const name = strings[Number(entry?.name)] ?? '';
        const file = strings[Number(entry?.filename)] ?? '';
        return [id, { name, file, line: Number(line?.line) }];
      }),
    );
    for (const { locationId, value } of profile.sample) {
      const stack = locationId.map((id) => frames.get(id) ?? TOTAL);
      const [samples = 0, cpu = 0, wall = 0] = value.map(Number);
      const once = new Map(
        stack.map((frame) => [`${frame.name} ${frame.file}:${frame.line}`, frame]),
      );
      once.set('', TOTAL);
      for (const [key, frame] of once) {
        const sum = costs.get(key) ?? { ...frame, samples: 0, cpu: 0, wall: 0 };
        costs.set(key, {
          ...sum,
          samples: sum.samples + samples,
          cpu: sum.cpu + cpu / 1e6,
          wall: sum.wall + wall / 1e6,
        });
      }
    }
  }
  return costs;
}

/** The functions of that name, wherever they are. */
export function named(
  costs: ReadonlyMap<string, FunctionCost>,
  name: string,
): readonly FunctionCost[] {
  return [...costs.values()].filter((cost) => cost.name === name);
}
