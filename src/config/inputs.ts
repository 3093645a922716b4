import { buildConfig, jobOf } from './build.ts';
import type { Config } from './config.ts';
import type { OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';
import { OptionValues, type RawValues } from './values.ts';

/** Our own environment; read in `config/` and handed on from there. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of the Action, from `INPUT_*` as the runner sets them.
 * @throws FlamegateError of kind `usage` naming every problem
 */
export function configFromInputs(environment: Environment): Config {
  const raw: RawValues = new Map(
    OPTIONS.map((option) => [option.name, environment[inputVariable(option)] ?? '']),
  );
  const values = new OptionValues(raw, (option) => `input ${option.name}`);
  return buildConfig(
    values,
    jobOf(values),
    'Inputs are described in action.yml and docs/options.md.',
  );
}

/** The runner upper-cases the name and keeps dashes. */
function inputVariable(option: OptionSpec): string {
  return `INPUT_${option.name.toUpperCase()}`;
}
