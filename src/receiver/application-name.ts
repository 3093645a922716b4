/** What `name=` of an upload says: `shop{region=eu,version=1}`. Untrusted. */
export interface ApplicationName {
  readonly service: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Parses the name as Pyroscope's own server does: values are not quoted, so they end at `,` or `}`.
 * Undefined when there is no application name at all.
 */
export function parseApplicationName(name: string): ApplicationName | undefined {
  const brace = name.indexOf('{');
  const service = (brace < 0 ? name : name.slice(0, brace)).trim();
  if (service === '') return undefined;
  const inside = brace < 0 ? '' : name.slice(brace + 1).replace(/\}.*$/s, '');
  const pairs = inside.split(',').flatMap((pair): [string, string][] => {
    const equals = pair.indexOf('=');
    if (equals <= 0) return [];
    return [[pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]];
  });
  return { service, labels: Object.fromEntries(pairs) };
}
