/** Outputs of the Action's step; `publish/outputs.ts` sets them, `action.yml` lists them. */
export const OUTPUTS = [
  { name: 'verdict', description: '`pass`, `regression`, `inconclusive` or `invalid`.' },
  { name: 'reason', description: 'The verdict in one sentence.' },
  { name: 'findings', description: 'Number of findings that fail the gate.' },
  {
    name: 'culprit',
    description: 'Name of the first function that got slower; empty without one.',
  },
  {
    name: 'minimum-detectable-change',
    description:
      'Smallest change, in points of the base’s CPU, that this run would have caught in a function under 10 %; empty when invalid.',
  },
  { name: 'result', description: 'Path of the result as JSON.' },
  {
    name: 'bundle',
    description: 'Folder with the recorded rounds; empty when none were recorded.',
  },
] as const;

export type OutputName = (typeof OUTPUTS)[number]['name'];
