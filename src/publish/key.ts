/** Longest key, in characters. */
const MAX_KEY = 100;

/** A key as it stands in hidden markers and ids; whatever could end an HTML comment early is taken out. */
export function safeKey(key: string): string {
  const safe = key.replace(/[^A-Za-z0-9_.]+/g, '-').slice(0, MAX_KEY);
  return safe === '' ? 'default' : safe;
}
