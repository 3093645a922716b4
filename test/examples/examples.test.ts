import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build, copyExample, type Example, lacking } from './example.ts';
import { shareOf } from './measure.ts';

interface Case {
  /** The SDK, and a folder of `examples/`. */
  readonly what: string;
  readonly folder: string;
  /** What must be there; where it is not, the test is skipped. */
  readonly needs: readonly string[];
  readonly prepare: (folder: string) => void;
  readonly start: string;
  readonly scrapeUrl?: string;
  /** Names of the hot function and of what serves a request. */
  readonly planted: string;
  readonly handler: string;
  readonly file: string;
}

const PYTHON = "python3 -c 'import venv, ensurepip'";
const NODE_MODULES = new URL('../../node_modules', import.meta.url).pathname;

const python = (requirement: string) =>
  `python3 -m venv venv && venv/bin/pip install ${requirement}`;

const CASES: readonly Case[] = [
  {
    what: 'Node, @pyroscope/nodejs 0.6',
    folder: 'node',
    needs: [],
    prepare: (folder) => symlinkSync(NODE_MODULES, join(folder, 'node_modules')),
    start: 'exec node service.js',
    planted: 'priceBasket',
    handler: 'answer',
    file: 'service.js',
  },
  {
    what: 'Go, pyroscope-go 1.5',
    folder: 'go',
    needs: ['go version'],
    prepare: (folder) => build(folder, 'go build -o shop .'),
    start: 'exec ./shop',
    planted: 'main.priceBasket',
    handler: 'main.basket',
    file: 'shop.go',
  },
  {
    what: 'Go, net/http/pprof (scraped)',
    folder: 'go-pprof',
    needs: ['go version'],
    prepare: (folder) => build(folder, 'go build -o shop .'),
    start: 'exec ./shop',
    scrapeUrl: 'http://127.0.0.1:{port}/debug/pprof/profile',
    planted: 'main.priceBasket',
    handler: 'main.basket',
    file: 'shop.go',
  },
  {
    what: 'Python, pyroscope-io 1.4 (Push)',
    folder: 'python',
    needs: [PYTHON],
    prepare: (folder) => build(folder, python('-r requirements.txt')),
    start: 'exec venv/bin/python service.py',
    planted: 'price_basket',
    handler: 'answer',
    file: 'service.py',
  },
  {
    what: 'Python, pyroscope-io 0.8 (/ingest)',
    folder: 'python',
    needs: [PYTHON],
    prepare(folder) {
      build(folder, python('pyroscope-io==0.8.16'));
      // The one option that it does not have.
      const path = join(folder, 'service.py');
      const text = readFileSync(path, 'utf8');
      expect(text).toContain('    upload_interval=1,\n');
      writeFileSync(path, text.replace('    upload_interval=1,\n', ''));
    },
    start: 'exec venv/bin/python service.py',
    planted: 'price_basket',
    handler: 'answer',
    file: 'service.py',
  },
  {
    what: 'Java, io.pyroscope:agent 2.9 (OTLP)',
    folder: 'java',
    needs: ['java -version', 'javac -version', 'mvn -version'],
    prepare: (folder) =>
      build(folder, 'mvn -q -B package dependency:copy-dependencies -DoutputDirectory=target/lib'),
    start: 'exec java -javaagent:target/lib/agent-2.9.2.jar -cp target/classes shop.Shop',
    planted: 'shop/Shop.priceBasket',
    handler: 'shop/Shop.answer',
    // OTLP from async-profiler has no files.
    file: '',
  },
];

/** What a share may be off after sampling for 10 s. */
const TOLERANCE = 0.03;

describe('a sample service', () => {
  let example: Example | undefined;
  let scratch = '';
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'flamegate-examples-'));
  });
  afterEach(() => {
    example?.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  for (const { what, folder, needs, prepare, start, scrapeUrl, planted, handler, file } of CASES) {
    // Only Linux tells the CPU time of a thread to all of these languages.
    const missing = process.platform === 'linux' ? lacking(needs) : ['Linux'];
    const title = missing.length === 0 ? what : `${what} (needs ${missing.join(', ')})`;
    it.skipIf(missing.length > 0)(
      `has profiles that are right: ${title}`,
      // Installing may take long. A share of 1,000 samples is three points off once in thirty to fifty times by
      // chance, and hardly ever three times in a row.
      { timeout: 400_000, retry: 2 },
      async () => {
        example = copyExample(folder);
        prepare(example.folder);
        const shares = await shareOf(planted, handler, {
          folder: example.folder,
          start,
          scratch,
          scrapeUrl,
        });
        expect(shares.file).toBe(file);
        expect(shares.measured).toBeGreaterThan(0.5);
        expect(
          Math.abs(shares.profiled - shares.measured),
          JSON.stringify({ ...shares, round: undefined }),
        ).toBeLessThan(TOLERANCE);
      },
    );
  }
});
