import { CONFIGURATION_OPTIONS } from './options/configuration.ts';
import { LOAD_OPTIONS } from './options/load.ts';
import { PROFILE_OPTIONS } from './options/profiles.ts';
import { REPORT_OPTIONS } from './options/report.ts';
import { SELF_TEST_OPTIONS } from './options/self-test.ts';
import { SERVICE_OPTIONS } from './options/service.ts';

/**
 * The one table of options. Action inputs, command-line flags and `.flamegate.yml`, help, `action.yml`,
 * `docs/options.md` and the file's JSON Schema are all made from it, so that they cannot disagree.
 */
export const OPTIONS = [
  ...CONFIGURATION_OPTIONS,
  ...SERVICE_OPTIONS,
  ...LOAD_OPTIONS,
  ...PROFILE_OPTIONS,
  ...SELF_TEST_OPTIONS,
  ...REPORT_OPTIONS,
] as const;

export type OptionName = (typeof OPTIONS)[number]['name'];
