import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { parseConfigFile } from '../../src/config/file/parse-config-file.ts';
import { readCommandLine } from '../../src/config/flags.ts';
import { configFromInputs } from '../../src/config/inputs.ts';

const NAME = '.flamegate.yml';

const SHOP = `
rounds: 8
on-inconclusive: warn
services:
  shop:
    start: node shop.js
    max-increase: 2
    mode: observe
  cart:
    directory: services/cart
    start: node cart.js
    rounds: 5
    profile-types: [cpu, { type: alloc_space, max-increase: 3 }]
`;

/** What a command line comes to, together with a file. */
function configured(file: string, ...args: string[]): Config {
  const invocation = readCommandLine(args, {});
  if (invocation.ask !== 'job') throw new Error(`asked for ${invocation.ask}`);
  return invocation.complete(parseConfigFile(file, NAME));
}

function problemOf(file: string, ...args: string[]): string {
  const invocation = readCommandLine(args, {});
  try {
    if ('complete' in invocation) invocation.complete(parseConfigFile(file, NAME));
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  return 'no problem';
}

describe('a configuration from a file', () => {
  it('has every service, with its own settings before those of all', () => {
    expect(configured(SHOP, 'run')).toMatchObject({
      job: 'run',
      services: [
        {
          name: 'shop',
          plan: { first: 8 },
          policy: { maxIncrease: 0.02 },
          serviceProcess: { start: 'node shop.js', directory: '.' },
          handling: { mode: 'observe', onInconclusive: 'warn' },
          types: [{ profileType: 'cpu', policy: { maxIncrease: 0.02 } }],
        },
        {
          name: 'cart',
          plan: { first: 5 },
          serviceProcess: { start: 'node cart.js', directory: 'services/cart' },
          handling: { mode: 'block' },
          types: [
            { profileType: 'cpu', policy: { maxIncrease: 0.01 } },
            { profileType: 'alloc_space', policy: { maxIncrease: 0.03 } },
          ],
        },
      ],
      publish: { commentKey: 'all' },
    });
  });

  it('is overruled by flags, and overrules what flags are when nobody gives them', () => {
    const { services } = configured(SHOP, 'run', '--rounds', '4');
    expect(services).toMatchObject([{ plan: { first: 4 } }, { plan: { first: 4 } }]);
    const quiet = configured('start: x', 'run');
    expect(quiet.services[0].handling.onInconclusive).toBe('fail');
  });

  it('is overruled by inputs', () => {
    const environment = { 'INPUT_MAX-INCREASE': '7', INPUT_ROUNDS: '' };
    const config = configFromInputs(environment).complete(parseConfigFile(SHOP, NAME));
    expect(config.services).toMatchObject([
      { policy: { maxIncrease: 0.07 }, plan: { first: 8 } },
      { policy: { maxIncrease: 0.07 }, plan: { first: 5 } },
    ]);
  });

  it('may be of one service that has no name there', () => {
    const config = configured('start: npm start\nbuild: npm ci', 'run', '--service', 'shop');
    expect(config.services).toMatchObject([
      { name: 'shop', serviceProcess: { build: 'npm ci', start: 'npm start' } },
    ]);
    expect(config.publish.commentKey).toBe('shop');
  });

  it('is narrowed to one of its services', () => {
    const config = configured(SHOP, 'run', '--service', 'cart', '--start', 'node other.js');
    expect(config.services).toMatchObject([
      { name: 'cart', serviceProcess: { start: 'node other.js' } },
    ]);
  });

  it('knows a server without asking it for everything', () => {
    const file = `pyroscope-url: https://p.example\n${SHOP}`;
    expect(configFromInputs({}).complete(parseConfigFile(file, NAME)).job).toBe('run');
    const windows = { 'INPUT_BASE-WINDOW': WINDOW, 'INPUT_HEAD-WINDOW': WINDOW };
    const asked = { ...windows, INPUT_BASE: 'v1', INPUT_HEAD: 'v2' };
    const config = configFromInputs(asked).complete(parseConfigFile(file, NAME));
    expect(config).toMatchObject({
      job: 'compare-server',
      pyroscope: { url: 'https://p.example' },
      commits: { base: 'v1', head: 'v2' },
      services: [
        { base: { selector: '{service_name="shop", service_git_ref="{ref}"}' } },
        { base: { selector: '{service_name="cart", service_git_ref="{ref}"}' } },
      ],
    });
  });

  it('has rules, waivers and owners of a service before those of all', () => {
    const file = `
start: x
thresholds:
  - { package: lodash, ignore: true }
waivers:
  - { file: src/report/, ceiling: 2.5, reason: new columns, issue: "#7", expires: 2026-01-31 }
owners:
  "*": "@acme/shop"
services:
  shop:
    thresholds:
      - { function: "render*", max-increase: 3, min-relative: 20% }
    waivers:
      - { function: scoreOne, ceiling: 5, reason: exact prices, expires: 2999-12-31 }
    owners:
      src/search/: ["@acme/search", bob@example.com]
    playbook: https://wiki.example/slow
  cart:
`;
    const shared = {
      maxIncrease: undefined,
      minRelative: undefined,
      isIgnored: true,
      isShared: true,
    };
    const [shop, cart] = configured(file, 'run').services;
    expect(shop.policy).toEqual({
      maxIncrease: 0.01,
      minRelative: 0.05,
      alpha: 0.01,
      rules: [
        { functions: 'render*', maxIncrease: 0.03, minRelative: 0.2, isIgnored: false },
        { packages: 'lodash', ...shared },
      ],
      waivers: [
        {
          functions: 'scoreOne',
          ceiling: 0.05,
          reason: 'exact prices',
          issue: undefined,
          expires: '2999-12-31',
          isExpired: false,
        },
        {
          files: 'src/report/',
          ceiling: 0.025,
          reason: 'new columns',
          issue: '#7',
          expires: '2026-01-31',
          isExpired: true,
        },
      ],
    });
    expect(shop.types[0]?.policy).toEqual(shop.policy);
    expect(shop.handling.playbook).toBe('https://wiki.example/slow');
    // Who reads it takes the last pattern that matches.
    expect([...shop.owners]).toEqual([
      ['*', ['@acme/shop']],
      ['src/search/', ['@acme/search', 'bob@example.com']],
    ]);
    expect(cart?.policy.rules).toEqual([{ packages: 'lodash', ...shared }]);
    expect([...(cart?.owners ?? [])]).toEqual([['*', ['@acme/shop']]]);
  });

  it('takes rules from flags too, before its own', () => {
    const flag = '{"function":"a","max-increase":2}';
    const { services } = configured(
      'start: x\nthresholds: [{ function: b, ignore: true }]',
      ...['run', '--thresholds', flag],
    );
    expect(services[0].policy.rules).toMatchObject([{ functions: 'a' }, { functions: 'b' }]);
  });

  it('compares all recorded types unless it names some', () => {
    const { services } = configured(SHOP, 'compare', '--rounds', 'r.json');
    expect(services.map(({ types }) => types.map(({ profileType }) => profileType))).toEqual([
      [],
      ['cpu', 'alloc_space'],
    ]);
  });

  it.each<[file: string, args: string[], problem: string]>([
    [SHOP, ['run', '--service', 'card'], '--service “card” is not known; did you mean “cart”?'],
    [
      SHOP,
      ['run', '--start', 'x'],
      '--start is of one service, and there are 2: choose one with `service`',
    ],
    [SHOP, ['self-test'], '--service is missing: choose one of shop, cart'],
    ['rounds: 2', ['run', '--start', 'x'], `${NAME}:1:9: rounds must be from 3 to 200; it is “2”`],
    [
      'max-increase: 2%',
      ['run', '--start', 'x'],
      `${NAME}:1:15: max-increase must be a number; it is “2%”`,
    ],
    [
      'mode: fail',
      ['run', '--start', 'x'],
      `${NAME}:1:7: mode must be one of observe, comment, block; it is “fail”`,
    ],
    ['services:\n  shop: { rounds: 4 }', ['run'], `${NAME}: services.shop.start is missing`],
    [
      'start: x\nload-requests:\n  - GET /\n  - get /a',
      ['run'],
      `${NAME}:4:5: load-requests : “get /a” is neither`,
    ],
    [
      'start: x\nallow-different:\n  - cpu\n  - cups',
      ['run'],
      `${NAME}:4:5: allow-different must name some of cpu`,
    ],
    [
      'start: x\nprofile-types:\n  - type: cpu\n    max-increase: lots',
      ['run'],
      `${NAME}:4:19: profile-types: max-increase must be a number; it is “lots”`,
    ],
    [
      'start: x\nready-url: localhost',
      ['run'],
      `${NAME}:2:12: ready-url must be an http or https URL`,
    ],
    [
      'start: x\ndirectory: ../up',
      ['run'],
      `${NAME}:2:12: directory must lie inside the repository`,
    ],
    [
      'start: x\nthresholds:\n  - { max-increase: 3 }',
      ['run'],
      `${NAME}:3:5: thresholds names no function, file or package`,
    ],
    [
      'start: x\nthresholds:\n  - { function: a }',
      ['run'],
      `${NAME}:3:5: thresholds says neither max-increase nor min-relative nor ignore: true`,
    ],
    [
      'start: x\nthresholds:\n  - { file: "!a", ignore: true }',
      ['run'],
      `${NAME}:3:13: thresholds: file starts with !`,
    ],
    [
      'start: x\nthresholds:\n  - { function: a, ignore: yes }',
      ['run'],
      `${NAME}:3:28: thresholds: ignore must be true or false`,
    ],
    [
      'start: x',
      ['run', '--thresholds', 'a=3'],
      '--thresholds must be a mapping, or JSON in one line',
    ],
    [
      'start: x\nwaivers:\n  - { function: a, ceiling: 5, expires: 2027-01-31 }',
      ['run'],
      `${NAME}:3:5: waivers has no “reason”`,
    ],
    [
      'start: x\nwaivers:\n  - { function: a, ceiling: 5, reason: b, expires: 31.1.2027 }',
      ['run'],
      `${NAME}:3:52: waivers: expires must be a date such as 2027-01-31`,
    ],
    [
      'start: x\nwaivers:\n  - { function: a, ceiling: 500, reason: b, expires: 2027-01-31 }',
      ['run'],
      `${NAME}:3:29: waivers: ceiling must be from 0.01 to 100; it is “500”`,
    ],
    ['start: x\nowners:\n  - "@a"', ['run'], `${NAME}:3:3: owners must be a mapping`],
    [
      'start: x\nowners:\n  "*": 3',
      ['run'],
      `${NAME}:3:8: owners: “*” must be a text or a list of texts`,
    ],
    ['start: x\nowners:\n  "[a]": x', ['run'], `the pattern has brackets`],
    ['start: x\nplaybook: wiki', ['run'], `${NAME}:2:11: playbook must be an http or https URL`],
  ])('%j with %j is refused', (file, args, problem) => {
    expect(problemOf(file, ...args)).toContain(problem);
  });

  it('tells a value that several services share once', () => {
    const problem = problemOf(`rounds: 2\nservices: { a: { start: x }, b: { start: y } }`, 'run');
    expect(problem).toBe(`${NAME}:1:9: rounds must be from 3 to 200; it is “2”`);
  });
});

const WINDOW = '2026-11-20T10:00:00Z/2026-11-20T11:00:00Z';
