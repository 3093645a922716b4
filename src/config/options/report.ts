import { type ItemSpec, KNOWN_TO, type OptionSpec } from './spec.ts';

/** GitHub's expression for the job's own token; in two parts, as it is no template of ours. */
const GITHUB_TOKEN = ['$', '{{ github.token }}'].join('');

/** Which functions an item is for. */
const FUNCTION_FIELDS = {
  function: {
    kind: 'text',
    description: 'Functions’ names as reports have them; `*` and `?` stand for letters.',
  },
  file: {
    kind: 'text',
    description: 'Their files as reports have them; patterns as in CODEOWNERS: `src/search/`.',
  },
  package: {
    kind: 'text',
    description: 'Their packages, with the same patterns: `lodash`, `github.com/acme/shop`.',
  },
} as const satisfies ItemSpec['fields'];

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
    name: 'thresholds',
    kind: 'lines',
    commands: KNOWN_TO.every,
    group: 'Verdict',
    file: 'service',
    addsUp: true,
    item: {
      fields: {
        ...FUNCTION_FIELDS,
        'max-increase': {
          kind: 'number',
          min: 0.01,
          max: 100,
          description: 'They may rise by this many points.',
        },
        'min-relative': {
          kind: 'percent',
          min: 0,
          max: 1000,
          description: 'They may rise by this part of their own cost.',
        },
        ignore: { kind: 'flag', description: 'They are not judged at all.' },
      },
    },
    description:
      'Functions with limits of their own, by name, file or package, one a line as JSON: `{"function": "renderCsv*", "max-increase": 3}`, `{"package": "lodash", "ignore": true}`. Of those that match a function the first one counts.',
  },
  {
    name: 'waivers',
    kind: 'lines',
    commands: KNOWN_TO.action,
    group: 'Verdict',
    file: 'service',
    fileOnly: true,
    addsUp: true,
    item: {
      fields: {
        ...FUNCTION_FIELDS,
        ceiling: {
          kind: 'number',
          required: true,
          min: 0.01,
          max: 100,
          description: 'Rise that is accepted, in points.',
        },
        reason: { kind: 'text', required: true, description: 'Why it is accepted.' },
        issue: { kind: 'text', description: 'Where it is followed up.' },
        expires: {
          kind: 'date',
          required: true,
          description: 'Last day (UTC) on which it is accepted, such as `2027-01-31`.',
        },
      },
    },
    description:
      'Rises that are accepted for a while: measured and shown, and no failure up to `ceiling`. Once one has expired, the rise fails.',
  },
  {
    name: 'pull-request-waivers',
    kind: 'choice',
    choices: ['accept', 'ignore'],
    default: 'accept',
    commands: KNOWN_TO.action,
    group: 'Verdict',
    file: 'gate',
    description:
      'Whether people who may write to the repository can waive a rise on a pull request, by a comment (`/flamegate waive scoreOne 5 points until 2027-01-31: why, #123`) or a label (`flamegate: waive scoreOne 5`). Needs `pull-requests: read`.',
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
    choices: ['observe', 'comment', 'block'],
    default: 'block',
    commands: KNOWN_TO.action,
    group: 'Verdict',
    file: 'service',
    description:
      'How much teeth it has. `observe`: only the job summary. `comment`: also a comment and a neutral check. `block`: a regression fails the check.',
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
    description: 'Whether «could not tell» fails, in mode `block`.',
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
    name: 'owners',
    kind: 'lines',
    commands: KNOWN_TO.action,
    group: 'Report',
    file: 'service',
    fileOnly: true,
    addsUp: true,
    item: {
      pair: { key: 'files', value: 'owners' },
      fields: {
        files: { kind: 'text', required: true, description: 'Pattern as in CODEOWNERS.' },
        owners: { kind: 'texts', required: true, description: 'Accounts, teams or addresses.' },
      },
    },
    description:
      'Who is told of findings in which files, by patterns as in CODEOWNERS: `src/search/: "@acme/search"`. Of those that match a file the first one counts; it counts before CODEOWNERS.',
  },
  {
    name: 'playbook',
    kind: 'text',
    commands: KNOWN_TO.action,
    group: 'Report',
    file: 'service',
    fileOnly: true,
    description: 'Page that tells what to do when this service got slower; reports link to it.',
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
    name: 'hand-off',
    kind: 'text',
    commands: KNOWN_TO.action,
    group: 'Report',
    description:
      'File to write for a run that reports this one: the run of a fork may not comment, see docs/github.md.',
  },
  {
    name: 'report-from',
    kind: 'text',
    commands: KNOWN_TO.action,
    group: 'Report',
    description:
      'Measure nothing; on `workflow_run`, report the `hand-off` file of the run that has ended.',
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
    commands: KNOWN_TO.told,
    group: 'Report',
    description: 'File to write the result to, as JSON.',
  },
  {
    name: 'markdown',
    kind: 'text',
    commands: ['run', 'compare', 'replay'],
    group: 'Report',
    description: 'File to write the report to, as Markdown.',
  },
  {
    name: 'seal',
    kind: 'text',
    commands: KNOWN_TO.replay,
    group: 'Report',
    description:
      'Seal of the bundle, as the report told it: a bundle that was changed as a whole is refused too.',
  },
  {
    name: 'bundle',
    kind: 'text',
    commands: KNOWN_TO.run,
    group: 'Report',
    description:
      'Folder to keep the recorded rounds in, and all else that the report was made from; `flamegate replay FOLDER` makes it again.',
  },
] as const satisfies readonly OptionSpec[];
