/** Outputs of the Action's step; `publish/outputs.ts` sets them, `action.yml` lists them. */
export const OUTPUTS = [
  { name: 'verdict', description: '`pass`, `regression`, `inconclusive` or `invalid`.' },
  { name: 'reason', description: 'The verdict in one sentence.' },
  { name: 'findings', description: 'Number of findings that fail the gate.' },
  {
    name: 'culprit',
    description: 'Name of the function that got slower the most; empty without one.',
  },
  { name: 'culprit-file', description: 'File of the culprit; empty when unknown.' },
  { name: 'culprit-line', description: 'Line of the culprit; empty when unknown.' },
  {
    name: 'culprit-change',
    description: 'What the culprit costs more, in points of the base’s CPU: `3.412`.',
  },
  {
    name: 'culprit-commit',
    description: 'Commit that made the culprit slower, with `bisect`; empty when unknown.',
  },
  {
    name: 'failing-findings',
    description:
      'The first 100 findings that fail the gate, as JSON: `[{"service": "shop", "profileType": "cpu", "kind": "regression", "function": "scoreOne", "file": "src/search.js", "line": 41, "culprit": true, "points": 3.4, "low": 2.1, "high": 4.6, "commit": ""}]`; `commit` is the one that brought it, with `bisect`.',
  },
  {
    name: 'comparisons',
    description:
      'Every comparison as JSON: `[{"service": "shop", "profileType": "cpu", "verdict": "regression", "findings": 2, "culprit": "scoreOne"}]`.',
  },
  {
    name: 'minimum-detectable-change',
    description:
      'Smallest change, in points of the base’s CPU, that this run would have caught in a function under 10 %; empty when invalid.',
  },
  { name: 'base-commit', description: 'Commit that was compared with; empty when unknown.' },
  { name: 'head-commit', description: 'Commit that was compared; empty when unknown.' },
  { name: 'check-url', description: 'Address of the check run; empty without one.' },
  { name: 'comment-url', description: 'Address of the comment; empty without one.' },
  {
    name: 'issue-urls',
    description:
      'Addresses of the issues of findings that are open now, as JSON; empty without any.',
  },
  { name: 'result', description: 'Path of the result as JSON.' },
  { name: 'hand-off', description: 'Path of the file for a reporting run; empty without one.' },
  {
    name: 'bundle',
    description: 'Folder with the recorded rounds; empty when none were recorded.',
  },
] as const;

export type OutputName = (typeof OUTPUTS)[number]['name'];
