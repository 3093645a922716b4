import { asJsonObject } from '../profiles/json-fields.ts';

/** Profiles whose sample types do not tell what they are: Go's of mutexes and of blocking have the same two. */
const TOLD_BY_DISPLAY_NAME = /^(mutex|block)_/u;

/**
 * What a profile is called, by the display names that `/ingest` has for its sample types: `block` for
 * `{"delay": {"display-name": "block_duration"}}`, as Pyroscope's server tells. Undefined when they say nothing else
 * than the sample types themselves.
 * @param config the form's `sample_type_config`, which is untrusted
 */
export function nameByDisplay(config: Buffer | undefined): string | undefined {
  const types = config === undefined ? undefined : asJsonObject(parsed(config.toString('utf8')));
  for (const type of Object.values(types ?? {})) {
    const shown = asJsonObject(type)?.['display-name'];
    const name = typeof shown === 'string' ? TOLD_BY_DISPLAY_NAME.exec(shown)?.[1] : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
