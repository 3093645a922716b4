import type { Change, Comparison } from '../compare/comparison.ts';
import { MIN_PAIRS } from '../compare/pairs.ts';
import type { Confirmation, Decision } from '../compare/sequence/decide.ts';
import { counted, size } from './numbers.ts';
import { whyWaived } from './phrases.ts';

/** The verdict of a comparison in one sentence. May hold untrusted names. */
export function reasonFor(comparison: Comparison, confirmation: Confirmation | undefined): string {
  switch (comparison.verdict) {
    case 'pass':
      return `no function rose beyond its threshold, and a larger rise is ruled out for all ${counted(comparison.tested.length, 'cost')} tested${waivedWords(comparison)}`;
    case 'regression':
      return `${regressionReason(comparison)}${confirmed(confirmation)}`;
    case 'inconclusive':
      return inconclusiveReason(comparison);
  }
}

function confirmed(confirmation: Confirmation | undefined): string {
  if (confirmation === undefined) return '';
  const fresh = `; ${counted(confirmation.freshPairs, 'fresh pair')} of rounds confirmed it`;
  return confirmation.times === 1 ? fresh : `${fresh}, twice, since the change can't reach it`;
}

function waivedWords({ changes }: Comparison): string {
  const waived = changes.filter(({ waiver }) => waiver?.state === 'applies').length;
  return waived === 0 ? '' : `; ${counted(waived, 'rise is', 'rises are')} waived`;
}

/** Why a function fails that somebody has once accepted the rise of. May hold untrusted names. */
export function waiverWarnings({ changes }: Comparison): string[] {
  return changes.flatMap(({ subject, waiver: used }) => {
    if (used === undefined || used.state === 'applies') return [];
    const { ceiling, expires, reason, issue, given } = used.waiver;
    const why = whyWaived(reason, issue ?? null);
    const name = subject?.name ?? '';
    const by = given === undefined ? '' : ` by ${given.by}`;
    return used.state === 'expired'
      ? [
          `The waiver of ${name}${by} has expired on ${expires} (${why}): mend the function, or renew it.`,
        ]
      : [`${name} is beyond the ${size(ceiling)} that its waiver${by} accepts (${why}).`];
  });
}

/** What is said of an alarm that was not confirmed. May hold untrusted names. */
export function refutation(confirmation: Confirmation | undefined): string[] {
  if (confirmation === undefined || confirmation.outcome === 'confirmed') return [];
  const { raisedAfter, freshPairs, suspects, outcome } = confirmation;
  const [first] = suspects;
  const name = first?.subject?.name ?? 'the whole program';
  const others = suspects.length > 1 ? ` and ${counted(suspects.length - 1, 'other')}` : '';
  const reach = confirmation.times === 1 ? '' : `, out of the change's reach,`;
  const looked = `${name}${others}${reach} looked slower after ${counted(raisedAfter, 'pair')} of rounds (${size(first?.estimate.delta ?? 0)})`;
  const fresh = counted(freshPairs, 'fresh pair');
  return outcome === 'refuted'
    ? [`${looked}, but ${fresh} did not confirm it`]
    : [`${looked}, and ${fresh} were too few to confirm it`];
}

/** What is said of alarms on code that the change can't reach, of which no more was asked. May hold untrusted names. */
export function outOfReach(setAside: readonly Change[]): string[] {
  return setAside.map(({ subject, estimate }) => {
    const name = subject?.name ?? 'the whole program';
    return `${name} looked slower too (${size(estimate.delta)}), but the change can't reach it, and no fresh rounds confirmed it twice`;
  });
}

function regressionReason(comparison: Comparison): string {
  const failing = comparison.changes.filter((change) => change.fails);
  const culprit = failing.find((change) => change.culprit) ?? failing[0];
  const others = failing.filter((change) => change.culprit && change !== culprit).length;
  const name = culprit?.subject?.name ?? 'the whole program';
  const rise = size(culprit?.estimate.delta ?? 0);
  const more = others > 0 ? `, and so do ${counted(others, 'other function')}` : '';
  return `${name} costs ${rise} more of the base's CPU per request${more}`;
}

function inconclusiveReason(comparison: Comparison): string {
  const [widest] = comparison.doubts;
  if (widest === undefined) {
    return comparison.pairs < MIN_PAIRS
      ? 'there are too few rounds to tell change from noise'
      : 'a server cut off part of the profiles, and which functions that was is lost';
  }
  const name = widest.subject?.name ?? 'the whole program';
  const others = comparison.doubts.length - 1;
  const more = others > 0 ? ` and ${counted(others, 'other cost')}` : '';
  return `the data can neither show nor rule out that ${name}${more} rose beyond the threshold`;
}

/** What would decide, a sentence each. */
export function adviceFor(comparison: Comparison, endedEarly: Decision['endedEarly']): string[] {
  if (comparison.verdict !== 'inconclusive') return [];
  const { pairsToDecide, pairs, doubts } = comparison;
  if (pairs < MIN_PAIRS) {
    return [
      `Measure at least ${MIN_PAIRS} rounds of each side, in turns: only what is repeated shows how much of a difference is noise.`,
    ];
  }
  if (doubts.length === 0) return [];
  const stopped =
    endedEarly === 'hopeless'
      ? ['Measuring stopped early: the rounds that were left could not have decided it either.']
      : [];
  if (pairsToDecide === undefined) {
    return [
      ...stopped,
      `More than 200 rounds would be needed at this noise: give each round more seconds, raise the sampling rate, or measure on a quieter machine.`,
    ];
  }
  return [
    ...stopped,
    `About ${pairsToDecide} rounds of each side instead of ${pairs} would probably decide it; so would longer rounds or a higher sampling rate.`,
  ];
}
