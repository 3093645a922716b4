import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terminalLog } from '../../src/logs/terminal-log.ts';
import { hostileText } from '../text/hostile.ts';
import { runnerCommand } from '../text/runner.ts';
import { Sheet } from './sheet.ts';

function written(colour: 'on' | 'off'): Sheet {
  const sheet = new Sheet();
  const log = terminalLog(sheet, { colour });
  log.info('Flamegate 0.1.0');
  log.section('Build base');
  log.child('build base', 'added 40 packages\r\n');
  log.child('service base', '');
  log.warn('uneven load');
  return sheet;
}

describe('terminalLog', () => {
  it('writes plain lines', () => {
    expect(written('off').lines()).toEqual([
      'Flamegate 0.1.0',
      '',
      '▸ Build base',
      'build base   │ added 40 packages',
      'service base │',
      'warning: uneven load',
    ]);
  });

  it('dims children and colours warnings where colours are wanted', () => {
    const coloured = written('on');
    expect(coloured.text).toContain('\u001b[2mbuild base   │ added 40 packages\u001b[22m');
    expect(coloured.text).toContain('\u001b[33mwarning:\u001b[39m uneven load');
    expect(stripVTControlCharacters(coloured.text)).toBe(written('off').text);
  });

  it('writes one harmless line for any text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const sheet = new Sheet();
        const log = terminalLog(sheet, { colour: 'off' });
        log.info(a);
        log.warn(a);
        log.child(a, b);
        expect(sheet.lines()).toHaveLength(3);
        for (const line of sheet.lines()) {
          expect(runnerCommand(line)).toBeUndefined();
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});
