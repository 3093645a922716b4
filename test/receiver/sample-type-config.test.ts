import { describe, expect, it } from 'vitest';
import { nameByDisplay } from '../../src/receiver/sample-type-config.ts';

describe('nameByDisplay', () => {
  it.each([
    ['Go’s mutexes', '{"delay":{"display-name":"mutex_duration"}}', 'mutex'],
    ['Go’s blocking', '{"contentions":{"units":"x","display-name":"block_count"}}', 'block'],
    ['the second type', '{"a":{},"b":{"display-name":"block_count"}}', 'block'],
    ['what the types say themselves', '{"cpu":{"display-name":"cpu"}}', undefined],
    ['a list', '[{"display-name":"block_count"}, 1, null]', undefined],
    ['no name', '{"delay":{"display-name":["block_"]},"x":null}', undefined],
    ['nothing', 'null', undefined],
    ['no JSON', '{"delay', undefined],
    ['no text', '', undefined],
  ])('reads %s', (_what, config, expected) => {
    expect(nameByDisplay(Buffer.from(config))).toBe(expected);
  });

  it('is nothing without a config', () => {
    expect(nameByDisplay(undefined)).toBeUndefined();
  });
});
