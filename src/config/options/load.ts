import { KNOWN_TO, type OptionSpec } from './spec.ts';

/** The load, and how much of it. */
export const LOAD_OPTIONS = [
  {
    name: 'load-url',
    kind: 'text',
    default: 'http://127.0.0.1:{port}',
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description: 'Root URL that the load is sent to.',
  },
  {
    name: 'load-requests',
    kind: 'lines',
    default: 'GET /',
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description:
      'Requests of the built-in load, sent in turn, one a line: `GET /search?q=tea`, or JSON: `{"method": "POST", "path": "/order", "headers": {"content-type": "application/json"}, "body": {"items": 3}}`.',
  },
  {
    name: 'load-command',
    kind: 'text',
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description:
      'Shell command that makes the load instead. It finds the target in `FLAMEGATE_TARGET`, the seconds in `FLAMEGATE_DURATION`, and writes `{"requests": N, "failed": N}`, a k6 summary or autocannon JSON to the file `FLAMEGATE_RESULT`.',
  },
  {
    name: 'connections',
    kind: 'integer',
    default: '6',
    min: 1,
    max: 10_000,
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description: 'Connections of the built-in load.',
  },
  {
    name: 'rate',
    kind: 'number',
    min: 0.1,
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description:
      'Requests per second over all connections. Default: every connection sends its next request when the last is answered.',
  },
  {
    name: 'warmup',
    kind: 'duration',
    default: '2s',
    min: 0,
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description: 'Load before the measured part of every round, for caches and compilers.',
  },
  {
    name: 'duration',
    kind: 'duration',
    default: '5s',
    min: 1,
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description: 'Measured load of every round.',
  },
  {
    name: 'rounds',
    kind: 'integer',
    default: '6',
    min: 3,
    max: 200,
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description:
      'Rounds of each side before the first look at them, in alternating order, every one with a fresh process. Measuring goes on until the answer is certain; an alarm is confirmed by fresh rounds.',
  },
  {
    name: 'max-rounds',
    kind: 'integer',
    default: '20',
    min: 3,
    max: 200,
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description:
      'Rounds of each side at which the search for a change ends. More rounds see smaller changes. As many as `rounds`: one look only.',
  },
  {
    name: 'time-budget',
    kind: 'duration',
    min: 1,
    commands: KNOWN_TO.run,
    group: 'Load',
    description:
      'No further rounds are begun that would probably end later than this after the first one began; the verdict is made from what there is then.',
  },
  {
    name: 'max-failed',
    kind: 'percent',
    default: '1%',
    min: 0,
    max: 100,
    commands: KNOWN_TO.measuring,
    group: 'Load',
    description: 'Failed requests beyond this make the measurement invalid.',
  },
] as const satisfies readonly OptionSpec[];
