import { cost, count, counted, interval, points, setting, share, size } from '../report/numbers.ts';
import { logLine, neutral } from '../text/log-line.ts';
import { type Colour, painter } from '../text/paint.ts';
import { wrap } from '../text/width.ts';
import type { CanaryOutcome, FalseAlarms, SelfTestResult, SelfTestVerdict } from './result.ts';

/** Code points of a name, and of a sentence with untrusted text. */
const NAME_LENGTH = 60;
const SENTENCE_LENGTH = 600;

const MAX_WARNINGS = 20;

const HEADLINES: Readonly<Record<SelfTestVerdict, string>> = {
  sound:
    'Sound: the gate raises no false alarms beyond what is allowed, and found what was planted',
  'cries-wolf': 'Cries wolf: the gate raises alarms where nothing has changed',
  blind: 'Blind: the gate did not find the slowdown that was planted',
  useless:
    'Cries wolf and blind: the gate alarms where nothing has changed, and not where it should',
};

/** The report of a self-test for a terminal; every cut says what is missing. */
export function renderSelfTest(
  result: SelfTestResult,
  options: { readonly colour: Colour; readonly width: number },
): string {
  const paint = painter(options.colour);
  const columns = Math.min(120, Math.max(72, options.width));
  const { falseAlarms, canary } = result;
  const look = result.verdict === 'sound' ? 'green' : 'red';
  const blocks = [
    wrap(HEADLINES[result.verdict], columns).map((line) => paint(look, paint('bold', line))),
    wrap(
      `False alarms. ${measuredPairs(result)} ${drawnGates(falseAlarms, result.policy.alpha)}`,
      columns,
    ),
    wrap(dependence(falseAlarms), columns),
    wrap(`${otherVerdicts(falseAlarms)} ${sensitivity(falseAlarms)}`, columns),
    wrap(`Canary. ${planted(canary, result.unit)} ${found(canary)}`, columns),
    list('What to do next', adviceOf(result), columns),
    list('Warnings', result.warnings, columns),
  ];
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, '']);
  return `${lines.slice(0, -1).map(neutral).join('\n')}\n`;
}

function measuredPairs({ service, commit, falseAlarms }: SelfTestResult): string {
  const name = logLine(service, NAME_LENGTH);
  const at = commit === null ? '' : ` at ${logLine(commit.slice(0, 7), NAME_LENGTH)}`;
  return `${name}${at} against itself in ${counted(falseAlarms.pairs, 'pair')} of rounds, looked at once: ${falseAlarms.verdict}.`;
}

function drawnGates({ gates, gatesPlanned, alarms, named }: FalseAlarms, alpha: number): string {
  const cut = gates < gatesPlanned ? ` (of ${count(gatesPlanned)} planned; time ran out)` : '';
  const range = `95% interval ${share(alarms.low)} to ${share(alarms.high)}`;
  const names = named.map((one) => `${logLine(one.function, NAME_LENGTH)} (${one.gates})`);
  const who = names.length === 0 ? '' : ` They named ${names.join(', ')}.`;
  return `${counted(gates, 'gate')}${cut} drawn from these rounds with sides and order by chance: ${counted(alarms.gates, 'false alarm')}, ${share(alarms.rate)} (${range}); ${setting(alpha)} are allowed.${who}`;
}

function dependence({ pairs }: FalseAlarms): string {
  return `All gates share the same ${counted(pairs, 'pair')} and are not independent, so the truth is less certain than the interval says; more aa-rounds help.`;
}

function otherVerdicts({ gates, pass, inconclusive, refuted, medianPairs }: FalseAlarms): string {
  const part = (n: number) => share(n / gates);
  const suspected =
    refuted === 0
      ? ''
      : ` ${counted(refuted, 'gate')} suspected a function that fresh rounds cleared.`;
  return `Of the gates ${part(pass)} pass and ${part(inconclusive)} could not tell, after ${count(medianPairs)} pairs in the middle.${suspected}`;
}

function sensitivity({ minimumDetectableChange: least }: FalseAlarms): string {
  return least === null
    ? 'The smallest change that such a gate would catch is unknown.'
    : `Such a gate would catch an increase of ${size(least)} in a function of under 10% share, with 80% power.`;
}

function planted(
  { plantedInto, planted: part, costPerRequest }: CanaryOutcome,
  unit: string,
): string {
  const amount =
    costPerRequest === null
      ? size(part)
      : `${logLine(cost(costPerRequest, unit), NAME_LENGTH)} a request (${size(part)})`;
  return plantedInto === 'service'
    ? `${amount} were planted into the running service.`
    : `${amount} were planted into the recorded profiles, not into the service, whose requests the canary did not see (it sees those to Node’s own HTTP servers): this tests the decision, not the profiler.`;
}

function found({ caught, culprit, measured, result }: CanaryOutcome): string {
  const seen =
    measured === null
      ? ''
      : `: ${points(measured.delta)}, 95% interval ${interval(measured.low, measured.high)}`;
  const rounds = `after ${counted(result.rounds, 'pair')} of rounds`;
  if (!caught) {
    return `The gate did not catch it; its verdict ${rounds} was ${result.verdict}${seen}.`;
  }
  const how = culprit ? 'and named it as the culprit' : 'but named another function as the culprit';
  return `The gate caught it ${rounds} ${how}${seen}.`;
}

function adviceOf({ verdict, falseAlarms, canary }: SelfTestResult): string[] {
  const wolf = verdict === 'cries-wolf' || verdict === 'useless';
  const sides = wolf
    ? [
        'See what differs between two runs of the same commit: caches, data, the machine. Longer rounds and a longer warm-up help; so does a larger max-increase.',
      ]
    : [];
  const advice = canary.caught ? [] : canary.result.advice;
  return [...new Set([...sides, ...falseAlarms.advice, ...advice])];
}

function list(title: string, items: readonly string[], columns: number): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MAX_WARNINGS);
  const cut = shown.length < items.length ? ` (${shown.length} of ${items.length} shown)` : '';
  return [
    `${title}${cut}:`,
    ...shown.flatMap((item) =>
      wrap(`- ${logLine(item, SENTENCE_LENGTH)}`, columns - 2).map((line, index) =>
        index === 0 ? line : `  ${line}`,
      ),
    ),
  ];
}
