import { a as counted } from "./numbers.js";
// src/report/report.ts
const FROM_WORST = [
	"regression",
	"invalid",
	"inconclusive",
	"pass"
];
function reportOf(comparisons) {
	const [worst = comparisons[0]] = worstFirst(comparisons);
	const { verdict, reason } = worst.result;
	if (comparisons.length === 1) return {
		verdict,
		reason,
		comparisons
	};
	return {
		verdict,
		reason: verdict === "pass" ? allPass(comparisons) : `${labelOf(worst.result)}: ${reason}`,
		comparisons
	};
}
function partOf({ comparisons }, isTold) {
	const [first, ...others] = comparisons.filter(isTold);
	return first && reportOf([first, ...others]);
}
function worstFirst(comparisons) {
	return FROM_WORST.flatMap((verdict) => {
		const equal = comparisons.filter(({ result }) => result.verdict === verdict);
		return [...equal.filter(({ handling }) => handling.mode === "block"), ...equal.filter(({ handling }) => handling.mode !== "block")];
	});
}
function labelOf({ service, profileType }) {
	return `${service}, ${profileType}`;
}
function allPass(comparisons) {
	const idle = comparisons.filter(({ result }) => result.idle !== null).length;
	const measured = comparisons.length - idle;
	if (measured === 0) return "the change has no effect on what is built, so nothing was measured";
	const ruledOut = "a rise beyond the thresholds is ruled out in";
	return idle === 0 ? `${ruledOut} all ${counted(measured, "comparison")}` : `${ruledOut} ${counted(measured, "measured comparison")}, and the change has no effect on ${counted(idle, "other one", "others")}`;
}
export { worstFirst as i, partOf as n, reportOf as r, labelOf as t };
