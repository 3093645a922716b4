import { KNOWN_TO, type OptionSpec } from './spec.ts';

/** Which commits, and how their service is built, started and stopped. */
export const SERVICE_OPTIONS = [
  {
    name: 'base',
    kind: 'text',
    commands: KNOWN_TO.every,
    group: 'Commits',
    description:
      'Commit before the change: a branch, tag or commit; `release:newest`; or `release:previous`, the release before `head` or before the newest. Default: what the event says, see docs/github.md. `self-test` compares this commit with itself; there the default is `HEAD`. Of a Pyroscope server: what the profiles are labelled with in the place of `{ref}`, or what git knows that by.',
  },
  {
    name: 'head',
    kind: 'text',
    commands: KNOWN_TO.connecting,
    group: 'Commits',
    description:
      'Commit with the change; `release:newest` or `release:previous`, too. Default: the checked-out commit. Of a Pyroscope server: as `base`.',
  },
  {
    name: 'release-tags',
    kind: 'text',
    default: '*',
    commands: KNOWN_TO.connecting,
    file: 'gate',
    group: 'Commits',
    description:
      'Tags that are releases, with `*` where the version stands: `shop@*`. Versions (`v1.4.2`) and dates (`2026-11-20`) have an order; other tags are no releases.',
  },
  {
    name: 'pre-releases',
    kind: 'choice',
    choices: ['skip', 'include'],
    default: 'skip',
    commands: KNOWN_TO.connecting,
    file: 'gate',
    group: 'Commits',
    description: 'Whether `v1.5.0-rc.1` is a release.',
  },
  {
    name: 'bisect',
    kind: 'switch',
    default: 'false',
    commands: KNOWN_TO.run,
    group: 'Commits',
    file: 'gate',
    description:
      'Whether to search for the commit between `base` and `head` that made a function slower, by measuring some of them. Takes several times as long as the comparison; `timeout` holds for all of it. See docs/bisect.md.',
  },
  {
    name: 'fork-code',
    kind: 'choice',
    choices: ['refuse', 'build'],
    default: 'refuse',
    commands: KNOWN_TO.action,
    group: 'Commits',
    description:
      'What to do with the code of a fork where it could reach a secret: on `pull_request_target`, `workflow_run` or `issue_comment`, or with a secret in the environment.',
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
    commands: KNOWN_TO.all,
    group: 'Service',
    file: 'service',
    ofOne: true,
    description:
      'Folder of the repository in which `build` and `start` run, and whose `catalog-info.yaml` is the service’s.',
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
  {
    name: 'measure',
    kind: 'choice',
    choices: ['changed', 'always'],
    default: 'changed',
    commands: KNOWN_TO.run,
    group: 'Service',
    file: 'service',
    description:
      '`changed`: a change with no effect on what is built (documentation, comments, tests) passes without being measured. `always`: it is measured.',
  },
  {
    name: 'unused-paths',
    kind: 'lines',
    commands: KNOWN_TO.run,
    group: 'Service',
    file: 'service',
    addsUp: true,
    description:
      'Files of the repository that the service never loads, as patterns like those of CODEOWNERS, one a line: `/site/`. A change of nothing else has no effect.',
  },
] as const satisfies readonly OptionSpec[];
