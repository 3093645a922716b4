import { expect, it } from 'vitest';
import { profileName } from '../../../src/profiles/pyroscope/profile-name.ts';

it.each<[sampleTypes: string[], name: string]>([
  [['cpu'], 'process_cpu'],
  [['samples', 'cpu'], 'process_cpu'],
  [['samples', 'cpu', 'wall'], 'wall'],
  [['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'], 'memory'],
  [['objects', 'space'], 'memory'],
  [['contentions', 'delay'], 'mutex'],
  [['goroutine'], 'goroutines'],
  [['exceptions'], 'exceptions'],
])('profiles of %j are called %s', (sampleTypes, name) => {
  expect(profileName(sampleTypes.map((type) => ({ type, unit: 'count' })))).toBe(name);
});
