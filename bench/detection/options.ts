import { parseArgs } from 'node:util';
import { FlamegateError } from '../../src/errors.ts';
import { parsed, REPLAY_ARGUMENTS, type ReplayOptions, replayOptions } from './arguments.ts';
import { METHODS } from './methods/methods.ts';

/** What is replayed, and how often. */
export interface Options extends ReplayOptions {
  readonly methods: readonly string[];
  /** Trials by name; all when undefined. */
  readonly trials: readonly string[] | undefined;
}

const USAGE =
  'Use `--corpus FOLDER --gates 400 --pairs 6,12,20 --seed 1 --methods flamegate,+10 % --trials A/A,rename --workers 2 --markdown`; each may be left out, and --corpus repeated.';

/** @throws FlamegateError of kind `usage` for what it does not understand */
export async function readOptions(args: readonly string[]): Promise<Options> {
  const options = {
    ...REPLAY_ARGUMENTS,
    methods: { type: 'string' },
    trials: { type: 'string' },
  } as const;
  const values = parsed(() => parseArgs({ args: [...args], options }), USAGE);
  const methods = values.methods?.split(',') ?? [...METHODS.keys()];
  const unknown = methods.find((name) => !METHODS.has(name));
  if (unknown !== undefined) {
    throw new FlamegateError('usage', `there is no method ${JSON.stringify(unknown)}`, {
      hint: `Use --methods with some of ${[...METHODS.keys()].join(', ')}.`,
    });
  }
  return {
    ...(await replayOptions(values, { gates: '400', pairs: '6,12,20' })),
    methods,
    trials: values.trials?.split(','),
  };
}
