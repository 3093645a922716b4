import type { OneOrMore } from './config.ts';
import type { ConfigFile } from './file/config-file.ts';
import type { GivenValues } from './given.ts';
import { unknownName } from './nearest.ts';
import type { OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';
import { Problems } from './problems.ts';
import { OptionValues, type Spelling } from './values.ts';

/** Where the values of a configuration come from; the nearer ones win. */
export interface Sources {
  /** Flags or inputs. */
  readonly given: GivenValues;
  readonly file: ConfigFile | undefined;
  /** Defaults of flags or inputs that differ from the table's. */
  readonly presets: GivenValues;
  readonly spelling: Spelling;
}

/** A service's name, and the values that count for it. */
export interface ServiceValues {
  readonly name: string;
  readonly values: OptionValues;
}

/** The values of a configuration, and what is wrong with them. */
export class ConfigValues {
  readonly problems = new Problems();
  /** For all that is relative to now, in milliseconds since the epoch. */
  readonly now = Date.now();
  /** What is the same for all services. */
  readonly gate: OptionValues;
  readonly services: OneOrMore<ServiceValues>;
  /** Whether the user named what is given here; settings of the file don't count. */
  readonly isGiven: (name: GivenName) => boolean;

  constructor(sources: Sources) {
    this.isGiven = (name) => hasText(sources.given, name);
    this.gate = new OptionValues(layersOf(sources), this.problems, sources.spelling);
    this.services = servicesOf(sources, this);
  }
}

type GivenName = Parameters<OptionValues['text']>[0];

/** The services that are gated: all of the file's, or the one that was asked for. */
function servicesOf(
  sources: Sources,
  { gate, isGiven, problems }: Pick<ConfigValues, 'gate' | 'isGiven' | 'problems'>,
): OneOrMore<ServiceValues> {
  const { file } = sources;
  const name = gate.defaulted('service');
  const alone: ServiceValues = { name, values: gate };
  if (file === undefined || file.services.size === 0) return [alone];
  const names = [...file.services.keys()];
  if (isGiven('service') && !names.includes(name)) {
    gate.problem('service', `“${name}” ${unknownName(name, names)}`);
    return [alone];
  }
  const [first = alone, ...others] = [...file.services]
    .filter(([service]) => !isGiven('service') || service === name)
    .map(([service, own]): ServiceValues => {
      const spelling: Spelling = (option) => `${file.name}: services.${service}.${option.name}`;
      return {
        name: service,
        values: new OptionValues(layersOf(sources, own), problems, spelling),
      };
    });
  if (others.length > 0) refuseOptionsOfOne(gate, isGiven, others.length + 1);
  return [first, ...others];
}

/** A command line that starts one service must not start it in the place of every other. */
function refuseOptionsOfOne(
  gate: OptionValues,
  isGiven: ConfigValues['isGiven'],
  services: number,
): void {
  for (const { name, ...option } of OPTIONS) {
    const { ofOne }: Partial<OptionSpec> = option;
    if (!ofOne || !isGiven(name)) continue;
    gate.problem(name, `is of one service, and there are ${services}: choose one with \`service\``);
  }
}

function layersOf(
  { given, file, presets }: Sources,
  own: GivenValues = new Map(),
): readonly GivenValues[] {
  return [given, own, file?.settings ?? new Map(), presets];
}

function hasText(given: GivenValues, name: GivenName): boolean {
  return given.get(name)?.some(({ text }) => text.trim() !== '') ?? false;
}
