import { KNOWN_TO, type OptionSpec } from './spec.ts';

/** GitHub's expression for the job's own token; in two parts, as it is no template of ours. */
const GITHUB_TOKEN = ['$', '{{ github.token }}'].join('');

/** What the verdict is made by, and who is told. */
export const REPORT_OPTIONS = [
  {
    name: 'max-increase',
    kind: 'number',
    default: '1.0',
    min: 0.01,
    max: 100,
    commands: KNOWN_TO.every,
    group: 'Verdict',
    file: 'service',
    description: 'A function may rise by this many points of the base’s CPU per request.',
  },
  {
    name: 'min-relative',
    kind: 'percent',
    default: '5%',
    min: 0,
    max: 1000,
    commands: KNOWN_TO.every,
    group: 'Verdict',
    file: 'service',
    description: 'A function may rise by this part of its own cost, whatever the points.',
  },
  {
    name: 'alpha',
    kind: 'percent',
    default: '1%',
    min: 0.001,
    max: 20,
    commands: KNOWN_TO.every,
    group: 'Verdict',
    file: 'gate',
    description: 'Probability of any false alarm in one gate, over all functions together.',
  },
  {
    name: 'allow-different',
    kind: 'lines',
    commands: KNOWN_TO.all,
    group: 'Verdict',
    file: 'service',
    description:
      'In what base and head may differ besides their code, such as `runtime`, one a line; otherwise they are refused: `cpu`, `cores`, `memory`, `system`, `runtime`, `sampling`, `losses`, `symbols`.',
  },
  {
    name: 'mode',
    kind: 'choice',
    choices: ['fail', 'comment', 'observe'],
    default: 'fail',
    commands: KNOWN_TO.action,
    group: 'Verdict',
    file: 'service',
    description:
      '`fail`: a regression fails the check. `comment`: it only comments. `observe`: only the job summary.',
  },
  {
    name: 'on-inconclusive',
    kind: 'choice',
    choices: ['warn', 'fail'],
    default: 'warn',
    cliDefault: 'fail',
    commands: KNOWN_TO.both,
    group: 'Verdict',
    file: 'service',
    description: 'Whether «could not tell» fails, in mode `fail`.',
  },
  {
    name: 'timeout',
    kind: 'duration',
    default: '60m',
    min: 1,
    commands: KNOWN_TO.every,
    group: 'Verdict',
    file: 'gate',
    description: 'Longest time for everything; past it the run is cleaned up and invalid.',
  },
  {
    name: 'comment',
    kind: 'choice',
    choices: ['problems', 'always', 'never'],
    default: 'problems',
    commands: KNOWN_TO.action,
    group: 'Report',
    file: 'gate',
    description:
      'When to write the pull request’s comment. `problems`: not for a pass, though one that is there is brought up to date.',
  },
  {
    name: 'comment-key',
    kind: 'text',
    commands: KNOWN_TO.action,
    group: 'Report',
    file: 'gate',
    description:
      'Tells comments, check runs and issues of several gates apart. Default: the service.',
  },
  {
    name: 'check',
    kind: 'choice',
    choices: ['always', 'never'],
    default: 'always',
    commands: KNOWN_TO.action,
    group: 'Report',
    file: 'gate',
    description:
      'Whether the commit gets a check run with the verdict, called `Flamegate: ` and the comment key: `success`, `failure`, or `neutral` for what did not pass but does not fail either. Needs `checks: write`.',
  },
  {
    name: 'issues',
    kind: 'choice',
    choices: ['schedule', 'always', 'never'],
    default: 'schedule',
    commands: KNOWN_TO.action,
    group: 'Report',
    file: 'gate',
    description:
      'When every function that got slower has an issue of its own, which is closed when it no longer is. `schedule`: in runs on a schedule. Needs `issues: write`.',
  },
  {
    name: 'github-token',
    kind: 'text',
    actionDefault: GITHUB_TOKEN,
    commands: KNOWN_TO.action,
    secretFrom: 'GITHUB_TOKEN',
    group: 'Report',
    description:
      'Token for the comment, the check run and issues, and to fetch commits that the checkout lacks.',
  },
  {
    name: 'json',
    kind: 'text',
    commands: KNOWN_TO.every,
    group: 'Report',
    description: 'File to write the result to, as JSON.',
  },
  {
    name: 'markdown',
    kind: 'text',
    commands: KNOWN_TO.both,
    group: 'Report',
    description: 'File to write the report to, as Markdown.',
  },
  {
    name: 'bundle',
    kind: 'text',
    commands: KNOWN_TO.run,
    group: 'Report',
    description:
      'Folder to keep the recorded rounds in; `flamegate compare --rounds FOLDER/rounds.json` gives the same verdict again.',
  },
] as const satisfies readonly OptionSpec[];
