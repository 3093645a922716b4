import { limitsOf, matcherOf } from '../compare/limits.ts';
import type { GatedService, Policy } from '../config/config.ts';
import type { Waiver } from '../config/waivers.ts';
import type { Report } from '../report/report.ts';
import type { Finding, Result, ResultWaiver } from '../report/result.ts';
import { policyOf, refusal } from './accept.ts';

/** What is accepted here: by the configuration, and by people on the pull request. */
export interface WaiversHere {
  readonly services: readonly GatedService[];
  readonly given: readonly Waiver[];
}

/**
 * Believes a hand-off no waiver but those that count here and now, for the functions that they are for, as far as they
 * go.
 * @throws FlamegateError of kind `usage` for any other
 */
export function refuseForeignWaivers({ comparisons }: Report, here: WaiversHere): void {
  for (const { result } of comparisons) {
    const policy = policyHere(result, here);
    for (const finding of result.findings) {
      if (finding.waiver === undefined) continue;
      const known = (policy.waivers ?? []).some((waiver) => isOf(waiver, finding));
      const name = JSON.stringify(finding.function);
      if (!known) throw refusal(`nobody has given the waiver of ${name} that it has`, GIVEN_ANEW);
      if (finding.waiver.state === 'applies' && !isWithin(finding, policy)) {
        throw refusal(`${name} is beyond what its waiver accepts`, GIVEN_ANEW);
      }
    }
  }
}

/** Waivers that would help what fails, and that it was not judged by: they are newer. */
export function newerWaivers({ comparisons }: Report, { given }: WaiversHere): readonly Waiver[] {
  const failing = comparisons.flatMap(({ result }) =>
    result.findings.filter(({ fails, culprit }) => fails && culprit),
  );
  const newer = failing.flatMap((finding) => {
    const counts = given.find((waiver) => !waiver.isExpired && matcherOf(waiver)(rowOf(finding)));
    return counts === undefined || isOf(counts, finding) ? [] : [counts];
  });
  return [...new Set(newer)];
}

const GIVEN_ANEW = 'Waivers count as they are now; measure again when one was changed.';

function policyHere(result: Result, { services, given }: WaiversHere): Policy {
  const service = services.find(({ name }) => name === result.service);
  if (service === undefined) throw refusal(`there is no service ${JSON.stringify(result.service)}`);
  const policy = policyOf(service, result);
  return { ...policy, waivers: [...given, ...(policy.waivers ?? [])] };
}

/** Whether the waiver that a finding claims is this one. */
function isOf(waiver: Waiver, finding: Finding): boolean {
  const claimed = finding.waiver;
  if (claimed === undefined || !matcherOf(waiver)(rowOf(finding))) return false;
  return (claimed.state === 'expired') === waiver.isExpired && isSame(waiver, claimed);
}

function isSame(waiver: Waiver, claimed: ResultWaiver): boolean {
  return (
    waiver.ceiling === claimed.ceiling &&
    waiver.reason === claimed.reason &&
    (waiver.issue ?? null) === claimed.issue &&
    waiver.expires === claimed.expires &&
    waiver.given?.by === claimed.given?.by &&
    waiver.given?.url === claimed.given?.url
  );
}

/** Whether a finding stays within its own limit, the ceiling of its waiver included. */
function isWithin(finding: Finding, policy: Policy): boolean {
  return finding.delta <= limitsOf(policy, [rowOf(finding)]).own(0, finding.baseShare);
}

function rowOf({ function: name, file }: Finding) {
  return { name, file };
}
