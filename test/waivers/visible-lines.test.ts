import { describe, expect, it } from 'vitest';
import { visibleLines } from '../../src/waivers/visible-lines.ts';

/** Lines that say `yes` are to be seen as text, those that say `no` are not. */
describe('the lines of a comment that speak', () => {
  it.each<[what: string, body: string]>([
    ['all of plain text, whatever ends its lines', 'yes\r\nyes\ryes\n\n  yes'],
    ['not an example', 'yes\n```\nno\n```\nyes'],
    ['not an example with a language', '~~~sh\nno\n~~~\nyes'],
    ['not an example that holds a shorter fence', '````\n```\nno\n```\n````\nyes'],
    ['not an example in another fence', '```\n~~~\nno\n```\nyes'],
    ['not an example that nobody ended', 'yes\n```\nno\n``` no'],
    ['but what follows code within a line', '```x``` yes\nyes'],
    ['not an indented example', 'yes\n\n    no\n\tno\nyes'],
    ['not what nobody sees', 'yes\n<!-- no\nno\n-->\nyes'],
    ['not what nobody sees until the end', 'yes\n<!-- no\nno'],
  ])('%s', (_, body) => {
    const lines = visibleLines(body);
    expect(lines.filter((line) => line === 'no')).toEqual([]);
    expect(lines.join('\n').match(/yes/gu)).toHaveLength(body.match(/yes/gu)?.length ?? 0);
  });

  it('keep the mark of a quote', () => {
    expect(visibleLines('> /flamegate waive x')).toEqual(['> /flamegate waive x']);
  });
});
