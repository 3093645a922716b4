import { KNOWN_TO, type OptionSpec } from './spec.ts';

/** Which commits, and how their service is built, started and stopped. */
export const SERVICE_OPTIONS = [
  {
    name: 'base',
    kind: 'text',
    commands: KNOWN_TO.every,
    group: 'Commits',
    description:
      'Commit before the change: a branch, tag or commit. On a pull request: the first parent of the merge commit that GitHub checked out. `self-test` compares this commit with itself; there the default is `HEAD`. Of a Pyroscope server: the value of the label that `{ref}` stands in.',
  },
  {
    name: 'head',
    kind: 'text',
    commands: ['run', 'compare', 'doctor'],
    group: 'Commits',
    description: 'Commit with the change. Default: the checked-out commit.',
  },
  {
    name: 'service',
    kind: 'text',
    default: 'service',
    commands: KNOWN_TO.every,
    group: 'Service',
    description:
      'Name of the service, for reports; handed to its Pyroscope SDK as the application name. When the configuration file names services: the one of them that is gated, instead of all.',
  },
  {
    name: 'directory',
    kind: 'text',
    default: '.',
    commands: KNOWN_TO.measuring,
    group: 'Service',
    file: 'service',
    ofOne: true,
    description: 'Folder of the repository in which `build` and `start` run.',
  },
  {
    name: 'build',
    kind: 'text',
    commands: KNOWN_TO.measuring,
    group: 'Service',
    file: 'service',
    ofOne: true,
    description: 'Shell command that builds one side; runs once for base and once for head.',
  },
  {
    name: 'start',
    kind: 'text',
    commands: KNOWN_TO.measuring,
    group: 'Service',
    file: 'service',
    ofOne: true,
    description:
      'Shell command that starts the service. The port to listen on is in `PORT` and replaces `{port}`. Required for a load test.',
  },
  {
    name: 'ready-url',
    kind: 'text',
    default: 'http://127.0.0.1:{port}/',
    commands: KNOWN_TO.measuring,
    group: 'Service',
    file: 'service',
    ofOne: true,
    description: 'URL that answers 2xx or 3xx once the service can take requests.',
  },
  {
    name: 'build-timeout',
    kind: 'duration',
    default: '15m',
    min: 1,
    commands: KNOWN_TO.measuring,
    group: 'Service',
    file: 'service',
    description: 'Longest time for one `build`.',
  },
  {
    name: 'ready-timeout',
    kind: 'duration',
    default: '60s',
    min: 1,
    commands: KNOWN_TO.measuring,
    group: 'Service',
    file: 'service',
    description: 'Longest time from `start` until the service is ready.',
  },
  {
    name: 'stop-timeout',
    kind: 'duration',
    default: '10s',
    min: 0,
    commands: KNOWN_TO.measuring,
    group: 'Service',
    file: 'service',
    description:
      'Time that the service has after SIGTERM to send its last profile and exit, before it is killed.',
  },
] as const satisfies readonly OptionSpec[];
