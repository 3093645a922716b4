import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsLog } from '../../src/logs/actions-log.ts';
import { HOSTILE, hostileText } from '../text/hostile.ts';
import { runnerCommand } from '../text/runner.ts';
import { Sheet } from './sheet.ts';

describe('actionsLog', () => {
  it('groups what belongs to a section and closes the last group', () => {
    const sheet = new Sheet();
    const log = actionsLog(sheet);
    log.info('Flamegate 0.1.0');
    log.section('Build base');
    log.child('build base', 'added 40 packages');
    log.section('Round 1 of 12, 100%');
    log.warn('uneven load');
    log.close();
    log.close();
    log.info('done');
    expect(sheet.lines()).toEqual([
      'Flamegate 0.1.0',
      '::group::Build base',
      'build base │ added 40 packages',
      '::endgroup::',
      '::group::Round 1 of 12, 100%25',
      'Warning: uneven load',
      '::endgroup::',
      'done',
    ]);
  });

  it.each(Object.entries(HOSTILE))('runs no command for a text made to %s', (_, text) => {
    const sheet = new Sheet();
    const log = actionsLog(sheet);
    log.info(text);
    log.warn(text);
    log.child(text, text);
    log.section(text);
    expect(sheet.lines().map(runnerCommand)).toEqual([undefined, undefined, undefined, 'group']);
  });

  it('runs its own group commands and no others, whatever is said', () => {
    const said = fc.array(
      fc.tuple(fc.constantFrom('info', 'warn', 'section', 'child'), hostileText, hostileText),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(said, (calls) => {
        const sheet = new Sheet();
        const log = actionsLog(sheet);
        for (const [method, a, b] of calls) {
          if (method === 'child') log.child(a, b);
          else if (method === 'section') log.section(a);
          else if (method === 'warn') log.warn(a);
          else log.info(a);
        }
        log.close();
        const sections = calls.filter(([method]) => method === 'section').length;
        const commands = sheet
          .lines()
          .map(runnerCommand)
          .filter((command) => command !== undefined);
        expect(commands).toEqual(
          Array.from({ length: sections }, () => ['group', 'endgroup']).flat(),
        );
      }),
    );
  });
});
