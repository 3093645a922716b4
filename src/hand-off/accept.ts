import { policyIn } from '../compare/terms.ts';
import type { GatedService, Policy } from '../config/config.ts';
import type { FinishedRunContext, GitHubContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import { sampleTypesMeant } from '../profiles/kinds.ts';
import { type Compared, type Report, reportOf } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import type { HandOff } from './hand-off.ts';

/** What is known here, without the file. */
export interface Expected {
  /** `owner/name` of this repository. */
  readonly repository: string;
  /** The run that has ended. */
  readonly finished: FinishedRunContext;
  /** As the configuration here has them. */
  readonly services: readonly GatedService[];
}

/**
 * The run that the event is about.
 * @throws FlamegateError of kind `usage` on any other event, and for a run that no pull request started
 */
export function finishedRunOf({ eventName, workflowRun }: GitHubContext): FinishedRunContext {
  if (workflowRun === undefined) {
    throw new FlamegateError(
      'usage',
      `a hand-off is reported on workflow_run, and not on ${eventName}`,
      {
        hint: 'docs/github.md shows the two workflows.',
      },
    );
  }
  if (workflowRun.eventName === 'pull_request') return workflowRun;
  throw new FlamegateError(
    'usage',
    `the run that has ended was started by ${workflowRun.eventName}, and not by pull_request`,
    { hint: "Give the job `if: github.event.workflow_run.event == 'pull_request'`." },
  );
}

/**
 * The report that a hand-off makes. How loud it is, and whether it fails, is for the configuration here to say.
 * @throws FlamegateError of kind `usage` when the file is of another run, another commit or another repository, or
 *   was judged by other thresholds than those here
 */
export function acceptHandOff(handOff: HandOff, expected: Expected): Report {
  const { finished, repository, services } = expected;
  const { run, headSha, results } = handOff;
  if (run.id !== finished.run.id || run.attempt !== finished.run.attempt) {
    const claimed = `${run.id}, attempt ${run.attempt}`;
    throw refusal(
      `it is of the run ${claimed}, and not of ${finished.run.id}, attempt ${finished.run.attempt}`,
    );
  }
  if (handOff.repository !== repository) {
    throw refusal(`it is of the repository ${JSON.stringify(handOff.repository)}`);
  }
  if (headSha !== finished.headSha) {
    throw refusal(
      `it is about the commit ${JSON.stringify(headSha)}, and the run about ${finished.headSha}`,
    );
  }
  const [first, ...others] = results.map((result) => compared(result, results.length, services));
  if (first === undefined) throw refusal('it has no result');
  return reportOf([first, ...others]);
}

function compared(
  result: Result,
  comparisons: number,
  services: readonly GatedService[],
): Compared {
  const service = services.find(({ name }) => name === result.service);
  if (service === undefined) {
    const names = services.map(({ name }) => name).join(', ');
    throw refusal(
      `it is about a service ${JSON.stringify(result.service)}; here there is ${names}`,
    );
  }
  // Waivers are no part of a result's policy; those that it claims are looked at one by one.
  const terms = { comparisons, waivers: [] };
  if (!isSame(result.policy, policyIn(terms, policyOf(service, result)))) {
    throw refusal(`${service.name} was judged by other thresholds than the ones here`);
  }
  return { result, handling: service.handling };
}

/** By what the configuration here would judge a result. */
export function policyOf(service: GatedService, { profileType: judged }: Result): Policy {
  const { policy } =
    service.types.find(({ profileType }) =>
      [profileType, ...sampleTypesMeant(profileType)].includes(judged),
    ) ?? service;
  return policy;
}

/** Up to the last digits of a division. */
function isSame(a: Policy, b: Policy): boolean {
  return (['maxIncrease', 'minRelative', 'alpha'] as const).every(
    (name) => Math.abs(a[name] - b[name]) <= 1e-9,
  );
}

/** @param hint what to do about it; by default, what is wrong where configurations differ */
export function refusal(why: string, hint = SAME_CONFIGURATION): FlamegateError {
  return new FlamegateError('usage', `the hand-off is refused: ${why}`, { hint });
}

const SAME_CONFIGURATION =
  'Measuring and reporting need the same configuration; a pull request that changes it can’t be reported.';
