/** As GitHub's parser has it: what it shows nobody, and where it shows text as it is. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)/gu;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/u;

/**
 * The lines of a comment that speak: those in a code block are examples, and nobody has read what stands in an HTML
 * comment, although somebody may have pasted it. Quotes and lists have a mark in front and stay as they are.
 */
export function visibleLines(body: string): string[] {
  const lines: string[] = [];
  let fence = '';
  for (const line of body.replace(HIDDEN, '').split(/\r\n|[\r\n]/u)) {
    const [, mark = '', rest = ''] = FENCE.exec(line) ?? [];
    if (fence !== '') {
      if (mark.startsWith(fence) && rest.trim() === '') fence = '';
    } else if (mark !== '') fence = mark;
    else if (!/^(?: {4}|\t)/u.test(line)) lines.push(line.trim());
  }
  return lines;
}
