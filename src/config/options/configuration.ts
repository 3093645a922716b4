import { KNOWN_TO, type OptionSpec } from './spec.ts';

/** Where further settings are. */
export const CONFIGURATION_OPTIONS = [
  {
    name: 'config',
    kind: 'text',
    default: '.flamegate.yml',
    commands: [...KNOWN_TO.every, 'init'],
    group: 'Configuration',
    description:
      'File with settings, for one service or several. On GitHub its path in the repository; it is read from the base of a pull request, else from the commit that started the workflow, never from what is checked out. On the command line a file of the work tree. Without one of the default name there are no further settings. `init` writes it.',
  },
] as const satisfies readonly OptionSpec[];
