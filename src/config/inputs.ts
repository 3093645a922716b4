import { buildConfig, buildReport, jobOf } from './build.ts';
import type { Config, ReportConfig } from './config.ts';
import { type Configurable, configurable } from './configurable.ts';
import type { GivenValues } from './given.ts';
import { isInput, type OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';

/** Our own environment; read in `config/` and handed on from there. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration of the Action, from `INPUT_*` as the runner sets them; the file is yet to be read. */
export function configFromInputs(environment: Environment): Configurable<Config | ReportConfig> {
  const given: GivenValues = new Map(
    OPTIONS.filter(isInput).map((option) => {
      const text = environment[inputVariable(option)] ?? '';
      return [option.name, [{ text, place: spelt(option) }]];
    }),
  );
  return configurable({ given, presets: new Map(), spelling: spelt }, (values) =>
    values.isGiven('report-from')
      ? buildReport(values, HINT)
      : buildConfig(values, jobOf(values), HINT),
  );
}

const HINT = 'Inputs are described in action.yml and docs/options.md.';

function spelt(option: OptionSpec): string {
  return `input ${option.name}`;
}

/** The runner upper-cases the name and keeps dashes. */
function inputVariable(option: OptionSpec): string {
  return `INPUT_${option.name.toUpperCase()}`;
}
