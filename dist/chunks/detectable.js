import { d as gammaln } from "./tested.js";
// src/compare/pairs.ts
function pairRounds(rounds) {
	const numbers = [...new Set(rounds.map((round) => round.round))].sort((a, b) => a - b);
	const complete = [];
	const index = new Map();
	const warnings = [];
	for (const number of numbers) {
		const base = rounds.filter((round) => round.round === number && round.side === "base");
		const head = rounds.filter((round) => round.round === number && round.side === "head");
		const [baseRound] = base;
		const [headRound] = head;
		if (base.length !== 1 || head.length !== 1 || !baseRound || !headRound) {
			warnings.push(`round ${number} is left out: it has ${base.length} base and ${head.length} head profiles, and a pair is one of each`);
			continue;
		}
		index.set(number, index.size);
		complete.push(baseRound, headRound);
	}
	return {
		rounds: complete,
		pairs: index.size,
		pairOf: (round) => index.get(round.round) ?? -1,
		warnings
	};
}
// src/compare/infer/special.ts
function digamma(x) {
	let value = 0;
	let at = x;
	for (; at < 6; at += 1) value -= 1 / at;
	const r = 1 / (at * at);
	return value + Math.log(at) - .5 / at - r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r / 240)));
}
function trigamma(x) {
	let value = 0;
	let at = x;
	for (; at < 6; at += 1) value += 1 / (at * at);
	const r = 1 / (at * at);
	return value + 1 / at + r / 2 + r / at * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r / 30)));
}
function inverseTrigamma(x) {
	if (x > 1e7) return 1 / Math.sqrt(x);
	if (x < 1e-6) return 1 / x;
	let y = .5 + 1 / x;
	for (let step = 0; step < 50; step += 1) {
		const value = trigamma(y);
		const change = value * (1 - value / x) / tetragamma(y);
		y += change;
		if (-change / y < 1e-10) break;
	}
	return y;
}
function tetragamma(x) {
	let value = 0;
	let at = x;
	for (; at < 6; at += 1) value -= 2 / (at * at * at);
	const r = 1 / (at * at);
	return value - r - r / at - r * r * (.5 - r * (1 / 6 - r * (1 / 6 - 3 * r / 10)));
}
function incompleteBeta(x, a, b) {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	return Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x)) * betaFraction(x, a, b) / a;
}
const TINY = 1e-300;
function betaFraction(x, a, b) {
	let c = 1;
	let d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
	let result = d;
	for (let m = 1; m <= 500; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / awayFromZero(1 + even * d);
		c = awayFromZero(1 + even / c);
		result *= d * c;
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / awayFromZero(1 + odd * d);
		c = awayFromZero(1 + odd / c);
		const step = d * c;
		result *= step;
		if (Math.abs(step - 1) < 1e-14) break;
	}
	return result;
}
function awayFromZero(x) {
	return Math.abs(x) < TINY ? TINY : x;
}
// src/compare/infer/student.ts
const LARGEST_DF = 1e6;
function studentUpperTail(t, df) {
	if (t === Number.POSITIVE_INFINITY) return 0;
	if (t === Number.NEGATIVE_INFINITY) return 1;
	const finite = Math.min(df, LARGEST_DF);
	const tail = .5 * incompleteBeta(finite / (finite + t * t), finite / 2, .5);
	return t >= 0 ? tail : 1 - tail;
}
function studentQuantile(p, df) {
	if (p > .5) return -studentQuantile(1 - p, df);
	if (p === .5) return 0;
	if (p <= 0) return Number.POSITIVE_INFINITY;
	const density = studentDensity(df);
	let t = 1;
	for (let step = 0; step < MAX_STEPS; step += 1) {
		const tail = studentUpperTail(t, df);
		const move = Math.log(tail / p) * tail / (t * density(t));
		t *= Math.exp(move);
		if (Math.abs(move) < SETTLED) break;
	}
	return t;
}
const SETTLED = 1e-10;
const MAX_STEPS = 200;
function studentDensity(df) {
	const finite = Math.min(df, LARGEST_DF);
	const log = gammaln((finite + 1) / 2) - gammaln(finite / 2) - .5 * Math.log(finite * Math.PI);
	return (t) => Math.exp(log - (finite + 1) / 2 * Math.log1p(t * t / finite));
}
// src/compare/detectable.ts
const POWER = .8;
const NARROW_SHARE = .1;
function minimumDetectable({ estimate, threshold, level, beyond }) {
	if (level === 0) return null;
	const { standardError, df } = estimate;
	const reach = (p) => studentQuantile(p, df) * standardError;
	return Math.max(reach(level), threshold + reach(beyond)) + reach(.19999999999999996);
}
function gateDetectable(judged) {
	const detectable = judged.filter(({ row, estimate, otherwise }) => row !== -1 && estimate.baseShare < NARROW_SHARE && otherwise === void 0).flatMap((one) => minimumDetectable(one) ?? []);
	return detectable.length === 0 ? null : Math.max(...detectable);
}
export { studentUpperTail as a, trigamma as c, studentQuantile as i, pairRounds as l, gateDetectable as n, digamma as o, minimumDetectable as r, inverseTrigamma as s, POWER as t };
