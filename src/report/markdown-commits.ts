import { bisectionSentences } from './bisection.ts';
import { inMarkdown, type Level } from './markdown-level.ts';
import { cutNote } from './phrases.ts';
import type { Finding } from './result.ts';

/** Which commits brought some findings; empty where nobody searched. */
export function commitsBlock(findings: readonly Finding[], level: Level): string {
  const sentences = bisectionSentences(findings);
  if (sentences.length === 0) return '';
  const shown = sentences.slice(0, level.notes);
  const lines = shown.map((sentence) => `- ${inMarkdown(sentence, level)}`);
  return [`**Which commit**${cutNote(shown.length, sentences.length)}`, '', ...lines].join('\n');
}
