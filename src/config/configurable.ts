import type { ConfigFile } from './file/config-file.ts';
import { parseHeader } from './headers.ts';
import type { OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';
import { ConfigValues, type Sources } from './sources.ts';
import type { OptionValues } from './values.ts';

/** A configuration that is complete once its file was read. */
export interface Configurable<Configuration> {
  readonly file: WantedFile;
  /** GitHub's token; the file may have to be fetched with it. */
  readonly token: string | undefined;
  /** Everything that must never be shown. */
  readonly secrets: readonly string[];
  /** @throws FlamegateError of kind `usage` naming every problem */
  complete(file: ConfigFile | undefined): Configuration;
}

/** The configuration file that is looked for. */
export interface WantedFile {
  readonly path: string;
  /** The user named it, so it has to be there. */
  readonly isChosen: boolean;
}

/** What flags or inputs ask for, before the file is known. */
export function configurable<Configuration>(
  sources: Omit<Sources, 'file'>,
  build: (values: ConfigValues) => Configuration,
): Configurable<Configuration> {
  const { gate, isGiven } = new ConfigValues({ ...sources, file: undefined });
  return {
    file: { path: gate.defaulted('config'), isChosen: isGiven('config') },
    token: gate.text('github-token'),
    secrets: secretsOf(gate),
    complete: (file) => build(new ConfigValues({ ...sources, file })),
  };
}

/** Of headers only the values are secret. */
function secretsOf(values: OptionValues): string[] {
  return OPTIONS.filter(({ secretFrom }: OptionSpec) => secretFrom !== undefined)
    .flatMap(({ name, kind }) =>
      kind === 'lines'
        ? values.lines(name).flatMap((line) => parseHeader(line)?.[1] ?? line)
        : (values.text(name) ?? []),
    )
    .filter((secret) => secret !== '');
}
