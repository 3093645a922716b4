import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Profile } from 'pprof-format';
import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { pictures } from '../support/arbitrary-pictures.ts';
import { formatProfile, profileFromText } from '../support/text-profile.ts';

describe('encodeProfile', () => {
  it('writes what decoding and folding gives back', () => {
    fc.assert(
      fc.property(
        pictures,
        fc.nat(100_000),
        fc.constantFrom('cpu', 'alloc_space'),
        (text, ticks, type) => {
          const profile = profileFromText(text, { type, unit: 'bytes', ticks });
          const back = foldProfile(decodePprof(encodeProfile(profile)), type);
          expect(formatProfile(back)).toBe(formatProfile(profile));
          expect(back).toMatchObject({ sampleType: profile.sampleType, ticks });
        },
      ),
      { seed: 11 },
    );
  });

  it('writes samples themselves without a second count of them', () => {
    const profile = profileFromText('main parse 30\nmain 12', { type: 'samples', unit: 'count' });
    const columns = decodePprof(encodeProfile(profile));
    expect(columns.sampleTypes).toEqual([{ type: 'samples', unit: 'count' }]);
    expect(foldProfile(columns, 'samples').ticks).toBe(42);
  });

  it('is read by pprof-format', () => {
    const bytes = gunzipSync(encodeProfile(profileFromText('main[a.js:3] 12')));
    const { sampleType, sample, stringTable } = Profile.decode(bytes);
    const names = sampleType.map(
      ({ type, unit }) =>
        `${stringTable.strings[Number(type)]}/${stringTable.strings[Number(unit)]}`,
    );
    expect(names).toEqual(['samples/count', 'cpu/nanoseconds']);
    expect(sample.map(({ value }) => value)).toEqual([[12, 12]]);
  });

  it('writes the same bytes for the same profile', () => {
    const profile = profileFromText('main parse 30\nmain 12');
    expect(encodeProfile(profile)).toEqual(encodeProfile(profile));
  });

  it('refuses a value that pprof can not hold', () => {
    expect(() => encodeProfile(profileFromText('main 0.5'))).toThrow(
      'stack 0 has the value 0.5, not an integer',
    );
  });
});
