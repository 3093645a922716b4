import { describe, expect, it } from 'vitest';
import { refsMeant } from '../../../src/profiles/pyroscope/ref.ts';

const SHA = '4f1c9e07aa00000000000000000000000000beef';
const OTHER = '4f1c9e07bb00000000000000000000000000beef';

describe('refsMeant', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['itself, though others begin like it', '4f1c9e0', [SHA, '4f1c9e0'], ['4f1c9e0']],
    ['a full SHA by a short one', '4f1c9e0', [SHA, 'main'], [SHA]],
    ['a short SHA by a full one', SHA, ['4f1c9e0', 'abcdef0'], ['4f1c9e0']],
    ['a SHA in capitals', '4F1C9E0', [SHA], [SHA]],
    ['two', '4f1c9e0', [SHA, OTHER], [SHA, OTHER]],
    ['nothing that is too short', '4f1c9e', [SHA], []],
    ['a tag with a v', '1.4.0', ['v1.4.0', 'v1.4.1'], ['v1.4.0']],
    ['a tag without', 'v1.4.0', ['1.4.0'], ['1.4.0']],
    ['a branch by its full name', 'main', ['refs/heads/main'], ['refs/heads/main']],
    ['no tag that only begins like it', 'v1.4', ['v1.4.0'], []],
    ['nothing', 'v2', [SHA, 'v1'], []],
  ])('means %s', (_what, ref, refs, expected) => {
    expect(refsMeant(ref, refs)).toEqual(expected);
  });
});
