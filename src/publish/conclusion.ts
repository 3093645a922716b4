import { EXIT } from '../errors.ts';
import { reportExitCode } from '../report/exit.ts';
import type { Report } from '../report/report.ts';
import type { Conclusion } from './check-run.ts';

/**
 * How a report concludes its check run: `failure` for what fails the step, too, and `neutral` for what did not pass
 * but may not fail it, such as «could not tell» by default.
 */
export function conclusionOf(report: Report): Conclusion {
  if (reportExitCode(report) !== EXIT.pass) return 'failure';
  return report.verdict === 'pass' ? 'success' : 'neutral';
}
