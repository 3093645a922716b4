import type { OptionName } from './options.ts';
import type { OptionValues } from './values.ts';

/** An http or https URL, as it was written; `{port}` may stand in it. A problem is collected. */
export function urlOf(values: OptionValues, name: OptionName): string {
  const text = values.required(name);
  // `{port}` is no port, so a URL can only be checked with one in its place.
  const url = parseUrl(text.replaceAll('{port}', '1'));
  if (text !== '' && url === undefined)
    values.problem(name, `must be an http or https URL; it is “${text}”`);
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    values.problem(name, 'must not carry a user or password; there are options for these');
  }
  return text;
}

function parseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}
