import { describe, expect, it } from 'vitest';
import { parseHeader } from '../../src/config/headers.ts';

describe('parseHeader', () => {
  it.each([
    ['X-Gateway-Key: 1234', ['X-Gateway-Key', '1234']],
    ['X-Gateway-Key:1234', ['X-Gateway-Key', '1234']],
    ['X-Empty:', ['X-Empty', '']],
    ['Authorization: Basic a:b==', ['Authorization', 'Basic a:b==']],
    ['no colon', undefined],
    [': no name', undefined],
    ['two words: x', undefined],
    ['X-Smuggled: a\rX: b', undefined],
  ])('%j', (line, header) => {
    expect(parseHeader(line)).toEqual(header);
  });
});
