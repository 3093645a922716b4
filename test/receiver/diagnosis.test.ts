import { describe, expect, it } from 'vitest';
import type { SpoolNote } from '../../src/preload/spool-name.ts';
import { diagnose } from '../../src/receiver/diagnosis.ts';
import type { FoundSdk } from '../../src/receiver/find-sdks.ts';
import { SDKS } from '../../src/receiver/sdks.ts';

const started: SpoolNote = { kind: 'started' };
const sdk: SpoolNote = { kind: 'sdk' };
const full: SpoolNote = { kind: 'failed', code: 'ENOSPC' };
const bare: SpoolNote = { kind: 'failed', code: 'ERR_INSPECTOR_NOT_AVAILABLE' };
const other = { reason: 'something else', hint: '' };

describe('diagnose', () => {
  it.each([
    ['all is well', 'auto', 3, [], [started], []],
    ['an SDK does the work', 'auto', 3, [], [sdk], []],
    ['another refusal explains it', 'auto', 0, [other], [started], []],
    ['the disk is full, and nothing came', 'auto', 0, [], [started, full], ['ENOSPC']],
    ['the disk is full, and something came', 'node', 2, [], [full], ['ENOSPC']],
    ['there is no inspector', 'node', 0, [], [started, bare], ['without an inspector']],
    ['a silent SDK', 'auto', 0, [], [started, sdk], ['loaded a Pyroscope SDK']],
    ['killed at once', 'node', 0, [], [started], ['died before']],
    ['not Node', 'auto', 0, [], [], ['no Node process']],
    ['no SDK', 'sdk', 0, [], [], ['The service pushed no profile']],
  ] as const)('%s', (_what, profiler, usable, refusals, notes, expected) => {
    const arrivals = { profiler, usable, refusals, notes, findSdks: () => [] };
    const reasons = diagnose(arrivals).map(({ reason }) => reason);
    expect(reasons).toEqual(expected.map((part) => expect.stringContaining(part)));
  });

  const nothing = { profiler: 'auto', usable: 0, refusals: [], notes: [] } as const;
  const found = (language: string, where: string, isUsed: boolean): FoundSdk[] =>
    SDKS.filter((sdk) => sdk.language === language).map((sdk) => ({ sdk, where, isUsed }));

  it.each([
    ['Node', 'package.json', 'await Pyroscope.stop()'],
    ['Go', 'go.mod', 'nothing is sent on `os.Exit`'],
    ['Python', 'requirements.txt', 'upload_interval=1'],
    ['Java', 'pom.xml', 'version 2.9 or newer'],
    ['Ruby', 'Gemfile', 'Pyroscope.stop'],
    ['Rust', 'Cargo.toml', 'agent.stop()'],
    ['.NET', 'shop.csproj', 'CORECLR_ENABLE_PROFILING'],
  ])('tells how to make a silent SDK push: %s', (language, where, advice) => {
    const findSdks = () => found(language, where, true);
    expect(diagnose({ ...nothing, findSdks })).toEqual([
      {
        reason: `The service uses the Pyroscope SDK for ${language} (${where}), and the SDK pushed no profile`,
        hint: expect.stringContaining(advice),
      },
    ]);
    // Advice for others would only distract.
    const [refusal] = diagnose({ ...nothing, findSdks });
    const others = SDKS.filter((sdk) => sdk.language !== language);
    for (const { flush } of others) expect(refusal?.hint).not.toContain(flush);
  });

  it('tells a service without an SDK which one to add', () => {
    const findSdks = () => found('Go', 'go.mod', false);
    expect(diagnose({ ...nothing, findSdks })).toEqual([
      {
        reason: expect.stringContaining('written in Go (go.mod) and not to use a Pyroscope SDK'),
        hint: expect.stringContaining('Add the Pyroscope SDK for Go.'),
      },
    ]);
  });

  it('does not take a package.json alone for a Node service: tools have one, too', () => {
    const findSdks = () => found('Node', 'package.json', false);
    expect(diagnose({ ...nothing, findSdks })).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('no Node process') }),
    ]);
  });
});
