import { logLine, neutral } from '../text/log-line.ts';
import { type Colour, type Look, painter } from '../text/paint.ts';
import { wrap } from '../text/width.ts';
import type { Check, Diagnosis } from './checks.ts';

/** Code points of a sentence with untrusted text. */
const SENTENCE_LENGTH = 1000;

const HEADLINES: Readonly<Record<Diagnosis['verdict'], string>> = {
  fit: 'Fit: these profiles can be compared',
  weak: 'Weak: these profiles can be compared, but small changes will not be seen',
  broken: 'Broken: these profiles can not be compared',
};

const LOOKS: Readonly<Record<Diagnosis['verdict'] | Check['state'], Look>> = {
  fit: 'green',
  ok: 'green',
  weak: 'yellow',
  broken: 'red',
};

/** The diagnosis for a terminal. */
export function renderDiagnosis(
  { verdict, checks }: Diagnosis,
  options: { readonly colour: Colour; readonly width: number },
): string {
  const paint = painter(options.colour);
  const columns = Math.min(120, Math.max(72, options.width));
  const lines = [
    paint(LOOKS[verdict], paint('bold', HEADLINES[verdict])),
    '',
    ...checks.flatMap(({ state, subject, fact, advice }) => {
      const said = logLine(`${subject}: ${fact}`, SENTENCE_LENGTH);
      const todo = advice === undefined ? [] : wrap(logLine(advice, SENTENCE_LENGTH), columns - 9);
      return [
        ...wrap(said, columns - 9).map((line, index) =>
          index === 0 ? `${paint(LOOKS[state], state.padEnd(8))} ${line}` : `         ${line}`,
        ),
        ...todo.map((line) => `         ${paint('dim', line)}`),
      ];
    }),
  ];
  return `${lines.map(neutral).join('\n')}\n`;
}
