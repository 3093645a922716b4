import { expect, it } from 'vitest';
import { type Call, WHOLE_PROGRAM } from '../../../bench/detection/gate.ts';
import { EMPTY, sumOf, tallyOf } from '../../../bench/detection/tally.ts';
import { trialOf } from './recorded.ts';

function call(alarms: readonly string[], culprits = alarms): Call {
  return {
    verdict: alarms.length > 0 ? 'regression' : 'inconclusive',
    alarms,
    culprits,
    told: ['regression'],
    pairs: 12,
  };
}

it.each<[what: string, alarms: string[], culprits: string[], expected: string]>([
  ['no alarm', [], [], ''],
  ['the culprit alone', ['leaf'], ['leaf'], 'hit named right'],
  [
    'the culprit, its caller and the server',
    ['leaf', 'search', 'server'],
    ['leaf'],
    'hit named right',
  ],
  ['a caller for the culprit', ['search'], ['search'], 'hit'],
  ['the whole program', [WHOLE_PROGRAM], [WHOLE_PROGRAM], 'hit'],
  ['the culprit and what it calls', ['leaf', 'native'], ['leaf', 'native'], 'hit named right'],
  ['the culprit and a stranger', ['leaf', 'other'], ['leaf', 'other'], 'hit named'],
  ['a stranger', ['other'], ['other'], ''],
])('%s', (_, alarms, culprits, expected) => {
  const trial = trialOf(3, { culprits: ['leaf'], callers: ['search'] });
  const { hits, named, right } = tallyOf(trial, call(alarms, culprits));
  const words = [hits === 1 && 'hit', named === 1 && 'named', right === 1 && 'right'];
  expect(words.filter(Boolean).join(' ')).toBe(expected);
});

it('lets the whole program be blamed where everything got slower', () => {
  const trial = trialOf(3, { culprits: ['search', 'report'], callers: [] });
  expect(tallyOf(trial, call([WHOLE_PROGRAM])).right).toBe(1);
});

it('has no hit where nothing got slower', () => {
  const { hits, outcomes } = tallyOf(trialOf(3, { expected: 'moved' }), call(['server']));
  expect(hits).toBe(0);
  expect(outcomes.get('regression')).toBe(1);
});

it('adds up', () => {
  const trial = trialOf(3, { culprits: ['leaf'], callers: ['search'] });
  const sum = [call(['leaf']), call(['leaf', '__proto__']), call([])]
    .map((one) => tallyOf(trial, one))
    .reduce(sumOf, EMPTY);
  expect(sum).toEqual({
    gates: 3,
    pairs: 36,
    outcomes: new Map([
      ['regression', 2],
      ['told regression', 3],
      ['inconclusive', 1],
    ]),
    hits: 2,
    named: 2,
    right: 1,
    blamed: new Map([
      ['leaf', 2],
      ['__proto__', 1],
    ]),
  });
});
