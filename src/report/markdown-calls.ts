import { type Call, callSentence } from './calls.ts';
import { inMarkdown, type Level } from './markdown-level.ts';
import { cutNote } from './phrases.ts';

/**
 * Those who are to act: the only place of a report where anybody is mentioned. Empty when nobody is called.
 */
export function callsBlock(calls: readonly Call[], level: Level): string {
  if (calls.length === 0) return '';
  const shown = calls.slice(0, level.notes);
  const lines = shown.map((call) => `- ${inMarkdown(callSentence(call, level.rows), level)}`);
  return [`**Owners**${cutNote(shown.length, calls.length)}`, '', ...lines].join('\n');
}
