import { describe, expect, it } from 'vitest';
import { parseConfigFile } from '../../../src/config/file/parse-config-file.ts';
import type { GivenValues } from '../../../src/config/given.ts';

/** What was read, as texts by name. */
function texts(values: GivenValues | undefined): Record<string, string[]> {
  return Object.fromEntries(
    [...(values ?? [])].map(([name, given]) => [name, given.map(({ text }) => text)]),
  );
}

const parse = (text: string) => parseConfigFile(text, '.flamegate.yml');

function problemOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  return 'no problem';
}

describe('a configuration file', () => {
  it('has settings for the gate, for all services, and for each', () => {
    const file = parse(`
# The shop.
rounds: 8
min-relative: 5%
timeout: 20m
services:
  shop:
    start: node server.js
    load-requests:
      - GET /search?q=tea
      - { method: POST, path: /order, body: { items: 3 } }
  cart:
    start: "node cart.js --port {port}"
    build: |
      npm ci
      npm run build
`);
    expect(texts(file.settings)).toEqual({
      rounds: ['8'],
      'min-relative': ['5%'],
      timeout: ['20m'],
    });
    expect([...file.services.keys()]).toEqual(['shop', 'cart']);
    expect(texts(file.services.get('shop'))).toEqual({
      start: ['node server.js'],
      'load-requests': [
        'GET /search?q=tea',
        '{"method":"POST","path":"/order","body":{"items":3}}',
      ],
    });
    expect(texts(file.services.get('cart'))).toEqual({
      start: ['node cart.js --port {port}'],
      build: ['npm ci\nnpm run build\n'],
    });
  });

  it.each<[what: string, text: string, settings: Record<string, string[]>]>([
    ['nothing', '', {}],
    ['a comment', '# to be written\n', {}],
    ['a number as it was written', 'max-increase: 1.0', { 'max-increase': ['1.0'] }],
    ['a quoted number', 'max-increase: "1.0"', { 'max-increase': ['1.0'] }],
    ['what YAML 1.1 took for a boolean', 'comment: never', { comment: ['never'] }],
    [
      'lines in one text',
      'load-requests: |-\n  GET /a\n  GET /b',
      { 'load-requests': ['GET /a\nGET /b'] },
    ],
    [
      'anchors and aliases',
      'build: &install npm ci\nstart: *install',
      { build: ['npm ci'], start: ['npm ci'] },
    ],
  ])('may hold %s', (_, text, settings) => {
    expect(texts(parse(text).settings)).toEqual(settings);
  });

  it('lets services share what is anchored', () => {
    const file = parse(`
services:
  shop: &node
    build: npm ci
    start: npm start
  cart: *node
  mail:
`);
    expect(texts(file.services.get('cart'))).toEqual(texts(file.services.get('shop')));
    expect(texts(file.services.get('mail'))).toEqual({});
  });

  it('knows where everything stands', () => {
    const file = parse('services:\n  shop:\n    load-requests:\n    - GET /\n    - { path: /b }\n');
    expect(file.services.get('shop')?.get('load-requests')).toEqual([
      { text: 'GET /', place: '.flamegate.yml:4:7: load-requests' },
      {
        text: '{"path":"/b"}',
        place: '.flamegate.yml:5:7: load-requests',
        fields: new Map([['path', '.flamegate.yml:5:15: load-requests: path']]),
      },
    ]);
  });

  it.each<[text: string, problem: string]>([
    ['round: 8', '.flamegate.yml:1:1: “round” is not known; did you mean “rounds”?'],
    [
      'a: 1\nmax-incraese: 2',
      '.flamegate.yml:2:1: “max-incraese” is not known; did you mean “max-increase”?',
    ],
    [
      'services:\n  shop:\n    strat: x',
      '.flamegate.yml:3:5: “strat” is not known; did you mean “start”?',
    ],
    [
      'service:\n  shop: {}',
      '.flamegate.yml:1:1: “service” is not known; did you mean “services”?',
    ],
    ['xyzzy: 1', '.flamegate.yml:1:1: “xyzzy” is not known; there is: services, '],
    ['pyroscope-token: s3cret', '.flamegate.yml:1:1: “pyroscope-token” is not known'],
    ['json: out.json', '.flamegate.yml:1:1: “json” is not known'],
    ['start:\n  - a\n  - b', '.flamegate.yml:2:3: start must be a single value'],
    ['start: { cmd: a }', '.flamegate.yml:1:8: start must be a single value'],
    ['start:', '.flamegate.yml:1:1: start has no value'],
    ['rounds: ~', '.flamegate.yml:1:1: rounds has no value'],
    ['load-requests: { path: / }', '.flamegate.yml:1:16: load-requests must be a list'],
    [
      'load-requests:\n  - [GET, /]',
      '.flamegate.yml:2:5: load-requests must be a text or a mapping',
    ],
    [
      'load-requests:\n  - path: /\n    mehtod: GET',
      '.flamegate.yml:3:5: load-requests: “mehtod” is not known; did you mean “method”?',
    ],
    ['allow-different:\n  - { cpu: true }', '.flamegate.yml:2:5: allow-different must be a text'],
    ['- start: x', '.flamegate.yml:1:1: the file must be a mapping'],
    ['just text', '.flamegate.yml:1:1: the file must be a mapping'],
    ['services:\n  - shop', '.flamegate.yml:2:3: services must be a mapping'],
    ['services: {}', '.flamegate.yml:1:11: services names no service'],
    ['services:\n  shop: node server.js', '.flamegate.yml:2:9: services.shop must be a mapping'],
    [
      'services:\n  shop:\n    alpha: 1%',
      '.flamegate.yml:3:5: alpha is of the whole gate: move it to the top',
    ],
    ['services:\n  ../up: {}', '.flamegate.yml:2:3: “../up” is no name'],
    ['a: [1', '.flamegate.yml:1:6: this is not YAML as it must be: '],
    ['a: 1\n b: 2', '.flamegate.yml:1:4: this is not YAML as it must be: '],
    [
      'start: x\nstart: y',
      '.flamegate.yml:2:1: this is not YAML as it must be: Map keys must be unique',
    ],
    ['start: x\n---\nstart: y', '.flamegate.yml:2:1: this is not YAML as it must be: '],
    ['start: *gone', '.flamegate.yml:1:8: *gone stands for nothing above it'],
    ['1: x', '.flamegate.yml:1:1: “1” is not known'],
    ['? [a]\n: x', '.flamegate.yml:1:3: this is not YAML as it must be: '],
    ['start: !!js/function x', 'this is not YAML as it must be: '],
  ])('%j has a problem', (text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });

  it('tells all problems at once, each in its place', () => {
    expect(problemOf('round: 1\nservices:\n  shop:\n    strat: x\n  cart: 3')).toBe(
      '.flamegate.yml:1:1: “round” is not known; did you mean “rounds”?; ' +
        '.flamegate.yml:4:5: “strat” is not known; did you mean “start”?; ' +
        '.flamegate.yml:5:9: services.cart must be a mapping',
    );
  });

  it('does not grow without end', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'.split('').map((name, i) => {
        const before = 'abcdefghij'[i];
        return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`;
      }),
    ];
    const laughs = `load-requests:\n  - { path: /, body: &a [1, 1] }\n${bomb
      .slice(1)
      .map(
        (_, i) =>
          `  - { path: /, body: &${'bcdefghij'[i]} [${Array(10).fill(`*${'abcdefghij'[i]}`).join(', ')}] }`,
      )
      .join('\n')}`;
    expect(problemOf(laughs)).toContain('Excessive alias count');
    const many = `build: &b x\nload-requests:\n${'  - *b\n'.repeat(200)}`;
    expect(problemOf(many)).toContain('is one of more than 100 aliases');
    expect(problemOf('load-requests:\n  - &a { path: /, body: *a }')).not.toBe('no problem');
  });
});
