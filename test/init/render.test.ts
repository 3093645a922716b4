import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasuredService } from '../../src/config/config.ts';
import { parseConfigFile } from '../../src/config/file/parse-config-file.ts';
import { readCommandLine } from '../../src/config/flags.ts';
import type { FoundService } from '../../src/init/found.ts';
import { renderConfig } from '../../src/init/render.ts';

/** What a run makes of the file. */
function servicesOf(text: string): readonly MeasuredService[] {
  const invocation = readCommandLine(['run'], {});
  if (invocation.ask !== 'job') throw new Error('no job');
  const config = invocation.complete(parseConfigFile(text, 'file.yml'));
  return config.job === 'run' ? config.services : [];
}

const line = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, '').trim())
  .filter((text) => text !== '');

const service: fc.Arbitrary<FoundService> = fc.record({
  name: fc.stringMatching(/^\w[\w./@-]{0,30}$/),
  from: line,
  directory: fc.constantFrom('.', 'services/shop', 'a b', '- x', '#'),
  build: fc.option(line, { nil: undefined }),
  start: line,
  readyPath: fc.option(fc.constantFrom('/health', '/ok?a=b:c#d'), { nil: undefined }),
  routes: fc.uniqueArray(fc.stringMatching(/^\/[\w./-]{0,20}$/), { maxLength: 5 }),
  scrapeUrl: fc.constantFrom(undefined, 'http://127.0.0.1:{port}/debug/pprof/profile'),
  notes: fc.array(line, { maxLength: 2 }),
});

describe('a file that init writes', () => {
  it('says what was found, whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(service, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
        (services) => {
          const read = servicesOf(renderConfig(services));
          expect(
            read.map(({ name, serviceProcess, load }) => ({
              name,
              directory: serviceProcess.directory,
              build: serviceProcess.build,
              start: serviceProcess.start,
              requests: load.requests.map(({ path }) => path),
            })),
          ).toEqual(
            services.map(({ name, directory, build, start, routes }) => ({
              name,
              directory,
              build,
              start,
              requests: routes.length === 0 ? ['/'] : routes,
            })),
          );
        },
      ),
    );
  });

  it('is only comments when nothing was found', () => {
    const { services, settings } = parseConfigFile(renderConfig([]), 'file.yml');
    expect(services.size + settings.size).toBe(0);
  });

  it('shows how a service is described, in a way that parses', () => {
    const commented = renderConfig([]).split('services:')[1] ?? '';
    const text = `services:${commented.replaceAll(/^# ?/gmu, '')}`;
    expect(servicesOf(text)).toMatchObject([
      { name: 'shop', serviceProcess: { build: 'make', start: './shop --port {port}' } },
    ]);
  });
});
