import { resolve } from 'node:path';
import { callOwners } from '../call-owners.ts';
import type { ReportConfig } from '../config/config.ts';
import type { Waiver } from '../config/waivers.ts';
import { EXIT } from '../errors.ts';
import { acceptHandOff, finishedRunOf } from '../hand-off/accept.ts';
import { readHandOff } from '../hand-off/read-hand-off.ts';
import { newerWaivers, refuseForeignWaivers } from '../hand-off/waivers.ts';
import { checkoutAround, localCommit } from '../plan/checkout.ts';
import { filesAt } from '../plan/file-at-commit.ts';
import { touchedByFiles } from '../plan/touched-lines.ts';
import { filesOnGitHub } from '../publish/contents.ts';
import { pullOfRun } from '../publish/pull-of-run.ts';
import { atLeastOne } from '../recorded-report.ts';
import { type Compared, type Report, reportOf } from '../report/report.ts';
import type { Notice } from '../waivers/claim.ts';
import { fileStem } from './file-stem.ts';
import { connectionOf, type GitHubRun, tell } from './github-report.ts';
import { idleNotices, notesOf, waiversOfPull } from './pull-request-waivers.ts';

/** Above a report that nobody here has measured. */
const NOT_OURS =
  '> [!NOTE]\n> Measured in a run of the fork, without secrets and apart from this one. Its own code could have changed the numbers.';

/**
 * Reports what another run has measured. The exit code says whether it could be told: the verdict is the check
 * run's, and a failing run on the default branch would be nobody's.
 * @throws FlamegateError when the hand-off is refused, or its pull request can't be found
 */
export async function reportJob(config: ReportConfig, run: GitHubRun): Promise<number> {
  const { github, log } = run;
  const finished = finishedRunOf(github);
  const handOff = await readHandOff(resolve(github.workspace, config.handOff));
  const repository = `${github.owner}/${github.repo}`;
  const accepted = acceptHandOff(handOff, { repository, finished, services: config.services });
  const pull = await pullOfRun(connectionOf(config, run), finished);
  if (pull === undefined) {
    log.info(`No open pull request has ${finished.headSha} as its newest commit any more.`);
    return EXIT.pass;
  }
  const { number, headSha, baseSha, files } = pull;
  const report = await withOwners(accepted, baseSha, config, run);
  const waived = await waiversOfPull(number, config, run);
  const here = { services: config.services, given: waived.waivers };
  refuseForeignWaivers(report, here);
  const notices = [
    ...waived.notices,
    ...newerWaivers(report, here).map(comesTooLate),
    ...idleNotices(report, waived.waivers),
  ];
  // The run that measured is the one to look at.
  const runUrl = `${github.serverUrl}/${repository}/actions/runs/${finished.run.id}`;
  const about = { ...run, github: { ...github, runUrl } };
  await tell(report, config, about, {
    subject: {
      pull: { number, headSha, readOnly: undefined },
      commit: headSha,
      run: finished.run,
    },
    // What the artifact is called is for the configuration here to say; the other run only has its digest.
    bundle: handOff.seal === undefined ? undefined : { name: fileStem(config), seal: handOff.seal },
    touched: files && touchedByFiles(files),
    notes: [...(finished.fork ? [NOT_OURS] : []), ...notesOf(notices)],
  });
  return EXIT.pass;
}

/** What was measured before somebody waived it is not judged again here. */
function comesTooLate({ functions, given }: Waiver): Notice {
  return {
    text: `${given?.by} has waived ${functions}, and this was judged without: run the measuring workflow again.`,
    url: given?.url,
  };
}

/** By the configuration and the base here: the other run has no say in who is called. */
async function withOwners(
  { comparisons }: Report,
  base: string,
  config: ReportConfig,
  run: GitHubRun,
): Promise<Report> {
  const around = { filesOfBase: () => filesOf(base, config, run), log: run.log };
  const called: Compared[] = [];
  for (const service of config.services) {
    const own = comparisons.filter(({ result }) => result.service === service.name);
    called.push(...(await callOwners(own, service, around)));
  }
  return reportOf(atLeastOne(called));
}

/** Files of the base's commit: of a checkout that has it, by its id and whatever lies in the work tree; else of GitHub. */
async function filesOf(base: string, config: ReportConfig, run: GitHubRun) {
  const { github, process, signal } = run;
  const environment = process.env;
  const checkout = await checkoutAround({ cwd: github.workspace, environment, signal });
  const isHere = checkout !== undefined && (await localCommit(checkout, base)) !== undefined;
  return isHere ? filesAt(checkout.options, base) : filesOnGitHub(connectionOf(config, run), base);
}
