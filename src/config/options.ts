import { LOAD_OPTIONS } from './options/load.ts';
import { PROFILE_OPTIONS } from './options/profiles.ts';
import { REPORT_OPTIONS } from './options/report.ts';
import { SELF_TEST_OPTIONS } from './options/self-test.ts';
import { SERVICE_OPTIONS } from './options/service.ts';

/**
 * The one table of options. Action inputs, command-line flags, their help, `action.yml` and
 * `docs/options.md` are all made from it, so that they cannot disagree.
 */
export const OPTIONS = [
  ...SERVICE_OPTIONS,
  ...LOAD_OPTIONS,
  ...PROFILE_OPTIONS,
  ...SELF_TEST_OPTIONS,
  ...REPORT_OPTIONS,
] as const;

export type OptionName = (typeof OPTIONS)[number]['name'];
