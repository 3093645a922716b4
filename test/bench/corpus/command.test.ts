import path from 'node:path';
import { expect, it } from 'vitest';
import { readOptions } from '../../../bench/corpus/command.ts';

it('records every variant of the shop when nothing else is asked for', async () => {
  const { sampleRate, cycles, variants, folder } = await readOptions([]);
  const names = variants.map(({ name }) => name);
  expect([sampleRate, cycles, path.basename(folder)]).toEqual([1000, 24, 'shop-1000']);
  expect([names.slice(0, 3), names.at(-1)]).toEqual([['A1', 'A2', 'slower'], 'mix']);
});

it('asks for the same things in another mix', async () => {
  const { variants } = await readOptions(['--variants', 'A1,mix']);
  const [usual, mix] = variants.map(({ truth }) => truth.requests);
  expect(new Set(mix)).toEqual(new Set(usual));
  expect(mix?.length).toBeGreaterThan(usual?.length ?? 0);
});

it.each([
  ['an unknown service', ['--service', 'toString'], 'there is no sample service "toString"'],
  ['an unknown variant', ['--variants', 'A1,fster'], 'there is no variant "fster"'],
  ['a rate that is none', ['--rate', 'fast'], '--rate must be a whole number above 0, not fast'],
  ['no cycles', ['--cycles', '0'], '--cycles must be a whole number above 0, not 0'],
  ['an unknown option', ['--cycle', '2'], "Unknown option '--cycle'"],
])('refuses %s', async (_, args, told) => {
  await expect(readOptions(args)).rejects.toMatchObject({
    kind: 'usage',
    message: expect.stringContaining(told),
  });
});
