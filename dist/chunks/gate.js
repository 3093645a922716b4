import { i as __toESM, n as __exportAll, r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as FlamegateError, t as EXIT } from "./errors.js";
import { a as require_form_data, i as require_supports_color, n as freePort, r as withPort, t as loadSeconds } from "./load-run.js";
import { n as invalidResult, r as resultOf } from "./build-result.js";
import { constants, tmpdir } from "node:os";
import path, { basename, dirname, join, resolve } from "node:path";
import { access, chmod, mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import crypto from "crypto";
import { resolve as resolve$1 } from "path";
import http from "http";
import https from "https";
import { EventEmitter } from "events";
import util from "util";
import { createServer, get } from "node:http";
import { once } from "node:events";
import { gunzip, gunzipSync, gzipSync } from "node:zlib";
import { randomBytes } from "node:crypto";
import { setImmediate as setImmediate$1, setTimeout as setTimeout$1 } from "node:timers/promises";
import stream, { Readable } from "stream";
import url, { domainToASCII } from "url";
import http2 from "http2";
import zlib from "zlib";
import { execFile, spawn } from "node:child_process";
import { closeSync, constants as constants$1, existsSync, fstatSync, openSync, readFileSync, readdirSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { get as get$1 } from "node:https";
// src/cleanup.ts
var Cleanup = class {
	#log;
	#steps = [];
	#running;
	constructor(log) {
		this.#log = log;
	}
	defer(what, undo) {
		this.#steps.push({
			what,
			undo
		});
	}
	async run() {
		this.#running ??= this.#undoAll().finally(() => {
			this.#running = void 0;
		});
		await this.#running;
	}
	async #undoAll() {
		for (let step = this.#steps.pop(); step !== void 0; step = this.#steps.pop()) try {
			await step.undo();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			this.#log.warn(`clean-up failed: ${step.what}: ${reason}`);
		}
	}
};
// node_modules/simple-statistics/dist/simple-statistics.mjs
function sum$1(x) {
	if (x.length === 0) return 0;
	var sum = x[0];
	var correction = 0;
	var transition;
	if (typeof sum !== "number") return NaN;
	for (var i = 1; i < x.length; i++) {
		if (typeof x[i] !== "number") return NaN;
		transition = sum + x[i];
		if (Math.abs(sum) >= Math.abs(x[i])) correction += sum - transition + x[i];
		else correction += x[i] - transition + sum;
		sum = transition;
	}
	return sum + correction;
}
function mean(x) {
	if (x.length === 0) throw new Error("mean requires at least one data point");
	return sum$1(x) / x.length;
}
function sumNthPowerDeviations(x, n) {
	var meanValue = mean(x);
	var sum = 0;
	var tempValue;
	var i;
	if (n === 2) for (i = 0; i < x.length; i++) {
		tempValue = x[i] - meanValue;
		sum += tempValue * tempValue;
	}
	else for (i = 0; i < x.length; i++) sum += Math.pow(x[i] - meanValue, n);
	return sum;
}
function sampleVariance(x) {
	if (x.length < 2) throw new Error("sampleVariance requires at least two data points");
	return sumNthPowerDeviations(x, 2) / (x.length - 1);
}
function quantileSorted(x, p) {
	var idx = (x.length - 1) * p;
	if (x.length === 0) throw new Error("quantile requires at least one data point.");
	else if (p < 0 || p > 1) throw new Error("quantiles must be between 0 and 1");
	else if (p === 1) return x[x.length - 1];
	else if (p === 0) return x[0];
	else if (idx % 1 !== 0) {
		var lower = Math.floor(idx);
		var upper = Math.ceil(idx);
		var fraction = idx - lower;
		return x[lower] + fraction * (x[upper] - x[lower]);
	} else return x[idx];
}
function quickselect(arr, k, left, right) {
	left = left || 0;
	right = right || arr.length - 1;
	while (right > left) {
		if (right - left > 600) {
			var n = right - left + 1;
			var m = k - left + 1;
			var z = Math.log(n);
			var s = .5 * Math.exp(2 * z / 3);
			var sd = .5 * Math.sqrt(z * s * (n - s) / n);
			if (m - n / 2 < 0) sd *= -1;
			quickselect(arr, k, Math.max(left, Math.floor(k - m * s / n + sd)), Math.min(right, Math.floor(k + (n - m) * s / n + sd)));
		}
		var t = arr[k];
		var i = left;
		var j = right;
		swap(arr, left, k);
		if (arr[right] > t) swap(arr, left, right);
		while (i < j) {
			swap(arr, i, j);
			i++;
			j--;
			while (arr[i] < t) i++;
			while (arr[j] > t) j--;
		}
		if (arr[left] === t) swap(arr, left, j);
		else {
			j++;
			swap(arr, j, right);
		}
		if (j <= k) left = j + 1;
		if (k <= j) right = j - 1;
	}
}
function swap(arr, i, j) {
	var tmp = arr[i];
	arr[i] = arr[j];
	arr[j] = tmp;
}
function quantile(x, p) {
	var copy = x.slice();
	if (Array.isArray(p)) {
		multiQuantileSelect(copy, p);
		var results = [];
		for (var i = 0; i < p.length; i++) results[i] = quantileSorted(copy, p[i]);
		return results;
	} else {
		quantileSelect(copy, quantileIndex(copy.length, p), 0, copy.length - 1);
		return quantileSorted(copy, p);
	}
}
function quantileSelect(arr, k, left, right) {
	if (k % 1 === 0) quickselect(arr, k, left, right);
	else {
		k = Math.floor(k);
		quickselect(arr, k, left, right);
		quickselect(arr, k + 1, k + 1, right);
	}
}
function multiQuantileSelect(arr, p) {
	var positions = new Set();
	for (var i = 0; i < p.length; i++) {
		var idx = quantileIndex(arr.length, p[i]);
		positions.add(Math.floor(idx));
		positions.add(Math.ceil(idx));
	}
	var indices = Array.from(positions).sort(compare);
	multiselect(arr, indices, 0, indices.length - 1, 0, arr.length - 1);
}
function multiselect(arr, indices, lo, hi, left, right) {
	if (lo > hi) return;
	var mid = lo + hi >> 1;
	quickselect(arr, indices[mid], left, right);
	multiselect(arr, indices, lo, mid - 1, left, indices[mid] - 1);
	multiselect(arr, indices, mid + 1, hi, indices[mid] + 1, right);
}
function compare(a, b) {
	return a - b;
}
function quantileIndex(len, p) {
	var idx = (len - 1) * p;
	if (p === 1) return len - 1;
	else if (p === 0) return 0;
	else if (idx % 1 !== 0) return idx;
	else return idx;
}
function linearRegression(data) {
	var m;
	var b;
	var dataLength = data.length;
	if (dataLength === 1) {
		m = 0;
		b = data[0][1];
	} else {
		var sumX = 0;
		var sumY = 0;
		for (var i = 0; i < dataLength; i++) {
			sumX += data[i][0];
			sumY += data[i][1];
		}
		var meanX = sumX / dataLength;
		var meanY = sumY / dataLength;
		var sumXY = 0;
		var sumXX = 0;
		for (var i$1 = 0; i$1 < dataLength; i$1++) {
			var deviationX = data[i$1][0] - meanX;
			sumXY += deviationX * (data[i$1][1] - meanY);
			sumXX += deviationX * deviationX;
		}
		m = sumXY / sumXX;
		b = meanY - m * meanX;
	}
	return {
		m,
		b
	};
}
function linearRegressionLine(mb) {
	return function(x) {
		return mb.b + mb.m * x;
	};
}
function median(x) {
	return +quantile(x, .5);
}
var BayesianClassifier = function BayesianClassifier() {
	this.totalCount = 0;
	this.data = {};
};
BayesianClassifier.prototype.train = function train(item, category) {
	if (!this.data[category]) this.data[category] = {};
	for (var k in item) {
		var v = item[k];
		if (this.data[category][k] === void 0) this.data[category][k] = {};
		if (this.data[category][k][v] === void 0) this.data[category][k][v] = 0;
		this.data[category][k][v]++;
	}
	this.totalCount++;
};
BayesianClassifier.prototype.score = function score(item) {
	var odds = {};
	var category;
	for (var k in item) {
		var v = item[k];
		for (category in this.data) {
			if (odds[category] === void 0) odds[category] = {};
			if (this.data[category][k]) odds[category][k + "_" + v] = (this.data[category][k][v] || 0) / this.totalCount;
			else odds[category][k + "_" + v] = 0;
		}
	}
	var oddsSums = {};
	for (category in odds) {
		oddsSums[category] = 0;
		for (var combination in odds[category]) oddsSums[category] += odds[category][combination];
	}
	return oddsSums;
};
var COEFFICIENTS = [
	.9999999999999971,
	57.15623566586292,
	-59.59796035547549,
	14.136097974741746,
	-.4919138160976202,
	3399464998481189e-20,
	4652362892704858e-20,
	-9837447530487956e-20,
	.0001580887032249125,
	-.00021026444172410488,
	.00021743961811521265,
	-.0001643181065367639,
	8441822398385275e-20,
	-26190838401581408e-21,
	36899182659531625e-22
];
var g = 607 / 128;
var LOGSQRT2PI = Math.log(Math.sqrt(2 * Math.PI));
function gammaln(n) {
	if (n <= 0) return Number.POSITIVE_INFINITY;
	n--;
	var a = COEFFICIENTS[0];
	for (var i = 1; i < 15; i++) a += COEFFICIENTS[i] / (n + i);
	var tmp = g + .5 + n;
	return LOGSQRT2PI + Math.log(a) - tmp + (n + .5) * Math.log(tmp);
}
var SQRT_2PI$1 = Math.sqrt(2 * Math.PI);
function cumulativeDistribution(z) {
	var sum = z;
	var tmp = z;
	for (var i = 1; i < 30; i++) {
		tmp *= z * z / (2 * i + 1);
		sum += tmp;
	}
	return Math.round((.5 + sum / SQRT_2PI$1 * Math.exp(-z * z / 2)) * 1e4) / 1e4;
}
var standardNormalTable = [];
for (var z = 0; z <= 3.09; z += .01) standardNormalTable.push(cumulativeDistribution(z));
var PerceptronModel = function PerceptronModel() {
	this.weights = [];
	this.bias = 0;
};
PerceptronModel.prototype.predict = function predict(features) {
	if (features.length !== this.weights.length) return null;
	var score = 0;
	for (var i = 0; i < this.weights.length; i++) score += this.weights[i] * features[i];
	score += this.bias;
	if (score > 0) return 1;
	else return 0;
};
PerceptronModel.prototype.train = function train(features, label) {
	if (label !== 0 && label !== 1) return null;
	if (features.length !== this.weights.length) {
		this.weights = features.slice();
		this.bias = 1;
	}
	var prediction = this.predict(features);
	if (typeof prediction === "number" && prediction !== label) {
		var gradient = label - prediction;
		for (var i = 0; i < this.weights.length; i++) this.weights[i] += gradient * features[i];
		this.bias += gradient;
	}
	return this;
};
// src/compare/identity/file.ts
function stableFile(file, roots) {
	const inRoot = relativeToRoot(file.replace(/^file:\/\//u, "").replaceAll("\\", "/"), roots);
	return (dependencyFile(inRoot) ?? inRoot).replace(/^\.\//u, "");
}
function isForeignFile(stable) {
	return stable === "" || stable.startsWith("node:") || stable.startsWith("node_modules/");
}
function relativeToRoot(path, roots) {
	for (const root of roots) {
		const prefix = root.endsWith("/") ? root : `${root}/`;
		if (path.startsWith(prefix)) return path.slice(prefix.length);
	}
	return path;
}
function dependencyFile(path) {
	const modules = path.lastIndexOf("node_modules/");
	if (modules >= 0) return path.slice(modules);
	const cache = path.lastIndexOf("/pkg/mod/");
	if (cache >= 0) return `pkg/mod/${path.slice(cache + 9).replace(/@v[^/]+/u, "")}`;
}
// src/compare/infer/series.ts
function differences(series) {
	return series.head.map((head, pair) => head - (series.base[pair] ?? 0));
}
function plus(series, other, weight) {
	const add = (one, two) => one.map((value, pair) => value + weight * (two[pair] ?? 0));
	return {
		base: add(series.base, other.base),
		head: add(series.head, other.head)
	};
}
// src/compare/infer/common.ts
const BIWEIGHT = 4.685;
const MAD_TO_SIGMA = 1.4826;
const STEPS = 20;
function findCommonFactor(program, selves) {
	const { centre, standardError } = robustCentre(selves.flatMap(ratioOf));
	const logs = program.head.map((head, pair) => logRatio(head, program.base[pair] ?? 0) ?? 0);
	const middle = logs.length > 0 ? logRatio(mean([...program.head]), mean([...program.base])) ?? 0 : 0;
	const factors = logs.map((log) => Math.exp(centre + log - middle));
	return {
		standardError,
		remove: ({ base, head }) => ({
			base,
			head: head.map((cost, pair) => cost / (factors[pair] ?? 1))
		})
	};
}
function ratioOf(series) {
	const base = mean([...series.base]);
	const head = mean([...series.head]);
	const log = logRatio(head, base);
	return log === void 0 ? [] : [{
		weight: (base + head) / 2,
		log
	}];
}
function logRatio(head, base) {
	return head > 0 && base > 0 ? Math.log(head / base) : void 0;
}
function robustCentre(ratios) {
	if (ratios.length === 0) return {
		centre: 0,
		standardError: 0
	};
	let centre = weightedMedian(ratios);
	let weights = ratios.map(({ weight }) => weight);
	for (let step = 0; step < STEPS; step += 1) {
		const at = centre;
		const residuals = ratios.map(({ weight, log }) => Math.abs(log - at) * Math.sqrt(weight));
		const reach = BIWEIGHT * MAD_TO_SIGMA * median(residuals);
		if (reach === 0) break;
		weights = ratios.map(({ weight }, index) => {
			const distance = (residuals[index] ?? 0) / reach;
			return distance < 1 ? weight * (1 - distance ** 2) ** 2 : 0;
		});
		centre = weightedMean(ratios, weights);
	}
	return {
		centre,
		standardError: errorOfMean(ratios, weights, centre)
	};
}
function weightedMedian(ratios) {
	const sorted = [...ratios].sort((a, b) => a.log - b.log);
	const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
	let below = 0;
	for (const { weight, log } of sorted) {
		below += weight;
		if (below >= half) return log;
	}
	return 0;
}
function weightedMean(ratios, weights) {
	let sum = 0;
	let all = 0;
	ratios.forEach(({ log }, index) => {
		sum += (weights[index] ?? 0) * log;
		all += weights[index] ?? 0;
	});
	return all > 0 ? sum / all : 0;
}
function errorOfMean(ratios, weights, centre) {
	let squares = 0;
	let all = 0;
	ratios.forEach(({ log }, index) => {
		const weight = weights[index] ?? 0;
		squares += (weight * (log - centre)) ** 2;
		all += weight;
	});
	return all > 0 ? Math.sqrt(squares) / all : 0;
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
// src/compare/infer/moderate.ts
const MAX_PRIOR_DF = 60;
const MIN_ACCOUNTS = 3;
function fitVariancePrior(accounts, df) {
	const usable = accounts.filter((account) => account.variance > 0 && account.size > 0);
	if (usable.length < MIN_ACCOUNTS) return { moderate: ({ variance }) => ({
		variance,
		df
	}) };
	const bias = digamma(df / 2) - Math.log(df / 2);
	const trend = linearRegressionLine(linearRegression(usable.map((account) => [Math.log(account.size), Math.log(account.variance) - bias])));
	const excess = residualVariance(usable, bias, trend) - trigamma(df / 2);
	const priorDf = excess > 0 ? Math.min(MAX_PRIOR_DF, 2 * inverseTrigamma(excess)) : MAX_PRIOR_DF;
	const priorBias = Math.log(priorDf / 2) - digamma(priorDf / 2);
	return { moderate({ variance, size }) {
		const expected = Math.exp(trend(Math.log(Math.max(size, Number.MIN_VALUE))) - priorBias);
		return {
			variance: (priorDf * expected + df * variance) / (priorDf + df),
			df: priorDf + df
		};
	} };
}
function residualVariance(accounts, bias, trend) {
	return sum$1(accounts.map(({ variance, size }) => (Math.log(variance) - bias - trend(Math.log(size))) ** 2)) / Math.max(1, accounts.length - 2);
}
// src/compare/infer/student.ts
function studentUpperTail(t, df) {
	if (t === Number.POSITIVE_INFINITY) return 0;
	if (t === Number.NEGATIVE_INFINITY) return 1;
	const finite = Math.min(df, 1e6);
	const tail = .5 * incompleteBeta(finite / (finite + t * t), finite / 2, .5);
	return t >= 0 ? tail : 1 - tail;
}
function studentQuantile(p, df) {
	if (p > .5) return -studentQuantile(1 - p, df);
	let low = 0;
	let high = 1;
	while (studentUpperTail(high, df) > p && high < 1e9) high *= 2;
	while (high - low > 1e-9 * Math.max(1, high)) {
		const middle = (low + high) / 2;
		if (studentUpperTail(middle, df) > p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
// src/compare/infer/estimate.ts
const INTERVAL_TAIL = .025;
const BOUND_TAIL = .05;
function fitEstimator(accounts) {
	const pairs = accounts[0]?.base.length ?? 0;
	const prior = fitVariancePrior(accounts.map(varianceOf), pairs - 1);
	return (series) => {
		const { variance, df } = prior.moderate(varianceOf(series));
		return estimateOf({
			baseShare: mean([...series.base]),
			headShare: mean([...series.head]),
			df
		}, Math.sqrt(variance / pairs));
	};
}
function withStandardError(estimate, standardError) {
	return estimateOf(estimate, standardError);
}
function estimateOf({ baseShare, headShare, df }, standardError) {
	const delta = headShare - baseShare;
	const reach = standardError * studentQuantile(INTERVAL_TAIL, df);
	return {
		baseShare,
		headShare,
		delta,
		standardError,
		df,
		low: delta - reach,
		high: delta + reach,
		upperBound: delta + standardError * studentQuantile(BOUND_TAIL, df),
		rise: upperTail(delta, standardError, df),
		fall: upperTail(-delta, standardError, df)
	};
}
function varianceOf(series) {
	return {
		variance: sampleVariance(differences(series)),
		size: mean([...series.base]) + mean([...series.head])
	};
}
function upperTail(delta, standardError, df) {
	if (standardError > 0) return studentUpperTail(delta / standardError, df);
	return delta > 0 ? 0 : 1;
}
// src/compare/infer/holm.ts
function holm(pValues) {
	const order = pValues.map((p, index) => ({
		p,
		index
	})).sort((a, b) => a.p - b.p);
	const adjusted = new Array(pValues.length).fill(1);
	let largest = 0;
	order.forEach(({ p, index }, rank) => {
		largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
		adjusted[index] = largest;
	});
	return adjusted;
}
const MIN_SHARE$1 = .005;
function thresholdOf(policy, baseShare) {
	return Math.max(policy.maxIncrease, policy.minRelative * baseShare);
}
const RELATIVE_PART = .25;
const PLAUSIBLE = .025;
function judgeAll(evidence, policy) {
	const accounts = testedAccounts(evidence);
	const common = findCommonFactor(evidence.program(), selfSeries(evidence));
	const asIs = fitEstimator(accounts.map(({ series }) => series));
	const relative = fitEstimator(accounts.map(({ series }) => common.remove(series)));
	const estimates = accounts.map(({ series }) => asIs(series));
	const relatives = accounts.map(({ series }) => withError(relative(common.remove(series)), common));
	const adjusted = {
		rise: holm(estimates.map((estimate) => estimate.rise)),
		fall: holm(estimates.map((estimate) => estimate.fall)),
		relativeRise: holm(relatives.map((estimate) => estimate.rise))
	};
	return {
		judged: accounts.map(({ row, measure }, index) => {
			const estimate = estimates[index];
			const p = (estimate.delta >= 0 ? adjusted.rise[index] : adjusted.fall[index]) ?? 1;
			const relativeP = row === -1 ? 1 : adjusted.relativeRise[index] ?? 1;
			return judgeOne({
				row,
				measure,
				estimate,
				p,
				relative: relatives[index],
				relativeP,
				policy
			});
		}),
		common,
		rejudge({ row, measure, estimate: { baseShare } }, series) {
			const estimate = asIs(series);
			const other = withError(relative(common.remove(series)), common);
			const price = accounts.length;
			return judgeOne({
				row,
				measure,
				estimate,
				p: Math.min(1, estimate.rise * price),
				relative: other,
				relativeP: row === -1 ? 1 : Math.min(1, other.rise * price),
				policy,
				baseShare
			});
		}
	};
}
function withError(estimate, common) {
	return withStandardError(estimate, Math.hypot(estimate.standardError, estimate.headShare * common.standardError));
}
function judgeOne(evaluated) {
	const { row, measure, estimate, p, relative, relativeP, policy } = evaluated;
	const threshold = thresholdOf(policy, evaluated.baseShare ?? estimate.baseShare);
	const relativeRise = relative !== void 0 && relative.delta >= threshold && estimate.rise <= PLAUSIBLE ? relativeP : 1;
	const adjustedP = Math.min(1, p / .75, estimate.delta >= 0 ? relativeRise / RELATIVE_PART : 1);
	return {
		row,
		measure,
		estimate,
		adjustedP,
		threshold,
		judgement: judge$1(estimate, adjustedP, threshold, policy.alpha)
	};
}
function judge$1(estimate, adjustedP, threshold, alpha) {
	if (adjustedP <= alpha && estimate.delta >= threshold) return "rise";
	if (adjustedP <= alpha && estimate.delta <= -threshold) return "fall";
	return estimate.upperBound < threshold ? "within" : "undecided";
}
function selfSeries(evidence) {
	return evidence.table.rows.flatMap((row, index) => {
		const self = evidence.row(index, "self");
		return row.gated && isWide(self, evidence.pairs) ? [self] : [];
	});
}
function testedAccounts(evidence) {
	const accounts = [];
	evidence.table.rows.forEach((row, index) => {
		if (!row.gated) return;
		const total = evidence.row(index, "total");
		if (!isWide(total, evidence.pairs)) return;
		accounts.push({
			row: index,
			measure: "total",
			series: total
		});
		const self = evidence.row(index, "self");
		if (isWide(self, evidence.pairs) && !isSame$1(total, self)) accounts.push({
			row: index,
			measure: "self",
			series: self
		});
	});
	if (evidence.normalisation.kind === "counted") accounts.push({
		row: -1,
		measure: "total",
		series: evidence.program()
	});
	return accounts;
}
function isWide(series, pairs) {
	const sum = (values) => values.reduce((all, value) => all + value, 0);
	return Math.max(sum(series.base), sum(series.head)) >= MIN_SHARE$1 * pairs;
}
function isSame$1(one, other) {
	const left = differences(one);
	const right = differences(other);
	return left.every((value, pair) => Math.abs(value - (right[pair] ?? 0)) < 1e-12);
}
// src/compare/culprit.ts
const EXPLAINED = .6;
function explainRises(evidence, rises, common) {
	const rows = [...new Set(rises.map((rise) => rise.row))].filter((row) => row !== -1);
	const { asIs, relative } = sharedRises(evidence, rows, common);
	const explainedBy = new Map();
	for (const row of rows) {
		const callee = heaviestCallee(asIs, row, rows) ?? heaviestCallee(relative, row, rows);
		if (callee !== void 0) explainedBy.set(row, callee);
	}
	const ownCallers = nearestOwnCallers(evidence, rows);
	for (const row of rows) {
		if (explainedBy.has(row) || !isForeign(evidence, row)) continue;
		const caller = ownCallers.get(row);
		if (caller === void 0) continue;
		explainedBy.set(row, caller);
		if (leadsTo(explainedBy, caller, row)) explainedBy.delete(caller);
	}
	return { explainedBy: (row) => rootOf(explainedBy, row) };
}
function sharedRises(evidence, rows, common) {
	const position = new Map(rows.map((row, index) => [row, index]));
	const count = rows.length;
	const below = count * count;
	const accounts = evidence.accounts(below + count, (frames, credit) => {
		const credited = new Set();
		const once = (account) => {
			if (!credited.has(account)) credit(account);
			credited.add(account);
		};
		const calleesSoFar = [];
		for (const frame of frames) {
			const caller = position.get(frame);
			if (caller === void 0) continue;
			once(caller * count + caller);
			for (const callee of calleesSoFar) {
				if (callee === caller) continue;
				once(caller * count + callee);
				once(below + caller);
			}
			calleesSoFar.push(caller);
		}
	});
	const at = (row) => position.get(row) ?? -1;
	const readFrom = (all) => {
		const rises = all.map((series) => mean(differences(series)));
		return {
			rise: (caller, callee) => rises[at(caller) * count + at(callee)] ?? 0,
			below: (caller) => rises[below + at(caller)] ?? 0
		};
	};
	return {
		asIs: readFrom(accounts),
		relative: readFrom(accounts.map(common.remove))
	};
}
function heaviestCallee(shared, caller, rows) {
	const whole = shared.rise(caller, caller);
	if (whole <= 0 || shared.below(caller) < EXPLAINED * whole) return void 0;
	let heaviest;
	for (const callee of rows) {
		if (callee === caller || shared.rise(caller, callee) <= 0) continue;
		if (shared.rise(callee, caller) >= shared.rise(caller, callee)) continue;
		if (heaviest === void 0 || shared.rise(caller, callee) > shared.rise(caller, heaviest)) heaviest = callee;
	}
	return heaviest;
}
function nearestOwnCallers(evidence, rows) {
	const foreign = rows.filter((row) => isForeign(evidence, row));
	const own = rows.filter((row) => !isForeign(evidence, row));
	const at = new Map(own.map((row, index) => [row, index]));
	const width = own.length + 1;
	const accounts = evidence.accounts(foreign.length * width, (frames, credit) => {
		foreign.forEach((row, index) => {
			const depth = frames.lastIndexOf(row);
			if (depth < 0) return;
			credit(index * width + own.length);
			const caller = frames.subarray(depth + 1).find((frame) => !isForeign(evidence, frame));
			const position = caller === void 0 ? void 0 : at.get(caller);
			if (position !== void 0) credit(index * width + position);
		});
	});
	const rise = (account) => mean(differences(accounts[account] ?? {
		base: [],
		head: []
	}));
	const callers = new Map();
	foreign.forEach((row, index) => {
		const all = rise(index * width + own.length);
		const caller = own.find((_, position) => rise(index * width + position) >= EXPLAINED * all);
		if (caller !== void 0) callers.set(row, caller);
	});
	return callers;
}
function isForeign(evidence, row) {
	return isForeignFile(evidence.table.rows[row]?.file ?? "");
}
function leadsTo(explainedBy, from, to) {
	const seen = new Set();
	for (let at = from; at !== void 0; at = explainedBy.get(at)) {
		if (at === to) return true;
		if (seen.has(at)) return false;
		seen.add(at);
	}
	return false;
}
function rootOf(explainedBy, row) {
	const seen = new Set([row]);
	let root;
	for (let at = explainedBy.get(row); at !== void 0 && !seen.has(at); at = explainedBy.get(at)) {
		seen.add(at);
		root = at;
	}
	return root;
}
// src/compare/path.ts
function heaviestPath(evidence, side, row) {
	const costs = new Map();
	evidence.table.rounds.forEach((round, index) => {
		if (round.side !== side) return;
		const factor = evidence.normalisation.factors[index] ?? 0;
		round.values.forEach((value, stack) => {
			const frames = round.frames.subarray(round.offsets[stack], round.offsets[stack + 1]);
			const outermost = frames.lastIndexOf(row);
			if (outermost < 0) return;
			const path = frames.subarray(outermost).join(" ");
			costs.set(path, (costs.get(path) ?? 0) + value * factor);
		});
	});
	let heaviest = "";
	for (const [path, cost] of costs) if (heaviest === "" || cost > (costs.get(heaviest) ?? 0)) heaviest = path;
	return heaviest === "" ? [] : heaviest.split(" ").map(Number).reverse();
}
// src/compare/changes.ts
const ABSENT = .02;
function describeChanges(evidence, settled, common) {
	const rises = strongest(settled.filter((one) => one.judgement === "rise"));
	const risen = new Set(rises.map((rise) => rise.row));
	const falls = strongest(settled.filter((one) => one.judgement === "fall" && !risen.has(one.row)));
	const moved = strongest(settled.filter((one) => isMove(one, risen)));
	const explanation = explainRises(evidence, settled.filter((one) => one.judgement === "rise"), common);
	const widest = rises.filter((rise) => rise.row !== -1 && explanation.explainedBy(rise.row) === void 0).sort((a, b) => b.estimate.delta - a.estimate.delta)[0];
	return [
		...rises.map((rise) => {
			const cause = rise.row === -1 ? widest?.row : explanation.explainedBy(rise.row);
			return change$1(evidence, rise, riseKind(rise.estimate), cause === void 0, cause);
		}),
		...moved.map((one) => change$1(evidence, one, "moved", false, one.movedFrom)),
		...falls.map((fall) => change$1(evidence, fall, fallKind(fall.estimate), false, void 0))
	].sort((a, b) => Number(b.culprit) - Number(a.culprit) || Number(b.fails) - Number(a.fails) || Math.abs(b.estimate.delta) - Math.abs(a.estimate.delta));
}
function strongest(settled) {
	const byRow = new Map();
	for (const one of settled) {
		const known = byRow.get(one.row);
		if (known === void 0 || Math.abs(one.estimate.delta) > Math.abs(known.estimate.delta)) byRow.set(one.row, one);
	}
	return [...byRow.values()];
}
function isMove(one, risen) {
	return one.movedFrom !== void 0 && one.judgement === "within" && one.estimate.delta >= one.threshold && !risen.has(one.row);
}
function riseKind(estimate) {
	return estimate.baseShare <= ABSENT * estimate.headShare ? "new" : "regression";
}
function fallKind(estimate) {
	return estimate.headShare <= ABSENT * estimate.baseShare ? "gone" : "improvement";
}
function change$1(evidence, settled, kind, culprit, cause) {
	const rows = evidence.table.rows;
	const side = kind === "gone" ? "base" : "head";
	return {
		kind,
		fails: settled.judgement === "rise",
		subject: subjectOf(evidence, settled.row),
		measure: settled.measure,
		estimate: settled.estimate,
		adjustedP: settled.adjustedP,
		threshold: settled.threshold,
		culprit,
		explainedBy: cause === void 0 ? void 0 : subjectOf(evidence, cause),
		path: heaviestPath(evidence, side, settled.row).flatMap((row) => rows[row] ?? [])
	};
}
function subjectOf(evidence, row) {
	return evidence.table.rows[row] ?? null;
}
// src/compare/detectable.ts
const NARROW_SHARE = .1;
function minimumDetectable(judged, tested, alpha) {
	const { standardError, df } = judged.estimate;
	const power = studentQuantile(.19999999999999996, df) * standardError;
	const significant = studentQuantile(alpha / tested, df) * standardError;
	return Math.max(judged.threshold, significant) + power;
}
function gateDetectable(judged, alpha) {
	const narrow = judged.filter(({ row, estimate }) => row !== -1 && estimate.baseShare < NARROW_SHARE);
	if (narrow.length === 0) return null;
	return Math.max(...narrow.map((one) => minimumDetectable(one, judged.length, alpha)));
}
// src/compare/costs.ts
function roundCosts(table) {
	return table.rounds.map((round) => costsOf(round, table.rows.length));
}
function costsOf(round, rows) {
	const total = new Float64Array(rows);
	const self = new Float64Array(rows);
	const seenIn = new Int32Array(rows).fill(-1);
	let sum = 0;
	round.values.forEach((value, stack) => {
		sum += value;
		round.frames.subarray(round.offsets[stack], round.offsets[stack + 1]).forEach((row, depth) => {
			if (depth === 0) self[row] = (self[row] ?? 0) + value;
			if (seenIn[row] === stack) return;
			seenIn[row] = stack;
			total[row] = (total[row] ?? 0) + value;
		});
	});
	return {
		total,
		self,
		sum
	};
}
// src/compare/normalise.ts
function normalise(rounds, costs) {
	return rounds.every((round) => round.requests !== void 0 && round.requests > 0) ? normaliseByRequests(rounds, costs) : normaliseByMedianRatio(rounds, costs);
}
function normaliseByRequests(rounds, costs) {
	const base = mean(rounds.map((round, index) => (costs[index]?.sum ?? 0) / (round.requests ?? 1)).filter((_, index) => rounds[index]?.side === "base"));
	return {
		kind: "counted",
		factors: rounds.map((round) => 1 / ((round.requests ?? 1) * base)),
		basePerRequest: base
	};
}
const REFERENCE_SHARE = .01;
function normaliseByMedianRatio(rounds, costs) {
	const shares = {
		base: meanShares(rounds, costs, "base"),
		head: meanShares(rounds, costs, "head")
	};
	const ratios = [];
	shares.base.forEach((base, row) => {
		const head = shares.head[row] ?? 0;
		if (base >= REFERENCE_SHARE && head >= REFERENCE_SHARE) ratios.push(head / base);
	});
	const correction = ratios.length > 0 ? median(ratios) : 1;
	return {
		kind: "estimated",
		factors: rounds.map((round, index) => {
			const sum = costs[index]?.sum ?? 0;
			if (sum === 0) return 0;
			return round.side === "base" ? 1 / sum : 1 / (sum * correction);
		}),
		basePerRequest: void 0
	};
}
function meanShares(rounds, costs, side) {
	const ofSide = costs.filter((_, index) => rounds[index]?.side === side);
	const rows = ofSide[0]?.self.length ?? 0;
	return Array.from({ length: rows }, (_, row) => mean(ofSide.map((cost) => cost.sum > 0 ? (cost.self[row] ?? 0) / cost.sum : 0)));
}
// src/compare/evidence.ts
function gatherEvidence(table, rounds, pairs) {
	const costs = roundCosts(table);
	const normalisation = normalise(rounds, costs);
	const series = (costIn) => {
		const base = new Array(pairs).fill(0);
		const head = new Array(pairs).fill(0);
		table.rounds.forEach((round, index) => {
			const cost = costs[index];
			if (cost === void 0) return;
			const side = round.side === "base" ? base : head;
			side[round.pair] = costIn(cost, index) * (normalisation.factors[index] ?? 0);
		});
		return {
			base,
			head
		};
	};
	return {
		table,
		pairs,
		normalisation,
		row: (row, measure) => series((cost) => cost[measure][row] ?? 0),
		program: () => series((cost) => cost.sum),
		accounts(count, visit) {
			const sums = table.rounds.map((round) => sumAccounts(round, count, visit));
			return Array.from({ length: count }, (_, account) => series((_cost, index) => sums[index]?.[account] ?? 0));
		}
	};
}
function sumAccounts(round, count, visit) {
	const sums = new Float64Array(count);
	round.values.forEach((value, stack) => {
		visit(round.frames.subarray(round.offsets[stack], round.offsets[stack + 1]), (account) => {
			sums[account] = (sums[account] ?? 0) + value;
		});
	});
	return sums;
}
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
// src/compare/planning.ts
const MAX_PROPOSED = 200;
function pairsToDecide(doubts, pairs) {
	let needed = pairs;
	for (const { estimate, threshold } of doubts) {
		const room = threshold - Math.max(0, estimate.delta);
		if (room <= 0) return void 0;
		const reach = estimate.standardError * studentQuantile(.05, estimate.df);
		needed = Math.max(needed, Math.ceil(pairs * (reach / room) ** 2));
	}
	return needed > pairs && needed <= MAX_PROPOSED ? needed : void 0;
}
function neighboursOf(evidence, side, functions, isSeenThrough) {
	const found = new Map();
	for (const row of functions) found.set(row, {
		callers: new Map(),
		body: new Map(),
		total: 0
	});
	evidence.table.rounds.forEach((round, index) => {
		if (round.side !== side) return;
		const factor = evidence.normalisation.factors[index] ?? 0;
		round.values.forEach((value, stack) => {
			const frames = round.frames.subarray(round.offsets[stack], round.offsets[stack + 1]);
			const seen = new Set();
			for (let depth = frames.length - 1; depth >= 0; depth -= 1) {
				const row = frames[depth] ?? -1;
				const entry = found.get(row);
				if (entry === void 0 || seen.has(row)) continue;
				seen.add(row);
				const cost = value * factor;
				entry.total += cost;
				add(entry.callers, callerAbove(frames, depth, isSeenThrough), cost);
				add(entry.body, frames[depth - 1] ?? -1, cost);
			}
		});
	});
	return found;
}
function callerAbove(frames, depth, isSeenThrough) {
	for (let above = depth + 1; above < frames.length; above += 1) {
		const row = frames[above];
		if (row !== void 0 && !isSeenThrough(row)) return row;
	}
	return -2;
}
function add(weights, row, cost) {
	weights.set(row, (weights.get(row) ?? 0) + cost);
}
function overlap$1(one, other) {
	const sumOne = total(one);
	const sumOther = total(other);
	if (sumOne === 0 || sumOther === 0) return 0;
	let common = 0;
	for (const [row, weight] of one) common += Math.min(weight / sumOne, (other.get(row) ?? 0) / sumOther);
	return common;
}
function total(weights) {
	let sum = 0;
	for (const weight of weights.values()) sum += weight;
	return sum;
}
// src/compare/shift/net.ts
const NEW_RATIO = .1;
function netChange(evidence, row, measure) {
	const own = evidence.row(row, measure);
	const losses = [
		...measure === "total" ? sameCodeElsewhere(evidence, row) : [],
		...isNew(own) ? fromCallers(evidence, row, own) : [],
		...measure === "self" ? fromGoneCallees(evidence, row, own) : []
	];
	let series = own;
	let remaining = change(own);
	let largest;
	for (const loss of losses.sort((a, b) => change(a.series) - change(b.series))) {
		const lost = -change(loss.series);
		if (lost <= 0 || remaining <= 0) continue;
		const amount = Math.min(lost, remaining, loss.limit);
		if (amount <= 0) continue;
		series = plus(series, loss.series, amount / lost);
		remaining -= amount;
		if (largest === void 0 || amount > largest.amount) largest = {
			row: loss.row,
			amount
		};
	}
	return {
		series,
		from: largest?.row
	};
}
function change(series) {
	return mean(differences(series));
}
function isNew(series) {
	return mean([...series.base]) < NEW_RATIO * mean([...series.head]);
}
function sameCodeElsewhere(evidence, row) {
	const rows = evidence.table.rows.length;
	const accounts = evidence.accounts(2 * rows, (frames, credit) => {
		const [leaf] = frames;
		if (leaf !== void 0) credit(frames.includes(row) ? leaf : rows + leaf);
	});
	const losses = [];
	for (let leaf = 0; leaf < rows; leaf += 1) {
		const below = accounts[leaf];
		const elsewhere = accounts[rows + leaf];
		if (below === void 0 || elsewhere === void 0) continue;
		if (isNew(below)) losses.push({
			row: leaf,
			series: elsewhere,
			limit: change(below)
		});
	}
	return losses;
}
function fromCallers(evidence, row, own) {
	const callers = neighbours(evidence, "head", row, "callers");
	const losses = [];
	for (const caller of callers.keys()) if (caller >= 0) losses.push({
		row: caller,
		series: evidence.row(caller, "self"),
		limit: change(own)
	});
	evidence.table.rows.forEach((_, other) => {
		const total = evidence.row(other, "total");
		if (other === row || !isGone(total)) return;
		if ([...neighbours(evidence, "base", other, "callers").keys()].some((caller) => callers.has(caller))) losses.push({
			row: other,
			series: total,
			limit: change(own)
		});
	});
	return losses;
}
function fromGoneCallees(evidence, row, own) {
	return [...neighbours(evidence, "base", row, "body").keys()].flatMap((callee) => {
		const total = callee >= 0 ? evidence.row(callee, "total") : void 0;
		return total !== void 0 && isGone(total) ? [{
			row: callee,
			series: evidence.row(callee, "self"),
			limit: change(own)
		}] : [];
	});
}
function isGone(series) {
	const base = mean([...series.base]);
	return base > 0 && mean([...series.head]) < NEW_RATIO * base;
}
function neighbours(evidence, side, row, which) {
	return neighboursOf(evidence, side, new Set([row]), () => false).get(row)?.[which] ?? new Map();
}
// src/compare/shift/moves.ts
function settleMoves(evidence, { judged, rejudge }) {
	return judged.map((one) => {
		const asIs = {
			...one,
			movedFrom: void 0
		};
		if (one.row === -1 || one.judgement === "within" || one.judgement === "fall") return asIs;
		const net = netChange(evidence, one.row, one.measure);
		if (net.from === void 0) return asIs;
		const { judgement } = rejudge(one, net.series);
		return judgement === "rise" ? asIs : {
			...one,
			judgement,
			movedFrom: net.from
		};
	});
}
// src/compare/shift/renames.ts
const MIN_SHARE = .002;
const WEIGHT = {
	callers: .35,
	body: .35,
	size: .15,
	name: .1,
	file: .05
};
const MIN_SCORE = .65;
function findRenames(evidence) {
	const gone = new Set();
	const added = new Set();
	evidence.table.rows.forEach((row, index) => {
		if (!row.gated) return;
		const { base, head } = evidence.row(index, "total");
		const baseShare = mean([...base]);
		const headShare = mean([...head]);
		if (headShare === 0 && baseShare >= MIN_SHARE) gone.add(index);
		if (baseShare === 0 && headShare >= MIN_SHARE) added.add(index);
	});
	if (gone.size === 0 || added.size === 0) return new Map();
	const oneSided = (row) => gone.has(row) || added.has(row);
	return bestMatches(evidence, neighboursOf(evidence, "base", gone, oneSided), neighboursOf(evidence, "head", added, oneSided));
}
function bestMatches(evidence, before, after) {
	const candidates = [];
	for (const [from, old] of before) for (const [to, now] of after) {
		const score = similarity(evidence, {
			row: from,
			...old
		}, {
			row: to,
			...now
		});
		if (score >= MIN_SCORE) candidates.push({
			from,
			to,
			score
		});
	}
	candidates.sort((a, b) => b.score - a.score);
	const taken = new Set();
	const aliases = new Map();
	for (const { from, to } of candidates) {
		if (taken.has(from) || taken.has(to)) continue;
		taken.add(from).add(to);
		const old = evidence.table.rows[from];
		const now = evidence.table.rows[to];
		if (old !== void 0 && now !== void 0) aliases.set(now.key, old.key);
	}
	return aliases;
}
function similarity(evidence, old, now) {
	const before = evidence.table.rows[old.row];
	const after = evidence.table.rows[now.row];
	if (before === void 0 || after === void 0) return 0;
	const size = Math.min(old.total, now.total) / Math.max(old.total, now.total);
	return WEIGHT.callers * overlap$1(old.callers, now.callers) + WEIGHT.body * overlap$1(old.body, now.body) + WEIGHT.size * size + WEIGHT.name * nameSimilarity(before.name, after.name) + WEIGHT.file * (before.file === after.file ? 1 : 0);
}
function nameSimilarity(one, other) {
	const left = bigrams(one);
	const right = bigrams(other);
	if (left.size === 0 || right.size === 0) return one === other ? 1 : 0;
	let common = 0;
	for (const bigram of left) if (right.has(bigram)) common += 1;
	return 2 * common / (left.size + right.size);
}
const MAX_NAME = 200;
function bigrams(name) {
	const text = name.slice(0, MAX_NAME).toLowerCase();
	const found = new Set();
	for (let at = 0; at + 2 <= text.length; at += 1) found.add(text.slice(at, at + 2));
	return found;
}
// src/compare/accounts.ts
const IGNORED$1 = new Set(["(idle)"]);
const TRANSPARENT$1 = new Set([
	"(root)",
	"Node.js",
	"root",
	"total"
]);
const RUNTIME = new Set([
	"(program)",
	"Non JS threads activity",
	"Low Priority Task"
]);
const PROFILER_FILE = /node_modules\/(?:@pyroscope\/nodejs|@datadog\/pprof|pprof-format|regenerator-runtime)\/|flamegate[^/]*\/(?:dist\/)?preload\.cjs$/u;
function accountOf(name, file) {
	if (PROFILER_FILE.test(file)) return "ignored";
	if (file !== "") return "code";
	if (IGNORED$1.has(name)) return "ignored";
	if (TRANSPARENT$1.has(name)) return "transparent";
	if (RUNTIME.has(name)) return "runtime";
	return "code";
}
// src/compare/identity/name.ts
const GENERATED = [
	{
		what: "Rust symbol hash",
		pattern: /::h[0-9a-f]{16}$/u,
		by: ""
	},
	{
		what: "Go type-parameter shapes",
		pattern: /\[go\.shape\.[^\]]*\]/gu,
		by: ""
	},
	{
		what: "Java lambda class",
		pattern: /\$\$Lambda(?:\$\d+)?(?:[./+]0x[0-9a-f]+|\.\d+)?/gu,
		by: "$$$$Lambda"
	},
	{
		what: "Java generated accessor",
		pattern: /(Generated\w*Accessor)\d+/gu,
		by: "$1"
	},
	{
		what: "Java proxy class",
		pattern: /(\$Proxy|\$\$EnhancerBy\w+?\$\$|\$\$FastClassBy\w+?\$\$)[0-9a-f]*/gu,
		by: "$1"
	}
];
function sourceName(name, systemName) {
	if (systemName !== "" && name !== systemName && /:\d+$/u.test(name)) {
		if (name.lastIndexOf(`:${systemName}:`) >= 0) return systemName;
	}
	return name;
}
function stableName(name) {
	let stable = name;
	for (const rule of GENERATED) stable = stable.replace(rule.pattern, rule.by);
	return stable;
}
function anonymousName(name) {
	if (name === "" || name === "(anonymous)") return {
		line: 0,
		column: 0
	};
	const match = /^\(anonymous:L#(\d+):C#(\d+)\)$/u.exec(name);
	if (match === null) return void 0;
	return {
		line: Number(match[1]),
		column: Number(match[2])
	};
}
// src/compare/identity/identity.ts
function identify(fn, context) {
	const file = stableFile(fn.file, context.roots);
	const name = sourceName(fn.name, fn.systemName);
	const anonymous = anonymousName(name);
	if (anonymous === void 0) {
		const stable = stableName(name);
		return {
			key: `${stable}\0${file}`,
			name: stable,
			file,
			line: fn.line
		};
	}
	const line = anonymous.line || fn.line;
	return {
		key: anonymousKey(file, line, anonymous.column, context),
		name: "(anonymous)",
		file,
		line
	};
}
function anonymousKey(file, line, column, context) {
	if (context.lineMap === void 0 || file === "" || line === 0) return `(anonymous)\0${file}`;
	if (context.side === "base") return `(anonymous)\0${file}\0${line}:${column}`;
	const origin = context.lineMap.headToBase(file, line);
	if (origin === void 0) return `(anonymous)\0${file}\0head ${line}:${column}`;
	return `(anonymous)\0${origin.file}\0${origin.line}:${column}`;
}
// src/compare/table.ts
function tabulate(rounds, pairOf, contexts, aliases = new Map()) {
	const rows = new RowIndex(aliases);
	const tabulated = rounds.map((round) => mapStacks(round, pairOf(round), contexts[round.side], rows));
	return {
		rows: rows.rows(),
		rounds: tabulated
	};
}
const IGNORED = -1;
const TRANSPARENT = -2;
var RowIndex = class {
	#aliases;
	#byKey = new Map();
	#rows = [];
	constructor(aliases) {
		this.#aliases = aliases;
	}
	rows() {
		return this.#rows;
	}
	find(fn, context) {
		const identity = identify(fn, context);
		const account = accountOf(identity.name, identity.file);
		if (account === "ignored") return IGNORED;
		if (account === "transparent") return TRANSPARENT;
		const key = context.side === "head" && this.#aliases.get(identity.key) || identity.key;
		const known = this.#byKey.get(key);
		if (known === void 0) return this.#add(key, identity, account === "code");
		if (context.side === "head") this.#rows[known] = rowOf(key, identity, account === "code");
		return known;
	}
	#add(key, identity, gated) {
		this.#byKey.set(key, this.#rows.length);
		return this.#rows.push(rowOf(key, identity, gated)) - 1;
	}
};
function rowOf(key, identity, gated) {
	return {
		key,
		name: identity.name,
		file: identity.file,
		line: identity.line,
		gated
	};
}
function mapStacks(round, pair, context, rows) {
	const { functions, frames, offsets, values } = round.profile;
	const rowOfFunction = Int32Array.from(functions, (fn) => rows.find(fn, context));
	const mapped = [];
	const ends = [0];
	const kept = [];
	values.forEach((value, stack) => {
		const stackFrames = frames.subarray(offsets[stack], offsets[stack + 1]).map((frame) => rowOfFunction[frame] ?? IGNORED);
		if (stackFrames.includes(IGNORED)) return;
		for (const frame of stackFrames) if (frame !== TRANSPARENT) mapped.push(frame);
		ends.push(mapped.length);
		kept.push(value);
	});
	return {
		side: round.side,
		pair,
		frames: Int32Array.from(mapped),
		offsets: Int32Array.from(ends),
		values: Float64Array.from(kept)
	};
}
function compareRounds(input) {
	const pairing = pairRounds(input.rounds);
	if (pairing.pairs < 3) return tooFewPairs(pairing);
	const evidence = gather(input, pairing);
	const judgements = judgeAll(evidence, input.policy);
	const { judged } = judgements;
	const settled = settleMoves(evidence, judgements);
	const changes = describeChanges(evidence, settled, judgements.common);
	const doubts = settled.filter((one) => one.judgement === "undecided").map(toDoubt(evidence));
	const verdict = verdictOf(changes, doubts);
	const program = judged.find((one) => one.row === -1)?.estimate;
	return {
		verdict,
		pairs: pairing.pairs,
		changes,
		doubts: verdict === "inconclusive" ? byWidth(doubts) : [],
		tested: judged.length,
		functions: evidence.table.rows.length,
		minimumDetectable: gateDetectable(judged, input.policy.alpha),
		normalisation: evidence.normalisation.kind,
		costPerRequest: costPerRequest(evidence, program?.headShare),
		program,
		pairsToDecide: verdict === "inconclusive" ? pairsToDecide(doubts, pairing.pairs) : void 0,
		warnings: [...pairing.warnings, ...estimationWarning(evidence)]
	};
}
function gather(input, pairing) {
	const contexts = {
		base: {
			side: "base",
			roots: input.roots.base,
			lineMap: input.lineMap
		},
		head: {
			side: "head",
			roots: input.roots.head,
			lineMap: input.lineMap
		}
	};
	const gatherWith = (aliases) => gatherEvidence(tabulate(pairing.rounds, pairing.pairOf, contexts, aliases), pairing.rounds, pairing.pairs);
	const first = gatherWith(new Map());
	const renames = findRenames(first);
	return renames.size === 0 ? first : gatherWith(renames);
}
function verdictOf(changes, doubts) {
	if (changes.some((change) => change.fails)) return "regression";
	return doubts.length > 0 ? "inconclusive" : "pass";
}
function toDoubt(evidence) {
	return ({ row, measure, estimate, threshold }) => ({
		subject: evidence.table.rows[row] ?? null,
		measure,
		estimate,
		threshold
	});
}
function byWidth(doubts) {
	return [...doubts].sort((a, b) => b.estimate.headShare - a.estimate.headShare);
}
function costPerRequest(evidence, head) {
	const base = evidence.normalisation.basePerRequest;
	return base === void 0 || head === void 0 ? void 0 : {
		base,
		head: base * head
	};
}
function estimationWarning(evidence) {
	if (evidence.normalisation.kind === "counted") return [];
	return ["requests were not counted, so the work was estimated from the functions themselves: a slowdown of the whole program cannot be seen"];
}
function tooFewPairs(pairing) {
	return {
		verdict: "inconclusive",
		pairs: pairing.pairs,
		changes: [],
		doubts: [],
		tested: 0,
		functions: 0,
		minimumDetectable: null,
		normalisation: "counted",
		costPerRequest: void 0,
		program: void 0,
		pairsToDecide: 3,
		warnings: [...pairing.warnings, `${pairing.pairs} complete pairs of rounds, and at least 3 are needed to tell change from noise`]
	};
}
// src/measure/remove-tree.ts
async function removeTree(directory) {
	const options = {
		recursive: true,
		force: true,
		maxRetries: 3
	};
	try {
		await rm(directory, options);
	} catch {
		await makeWritable(directory);
		await rm(directory, options);
	}
}
async function makeWritable(directory) {
	await chmod(directory, 448);
	for (const entry of await readdir(directory, { withFileTypes: true })) if (entry.isDirectory()) await makeWritable(join(directory, entry.name));
}
// src/plan/line-map.ts
function parseLineMap(diff) {
	const files = new Map();
	const lines = diff.split("\n");
	let at = 0;
	while (at < lines.length) {
		if (!lines[at]?.startsWith("diff --git ")) {
			at += 1;
			continue;
		}
		const header = readHeader(lines, at);
		const body = readHunks(lines, header.end);
		at = body.end;
		const known = header.known && body.changes !== void 0;
		if (header.head !== void 0) files.set(header.head, {
			base: known ? header.base : void 0,
			changes: body.changes ?? []
		});
	}
	return { headToBase(file, line) {
		const changed = files.get(file);
		if (changed === void 0) return {
			file,
			line
		};
		if (changed.base === void 0) return void 0;
		const origin = baseLine(changed.changes, line);
		return origin === void 0 ? void 0 : {
			file: changed.base,
			line: origin
		};
	} };
}
function baseLine(changes, line) {
	let low = 0;
	let high = changes.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((changes[middle]?.headStart ?? 0) <= line) low = middle + 1;
		else high = middle;
	}
	const last = changes[low - 1];
	if (last === void 0) return line;
	return line < last.headEnd ? void 0 : line - last.headEnd + last.baseEnd;
}
function readHeader(lines, start) {
	const name = sameName(lines[start]?.slice(11) ?? "");
	let base = name;
	let head = name;
	let known = true;
	let at = start + 1;
	for (; at < lines.length; at += 1) {
		const line = lines[at] ?? "";
		if (line.startsWith("@@ ") || line.startsWith("diff --git ")) break;
		const [, keyword = "", rest = ""] = HEADER_LINE.exec(line) ?? [];
		if (keyword === "rename from" || keyword === "copy from") base = unquote(rest);
		else if (keyword === "rename to" || keyword === "copy to") head = unquote(rest);
		else if (keyword === "---") base = sideName(rest, "a/");
		else if (keyword === "+++") head = sideName(rest, "b/");
		else if (keyword === "new file mode") base = void 0;
		else if (keyword === "deleted file mode") head = void 0;
		else if (keyword !== "") known = false;
	}
	return {
		base,
		head,
		known,
		end: at
	};
}
const HEADER_LINE = /^(rename from|rename to|copy from|copy to|---|\+\+\+|new file mode|deleted file mode|Binary files|GIT binary patch)(?: (.*))?$/s;
function sameName(names) {
	const half = (names.length - 1) / 2;
	if (!Number.isInteger(half) || names[half] !== " ") return void 0;
	const name = sideName(names.slice(0, half), "a/");
	return name === sideName(names.slice(half + 1), "b/") ? name : void 0;
}
function sideName(text, prefix) {
	const quoted = text.endsWith("	") ? text.slice(0, -1) : text;
	if (quoted === "/dev/null") return void 0;
	const name = unquote(quoted);
	return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
const ESCAPED = {
	a: 7,
	b: 8,
	t: 9,
	n: 10,
	v: 11,
	f: 12,
	r: 13,
	"\"": 34,
	"\\": 92
};
function unquote(text) {
	if (text.length < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
	const bytes = [];
	for (const [part, octal, letter] of text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) if (octal !== void 0) bytes.push(Number.parseInt(octal, 8) & 255);
	else if (letter !== void 0) bytes.push(ESCAPED[letter] ?? 63);
	else bytes.push(...new TextEncoder().encode(part));
	return new TextDecoder().decode(Uint8Array.from(bytes));
}
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
function readHunks(lines, start) {
	const changes = [];
	let at = start;
	for (;;) {
		const hunk = HUNK.exec(lines[at] ?? "");
		if (hunk === null) return {
			changes,
			end: at
		};
		const base = range$1(hunk[1], hunk[2]);
		const head = range$1(hunk[3], hunk[4]);
		const end = skipHunk(lines, at + 1, base.end - base.start, head.end - head.start);
		const previous = changes.at(-1);
		if (end === void 0 || head.start < (previous?.headEnd ?? 1)) return {
			changes: void 0,
			end: at + 1
		};
		changes.push({
			baseEnd: base.end,
			headStart: head.start,
			headEnd: head.end
		});
		at = end;
	}
}
function range$1(first = "0", count = "1") {
	const start = Number(count) === 0 ? Number(first) + 1 : Number(first);
	return {
		start,
		end: start + Number(count)
	};
}
function skipHunk(lines, start, baseLines, headLines) {
	let base = baseLines;
	let head = headLines;
	let at = start;
	while (base > 0 || head > 0 || lines[at]?.startsWith("\\")) {
		const mark = lines[at]?.[0];
		if (mark === "-" || mark === " ") base -= 1;
		if (mark === "+" || mark === " ") head -= 1;
		if (mark === void 0 || !"-+ \\".includes(mark) || base < 0 || head < 0) return void 0;
		at += 1;
	}
	return at;
}
// src/profiles/decode/malformed.ts
function malformed(layer, fact) {
	return new FlamegateError("measurement", `malformed ${layer}: ${fact}`, { hint: "Take the profile again; if it comes from a Pyroscope SDK or server, update that." });
}
// src/profiles/decode/id-index.ts
var IdIndex = class {
	#dense;
	#sparse = new Map();
	constructor(what, ids) {
		const [low, high] = range(ids);
		this.#dense = low > 0 && high <= 4 * ids.length + 1024 ? new Int32Array(high + 1) : void 0;
		for (let row = 0; row < ids.length; row++) {
			const id = ids[row] ?? 0;
			if (id === 0) throw malformed("profile", `${what} ${row} has the id 0`);
			if (this.row(id) >= 0) throw malformed("profile", `two ${what}s have the id ${id}`);
			if (this.#dense === void 0) this.#sparse.set(id, row);
			else this.#dense[id] = row + 1;
		}
	}
	row(id) {
		if (this.#dense !== void 0) return (this.#dense[id] ?? 0) - 1;
		return this.#sparse.get(id) ?? -1;
	}
};
function range(values) {
	let low = Number.POSITIVE_INFINITY;
	let high = 0;
	for (const value of values) {
		if (value < low) low = value;
		if (value > high) high = value;
	}
	return [low, high];
}
// src/profiles/decode/check.ts
function checkPprof(raw) {
	const { strings } = raw;
	if (raw.sampleTypes.length === 0) throw malformed("profile", "it has no sample type");
	if (strings.length === 0 || strings.at(0) !== "") throw malformed("profile", "its string table does not begin with the empty string");
	return {
		strings,
		sampleTypes: raw.sampleTypes.map((valueType) => sampleType(valueType, strings)),
		samples: samplesOf$1(raw),
		locations: locationsOf(raw),
		functions: {
			count: raw.functions.ids.length,
			names: stringIndices("function", raw.functions.names, strings),
			systemNames: stringIndices("function", raw.functions.systemNames, strings),
			files: stringIndices("function", raw.functions.files, strings),
			startLines: raw.functions.startLines.finish().map(positive)
		},
		mappingFiles: stringIndices("mapping", raw.mappings.files, strings),
		timeNanos: positive(raw.timeNanos),
		durationNanos: positive(raw.durationNanos),
		period: positive(raw.period),
		periodType: raw.periodType && sampleType(raw.periodType, strings)
	};
}
function samplesOf$1({ samples, sampleTypes, locations }) {
	const values = samples.values.finish();
	const count = samples.valueEnds.length;
	for (let sample = 0; sample < count; sample++) {
		const found = samples.valueEnds.at(sample) - (sample > 0 ? samples.valueEnds.at(sample - 1) : 0);
		if (found !== sampleTypes.length) throw malformed("profile", `sample ${sample} has ${found} values for ${sampleTypes.length} sample types`);
	}
	for (const value of values) if (value < 0) throw malformed("profile", `a sample has the value ${value}`);
	return {
		count,
		locationOffsets: offsetsOf(samples.locationEnds),
		locations: rowsOf(samples.locationIds.finish(), new IdIndex("location", locations.ids.finish()), (id) => {
			throw malformed("profile", `a sample refers to location ${id}, which does not exist`);
		}),
		values
	};
}
function locationsOf({ locations, functions, mappings }) {
	return {
		count: locations.ids.length,
		lineOffsets: offsetsOf(locations.lineEnds),
		lineFunctions: rowsOf(locations.lineFunctionIds.finish(), new IdIndex("function", functions.ids.finish()), (id) => {
			if (id !== 0) throw malformed("profile", `a line refers to function ${id}, which does not exist`);
		}),
		lineNumbers: locations.lineNumbers.finish().map(positive),
		mappings: rowsOf(locations.mappingIds.finish(), new IdIndex("mapping", mappings.ids.finish()), () => {})
	};
}
function rowsOf(ids, index, onMissing) {
	const rows = new Int32Array(ids.length);
	for (let i = 0; i < ids.length; i++) {
		const id = ids[i] ?? 0;
		const row = index.row(id);
		if (row < 0) onMissing(id);
		rows[i] = row;
	}
	return rows;
}
function stringIndices(what, column, strings) {
	const indices = new Int32Array(column.length);
	column.finish().forEach((index, row) => {
		indices[row] = checkString(`${what} ${row}`, index, strings);
	});
	return indices;
}
function sampleType(raw, strings) {
	return {
		type: strings.at(checkString("a value type", raw.type, strings)),
		unit: strings.at(checkString("a value type", raw.unit, strings))
	};
}
function checkString(what, index, strings) {
	if (index >= 0 && index < strings.length) return index;
	throw malformed("profile", `${what} refers to string ${index} of ${strings.length}`);
}
function offsetsOf(ends) {
	const offsets = new Int32Array(ends.length + 1);
	offsets.set(ends.finish(), 1);
	return offsets;
}
function positive(value) {
	return Math.max(value, 0);
}
// src/profiles/decode/gunzip.ts
const MAX_PROFILE_BYTES = 536870912;
const MAX_LAYERS = 2;
function gunzipProfile(bytes, limit = MAX_PROFILE_BYTES) {
	let unpacked = bytes;
	for (let layer = 0; layer < MAX_LAYERS && isGzip$1(unpacked); layer++) unpacked = gunzipOnce(unpacked, limit);
	if (isGzip$1(unpacked)) throw new FlamegateError("measurement", `profile is gzipped more than ${MAX_LAYERS} times`);
	if (unpacked.length > limit) throw tooBig(limit);
	return unpacked;
}
function isGzip$1(bytes) {
	return bytes[0] === 31 && bytes[1] === 139;
}
function gunzipOnce(bytes, limit) {
	try {
		return gunzipSync(bytes, { maxOutputLength: limit });
	} catch (cause) {
		if ((cause instanceof Error && "code" in cause ? cause.code : void 0) === "ERR_BUFFER_TOO_LARGE") throw tooBig(limit);
		throw new FlamegateError("measurement", "profile is damaged: its gzip stream does not unpack", {
			hint: "It was probably cut off while it was sent or saved; take the profile again.",
			cause
		});
	}
}
function tooBig(limit) {
	const mebibytes = Math.round(limit / 1024 / 1024);
	return new FlamegateError("measurement", `profile is larger than ${mebibytes} MiB unpacked`, { hint: "Take shorter profiles, or ask the server for a shorter time range." });
}
// src/profiles/decode/proto-reader.ts
const TWO_32 = 2 ** 32;
const MAX_VARINT_BYTES = 10;
var ProtoReader = class {
	#bytes;
	#position = 0;
	#end;
	constructor(bytes) {
		this.#bytes = bytes;
		this.#end = bytes.length;
	}
	more() {
		return this.#position < this.#end;
	}
	tag() {
		const tag = this.#varint();
		if (tag < 8 || tag >= TWO_32) this.#fail(`field number ${tag >>> 3} is not possible`);
		return tag;
	}
	int64(tag) {
		if ((tag & 7) !== 0) this.#wrongType(tag);
		return this.#varint();
	}
	nearestInt64(tag) {
		if ((tag & 7) !== 0) this.#wrongType(tag);
		const short = this.#shortVarint();
		return short >= 0 ? short : this.#longVarint();
	}
	int64s(tag, column) {
		if ((tag & 7) === 0) {
			column.push(this.#varint());
			return;
		}
		const outer = this.enter(tag);
		while (this.#position < this.#end) column.push(this.#varint());
		this.leave(outer);
	}
	enter(tag) {
		if ((tag & 7) !== 2) this.#wrongType(tag);
		const length = this.#varint();
		const outer = this.#end;
		if (length < 0 || length > outer - this.#position) this.#fail(`field ${tag >>> 3} claims ${length} bytes, ${outer - this.#position} are left`);
		this.#end = this.#position + length;
		return outer;
	}
	leave(outer) {
		if (this.#position !== this.#end) this.#fail("a message ends inside a field");
		this.#end = outer;
	}
	range(tag) {
		const outer = this.enter(tag);
		const range = {
			start: this.#position,
			end: this.#end
		};
		this.#position = this.#end;
		this.#end = outer;
		return range;
	}
	skip(tag) {
		switch (tag & 7) {
			case 0:
				if (this.#shortVarint() < 0) this.#longVarint();
				return;
			case 1:
				this.#advance(8);
				return;
			case 2: {
				const outer = this.enter(tag);
				this.#position = this.#end;
				this.#end = outer;
				return;
			}
			case 5:
				this.#advance(4);
				return;
			default: this.#wrongType(tag);
		}
	}
	#advance(bytes) {
		if (bytes > this.#end - this.#position) this.#truncated();
		this.#position += bytes;
	}
	#varint() {
		const short = this.#shortVarint();
		if (short >= 0) return short;
		const value = this.#longVarint();
		if (!Number.isSafeInteger(value)) this.#fail(`the integer ${value} is beyond ±(2^53 − 1)`);
		return value;
	}
	#shortVarint() {
		const bytes = this.#bytes;
		const start = this.#position;
		if (this.#end - start < 4) return -1;
		const first = bytes[start] ?? 0;
		if (first < 128) {
			this.#position = start + 1;
			return first;
		}
		const second = bytes[start + 1] ?? 0;
		if (second < 128) {
			this.#position = start + 2;
			return first & 127 | second << 7;
		}
		const third = bytes[start + 2] ?? 0;
		if (third < 128) {
			this.#position = start + 3;
			return first & 127 | (second & 127) << 7 | third << 14;
		}
		const fourth = bytes[start + 3] ?? 0;
		if (fourth < 128) {
			this.#position = start + 4;
			return first & 127 | (second & 127) << 7 | (third & 127) << 14 | fourth << 21;
		}
		return -1;
	}
	#longVarint() {
		let low = 0;
		let high = 0;
		for (let i = 0; i < MAX_VARINT_BYTES; i++) {
			const byte = this.#position < this.#end ? this.#bytes[this.#position++] : void 0;
			if (byte === void 0) this.#truncated();
			const bits = byte & 127;
			if (i < 4) low |= bits << 7 * i;
			else if (i > 4) high |= bits << 7 * i - 32;
			else {
				low |= bits << 28;
				high = bits >>> 4;
			}
			if (byte < 128) return high * TWO_32 + (low >>> 0);
		}
		this.#fail("an integer has more than 10 bytes");
	}
	#wrongType(tag) {
		this.#fail(`field ${tag >>> 3} has wire type ${tag & 7}, which does not belong there`);
	}
	#truncated() {
		this.#fail("it ends in the middle of a field");
	}
	#fail(fact) {
		throw malformed("protobuf", `${fact} (byte ${this.#position})`);
	}
};
// src/profiles/columns.ts
const SMALLEST = 64;
var Int32Column = class {
	#data;
	#length = 0;
	constructor(capacity = 0) {
		this.#data = new Int32Array(Math.max(Math.ceil(capacity), SMALLEST));
	}
	get length() {
		return this.#length;
	}
	push(value) {
		if (this.#length === this.#data.length) {
			const grown = new Int32Array(this.#data.length * 2);
			grown.set(this.#data);
			this.#data = grown;
		}
		this.#data[this.#length++] = value;
	}
	at(index) {
		return this.#data[index] ?? 0;
	}
	truncate(length) {
		this.#length = length;
	}
	finish() {
		return this.#data.subarray(0, this.#length);
	}
};
var Float64Column = class {
	#data;
	#length = 0;
	constructor(capacity = 0) {
		this.#data = new Float64Array(Math.max(Math.ceil(capacity), SMALLEST));
	}
	get length() {
		return this.#length;
	}
	push(value) {
		if (this.#length === this.#data.length) {
			const grown = new Float64Array(this.#data.length * 2);
			grown.set(this.#data);
			this.#data = grown;
		}
		this.#data[this.#length++] = value;
	}
	add(index, value) {
		this.#data[index] = (this.#data[index] ?? 0) + value;
	}
	finish() {
		return this.#data.subarray(0, this.#length);
	}
};
// src/profiles/decode/string-table.ts
var StringTable$1 = class {
	#buffer;
	#starts = new Int32Column();
	#ends = new Int32Column();
	#decoded = [];
	constructor(bytes) {
		this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}
	get length() {
		return this.#starts.length;
	}
	push(range) {
		this.#starts.push(range.start);
		this.#ends.push(range.end);
	}
	at(index) {
		const known = this.#decoded[index];
		if (known !== void 0) return known;
		const text = this.#buffer.toString("utf8", this.#starts.at(index), this.#ends.at(index));
		this.#decoded[index] = text;
		return text;
	}
};
// src/profiles/decode/raw-pprof.ts
const BYTES_PER_LOCATION_ID = 4;
function emptyRawPprof(bytes) {
	return {
		strings: new StringTable$1(bytes),
		sampleTypes: [],
		samples: {
			locationIds: new Float64Column(bytes.length / BYTES_PER_LOCATION_ID),
			locationEnds: new Int32Column(),
			values: new Float64Column(),
			valueEnds: new Int32Column()
		},
		locations: {
			ids: new Float64Column(),
			mappingIds: new Float64Column(),
			lineFunctionIds: new Float64Column(),
			lineNumbers: new Float64Column(),
			lineEnds: new Int32Column()
		},
		functions: {
			ids: new Float64Column(),
			names: new Float64Column(),
			systemNames: new Float64Column(),
			files: new Float64Column(),
			startLines: new Float64Column()
		},
		mappings: {
			ids: new Float64Column(),
			files: new Float64Column()
		},
		timeNanos: 0,
		durationNanos: 0,
		period: 0,
		periodType: void 0
	};
}
// src/profiles/decode/read-pprof.ts
function readPprof$1(bytes) {
	const reader = new ProtoReader(bytes);
	const raw = emptyRawPprof(bytes);
	while (reader.more()) {
		const tag = reader.tag();
		switch (tag >>> 3) {
			case 1:
				raw.sampleTypes.push(readValueType(reader, tag));
				break;
			case 2:
				readSample(reader, tag, raw.samples);
				break;
			case 3:
				readMapping(reader, tag, raw.mappings);
				break;
			case 4:
				readLocation(reader, tag, raw.locations);
				break;
			case 5:
				readFunction(reader, tag, raw.functions);
				break;
			case 6:
				raw.strings.push(reader.range(tag));
				break;
			case 9:
				raw.timeNanos = reader.nearestInt64(tag);
				break;
			case 10:
				raw.durationNanos = reader.nearestInt64(tag);
				break;
			case 11:
				raw.periodType = readValueType(reader, tag);
				break;
			case 12:
				raw.period = reader.nearestInt64(tag);
				break;
			default: reader.skip(tag);
		}
	}
	return raw;
}
function readValueType(reader, messageTag) {
	const valueType = {
		type: 0,
		unit: 0
	};
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 === 1) valueType.type = reader.int64(tag);
		else if (tag >>> 3 === 2) valueType.unit = reader.int64(tag);
		else reader.skip(tag);
	}
	reader.leave(outer);
	return valueType;
}
function readSample(reader, messageTag, samples) {
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 === 1) reader.int64s(tag, samples.locationIds);
		else if (tag >>> 3 === 2) reader.int64s(tag, samples.values);
		else reader.skip(tag);
	}
	reader.leave(outer);
	samples.locationEnds.push(samples.locationIds.length);
	samples.valueEnds.push(samples.values.length);
}
function readMapping(reader, messageTag, mappings) {
	let id = 0;
	let file = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 === 1) id = reader.int64(tag);
		else if (tag >>> 3 === 5) file = reader.int64(tag);
		else reader.skip(tag);
	}
	reader.leave(outer);
	mappings.ids.push(id);
	mappings.files.push(file);
}
function readLocation(reader, messageTag, locations) {
	let id = 0;
	let mappingId = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 === 1) id = reader.int64(tag);
		else if (tag >>> 3 === 2) mappingId = reader.int64(tag);
		else if (tag >>> 3 === 4) readLine(reader, tag, locations);
		else reader.skip(tag);
	}
	reader.leave(outer);
	locations.ids.push(id);
	locations.mappingIds.push(mappingId);
	locations.lineEnds.push(locations.lineFunctionIds.length);
}
function readLine(reader, messageTag, locations) {
	let functionId = 0;
	let line = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 === 1) functionId = reader.int64(tag);
		else if (tag >>> 3 === 2) line = reader.int64(tag);
		else reader.skip(tag);
	}
	reader.leave(outer);
	locations.lineFunctionIds.push(functionId);
	locations.lineNumbers.push(line);
}
function readFunction(reader, messageTag, functions) {
	let id = 0;
	let name = 0;
	let systemName = 0;
	let file = 0;
	let startLine = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		switch (tag >>> 3) {
			case 1:
				id = reader.int64(tag);
				break;
			case 2:
				name = reader.int64(tag);
				break;
			case 3:
				systemName = reader.int64(tag);
				break;
			case 4:
				file = reader.int64(tag);
				break;
			case 5:
				startLine = reader.int64(tag);
				break;
			default: reader.skip(tag);
		}
	}
	reader.leave(outer);
	functions.ids.push(id);
	functions.names.push(name);
	functions.systemNames.push(systemName);
	functions.files.push(file);
	functions.startLines.push(startLine);
}
// src/profiles/decode/recognise.ts
const MAGICS = [
	["464c5200", "a Java Flight Recorder file (JFR)"],
	["50455246494c4532", "a perf.data file of Linux's perf"],
	["504b0304", "a zip archive"],
	["28b52ffd", "zstd-compressed data"],
	["000000000000000003000000000000000000000000000000", "gperftools' legacy CPU profile"],
	["000000000300000000000000", "gperftools' legacy CPU profile"]
];
const TEXTS = [
	[/^\s*<(?:svg|\?xml)/i, "XML or SVG"],
	[/^\s*</, "HTML, such as the error page of a proxy"],
	[/^\s*[{[]/, "JSON"],
	[/^(?:heap|goroutine|threadcreate) profile:|^--- ?\w/, "pprof's legacy text format"],
	[/^[^\n]*;[^\n]* \d+\r?\n/, "folded stacks as text"],
	[/^[\t\n\r\x20-\x7e]{16}/, "text"]
];
const LONGEST_BEGINNING = 512;
function recognise(bytes) {
	if (bytes.length === 0) return "an empty file";
	const start = Buffer.from(bytes.subarray(0, LONGEST_BEGINNING));
	const hex = start.toString("hex");
	const text = start.toString("latin1");
	return (MAGICS.find(([magic]) => hex.startsWith(magic)) ?? TEXTS.find(([pattern]) => pattern.test(text)))?.[1];
}
// src/profiles/decode/pprof.ts
function decodePprof(bytes, limit = MAX_PROFILE_BYTES) {
	const unpacked = gunzipProfile(bytes, limit);
	try {
		return checkPprof(readPprof$1(unpacked));
	} catch (error) {
		if (error instanceof RangeError) throw new FlamegateError("measurement", "profile needs more memory than there is", {
			hint: "Take shorter profiles, or ask the server for a shorter time range.",
			cause: error
		});
		const looksLike = error instanceof FlamegateError ? recognise(unpacked) : void 0;
		if (looksLike === void 0) throw error;
		throw new FlamegateError("measurement", `not a pprof profile: it looks like ${looksLike}`, {
			hint: "Flamegate reads pprof in its protobuf form, gzipped or not.",
			cause: error
		});
	}
}
// src/profiles/function-table.ts
var FunctionTable = class {
	#functions = [];
	#byName = new Map();
	#byKey = new Map();
	intern(info) {
		const first = this.#byName.get(info.name);
		if (first === void 0) return this.#add(this.#byName, info.name, info);
		const namesake = this.#functions[first];
		if (namesake?.systemName === info.systemName && namesake.file === info.file) return this.#keepLowestLine(first, info);
		const key = `${info.name}\0${info.systemName}\0${info.file}`;
		const other = this.#byKey.get(key);
		return other === void 0 ? this.#add(this.#byKey, key, info) : this.#keepLowestLine(other, info);
	}
	list() {
		return this.#functions;
	}
	#add(map, key, info) {
		const index = this.#functions.push(info) - 1;
		map.set(key, index);
		return index;
	}
	#keepLowestLine(index, info) {
		const known = this.#functions[index];
		if (known !== void 0 && info.line > 0 && (known.line === 0 || info.line < known.line)) this.#functions[index] = info;
		return index;
	}
};
// src/profiles/frame-expander.ts
const UNKNOWN = "[unknown]";
var FrameExpander = class {
	#columns;
	#functions = new FunctionTable();
	#single;
	#inlined = new Map();
	constructor(columns) {
		this.#columns = columns;
		this.#single = new Int32Array(columns.locations.count);
	}
	functions() {
		return this.#functions.list();
	}
	expand(sample, stacks) {
		const { locationOffsets, locations } = this.#columns.samples;
		const start = locationOffsets[sample] ?? 0;
		const end = locationOffsets[sample + 1] ?? 0;
		if (start === end) stacks.frame(this.#account(UNKNOWN));
		for (let i = start; i < end; i++) {
			const location = locations[i] ?? 0;
			const single = this.#single[location] ?? 0;
			if (single > 0) stacks.frame(single - 1);
			else for (const frame of this.#framesOf(location)) stacks.frame(frame);
		}
	}
	#framesOf(location) {
		const known = this.#inlined.get(location);
		if (known !== void 0) return known;
		const frames = this.#linesOf(location);
		const [first] = frames;
		if (frames.length === 1 && first !== void 0) this.#single[location] = first + 1;
		else this.#inlined.set(location, frames);
		return frames;
	}
	#linesOf(location) {
		const { lineOffsets, lineFunctions, lineNumbers } = this.#columns.locations;
		const start = lineOffsets[location] ?? 0;
		const end = lineOffsets[location + 1] ?? 0;
		if (start === end) return [this.#binary(location)];
		const frames = [];
		for (let i = start; i < end; i++) {
			const row = lineFunctions[i] ?? -1;
			frames.push(row < 0 ? this.#binary(location) : this.#named(row, lineNumbers[i] ?? 0));
		}
		return frames;
	}
	#named(row, sampledLine) {
		const { functions, strings } = this.#columns;
		const name = strings.at(functions.names[row] ?? 0);
		const systemName = strings.at(functions.systemNames[row] ?? 0);
		return this.#functions.intern({
			name: name || systemName || UNKNOWN,
			systemName: systemName === name ? "" : systemName,
			file: strings.at(functions.files[row] ?? 0),
			line: functions.startLines[row] || sampledLine
		});
	}
	#binary(location) {
		const { locations, mappingFiles, strings } = this.#columns;
		const mapping = mappingFiles[locations.mappings[location] ?? -1];
		const name = (mapping === void 0 ? "" : strings.at(mapping)).split(/[\\/]/).at(-1);
		return this.#account(name ? `[${name}]` : UNKNOWN);
	}
	#account(name) {
		return this.#functions.intern({
			name,
			systemName: "",
			file: "",
			line: 0
		});
	}
};
// src/profiles/missing-sample-type.ts
function missingSampleType(holder, there, wanted) {
	const list = new Set(there.map(({ type, unit }) => `${type} (${unit})`));
	const nodeWithoutCpu = wanted === "cpu" && there.some(({ type }) => type === "wall");
	return new FlamegateError("measurement", `${holder} has no sample type ${JSON.stringify(wanted)}; there is: ${[...list].join(", ")}`, { hint: nodeWithoutCpu ? "The Node SDK records CPU time only with PYROSCOPE_WALL_COLLECT_CPU_TIME=true or wall.collectCpuTime." : "Choose one of these as the profile type, or turn that kind of profiling on." });
}
// src/profiles/stack-table.ts
const HASH_START = -2128831035;
const HASH_PRIME = 16777619;
var StackTable = class {
	#frames = new Int32Column();
	#offsets = new Int32Column();
	#hashes = new Int32Column();
	#values = new Float64Column();
	#slots = new Int32Array(128);
	#hash = HASH_START;
	constructor() {
		this.#offsets.push(0);
	}
	frame(index) {
		this.#frames.push(index);
		this.#hash = Math.imul(this.#hash ^ index, HASH_PRIME);
	}
	close(value) {
		const hash = this.#hash ^ this.#hash >>> 15;
		this.#hash = HASH_START;
		const mask = this.#slots.length - 1;
		for (let slot = hash & mask;; slot = slot + 1 & mask) {
			const stack = (this.#slots[slot] ?? 0) - 1;
			if (stack < 0) {
				this.#append(slot, hash, value);
				return;
			}
			if (this.#hashes.at(stack) === hash && this.#equalsWritten(stack)) {
				this.#values.add(stack, value);
				this.#frames.truncate(this.#writtenFrom());
				return;
			}
		}
	}
	columns() {
		return {
			frames: this.#frames.finish().slice(),
			offsets: this.#offsets.finish().slice(),
			values: this.#values.finish().slice()
		};
	}
	#writtenFrom() {
		return this.#offsets.at(this.#offsets.length - 1);
	}
	#append(slot, hash, value) {
		this.#slots[slot] = this.#hashes.length + 1;
		this.#hashes.push(hash);
		this.#offsets.push(this.#frames.length);
		this.#values.push(value);
		if (this.#hashes.length * 2 > this.#slots.length) this.#grow();
	}
	#grow() {
		const slots = new Int32Array(this.#slots.length * 2);
		const mask = slots.length - 1;
		for (let stack = 0; stack < this.#hashes.length; stack++) {
			let slot = this.#hashes.at(stack) & mask;
			while (slots[slot] !== 0) slot = slot + 1 & mask;
			slots[slot] = stack + 1;
		}
		this.#slots = slots;
	}
	#equalsWritten(stack) {
		const start = this.#writtenFrom();
		const length = this.#frames.length - start;
		const other = this.#offsets.at(stack);
		if (this.#offsets.at(stack + 1) - other !== length) return false;
		for (let i = 0; i < length; i++) if (this.#frames.at(other + i) !== this.#frames.at(start + i)) return false;
		return true;
	}
};
// src/profiles/units.ts
const UNITS = new Map([
	[
		"nanoseconds",
		1,
		[
			"ns",
			"nanosecond",
			"nanoseconds"
		]
	],
	[
		"nanoseconds",
		1e3,
		[
			"us",
			"µs",
			"μs",
			"microsecond",
			"microseconds"
		]
	],
	[
		"nanoseconds",
		1e6,
		[
			"ms",
			"millisecond",
			"milliseconds"
		]
	],
	[
		"nanoseconds",
		1e9,
		[
			"s",
			"sec",
			"second",
			"seconds"
		]
	],
	[
		"bytes",
		1,
		[
			"b",
			"byte",
			"bytes"
		]
	],
	[
		"bytes",
		1024,
		[
			"kb",
			"kib",
			"kilobyte",
			"kilobytes",
			"kibibytes"
		]
	],
	[
		"bytes",
		2 ** 20,
		[
			"mb",
			"mib",
			"megabyte",
			"megabytes",
			"mebibytes"
		]
	],
	[
		"count",
		1,
		[
			"count",
			"counts",
			"samples",
			"objects"
		]
	]
].flatMap(([unit, factor, names]) => names.map((name) => [name, {
	unit,
	factor
}])));
function canonicalUnit(unit) {
	return UNITS.get(unit.toLowerCase()) ?? {
		unit,
		factor: 1
	};
}
// src/profiles/ticks.ts
function tickCounter(columns, wanted) {
	const { sampleTypes, samples, period, periodType } = columns;
	const type = sampleTypes[wanted];
	if (type === void 0) return void 0;
	const counts = sampleTypes.findIndex((other) => isTickCount(other.type) || other.type === `${type.type}_samples`);
	if (counts >= 0) return (sample) => samples.values[sample * sampleTypes.length + counts] ?? 0;
	if (periodType === void 0 || period === 0) return void 0;
	const periodUnit = canonicalUnit(periodType.unit);
	const valueUnit = canonicalUnit(type.unit);
	if (periodUnit.unit !== valueUnit.unit) return void 0;
	const ticksPerUnit = valueUnit.factor / (period * periodUnit.factor);
	return (_sample, value) => value * ticksPerUnit;
}
function isTickCount(type) {
	return type === "samples" || type === "sample";
}
// src/profiles/fold.ts
function foldProfile(columns, sampleType) {
	const wanted = columns.sampleTypes.findIndex(({ type }) => type === sampleType);
	const found = columns.sampleTypes[wanted];
	if (found === void 0) throw missingSampleType("the profile", columns.sampleTypes, sampleType);
	const { unit, factor } = canonicalUnit(found.unit);
	const { samples, sampleTypes } = columns;
	const ticksOf = tickCounter(columns, wanted);
	const expander = new FrameExpander(columns);
	const stacks = new StackTable();
	let ticks = 0;
	for (let sample = 0; sample < samples.count; sample++) {
		const value = samples.values[sample * sampleTypes.length + wanted] ?? 0;
		if (value === 0) continue;
		expander.expand(sample, stacks);
		stacks.close(value * factor);
		if (ticksOf !== void 0) ticks += ticksOf(sample, value);
	}
	return {
		sampleType: {
			type: found.type,
			unit
		},
		functions: expander.functions(),
		...stacks.columns(),
		ticks: Math.round(ticks)
	};
}
// src/profiles/located.ts
function located$1(place, action) {
	try {
		return action();
	} catch (error) {
		if (!(error instanceof FlamegateError)) throw error;
		const { kind, message, hint, output, exitCode } = error;
		throw new FlamegateError(kind, `${place}: ${message}`, {
			...hint === void 0 ? {} : { hint },
			output,
			exitCode,
			cause: error
		});
	}
}
// src/profiles/json-fields.ts
function below(at, key) {
	if (typeof key === "number") return {
		...at,
		path: `${at.path}[${key}]`
	};
	return {
		...at,
		path: at.path === "" ? key : `${at.path}.${key}`
	};
}
function fieldError(at, mustBe, hint) {
	return new FlamegateError("usage", `${at.document}: ${at.path || "the document"} must be ${mustBe}`, hint === void 0 ? {} : { hint });
}
function asJsonObject(value) {
	return isObject$1(value) ? value : void 0;
}
function objectAt(value, at) {
	if (isObject$1(value)) return value;
	throw fieldError(at, "an object");
}
function arrayAt(value, at) {
	if (Array.isArray(value)) return value;
	throw fieldError(at, "a list");
}
function textAt(value, at) {
	if (typeof value === "string" && value !== "") return value;
	throw fieldError(at, "a string that is not empty");
}
function countAt(value, at) {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
	throw fieldError(at, "a whole number, 0 or more");
}
function positiveAt(value, at) {
	if (typeof value === "number" && Number.isFinite(value) && value > 0) return value;
	throw fieldError(at, "a number above 0");
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/profiles/parse-manifest.ts
function parseManifest(value, document) {
	const at = {
		document,
		path: ""
	};
	const manifest = objectAt(value, at);
	if (manifest.schema !== 1) throw fieldError(below(at, "schema"), "1");
	const rounds = arrayAt(manifest.rounds, below(at, "rounds")).map((round, index) => parseRound(round, below(below(at, "rounds"), index)));
	if (rounds.length === 0) throw fieldError(below(at, "rounds"), "a list of at least one round");
	refuseRepeated(rounds, below(at, "rounds"));
	return {
		schema: 1,
		service: textAt(manifest.service, below(at, "service")),
		profileType: textAt(manifest.profileType, below(at, "profileType")),
		unit: textAt(manifest.unit, below(at, "unit")),
		...optional(manifest, "base", at, parseSide),
		...optional(manifest, "head", at, parseSide),
		...optional(manifest, "diff", at, textAt),
		rounds
	};
}
function parseSide(value, at) {
	const side = objectAt(value, at);
	return {
		...optional(side, "ref", at, textAt),
		...optional(side, "commit", at, textAt),
		...optional(side, "roots", at, (roots, rootsAt) => arrayAt(roots, rootsAt).map((root, index) => textAt(root, below(rootsAt, index))))
	};
}
function parseRound(value, at) {
	const round = objectAt(value, at);
	if (round.side !== "base" && round.side !== "head") {
		const byVariant = round.side === void 0 && round.variant !== void 0;
		throw fieldError(below(at, "side"), "\"base\" or \"head\"", byVariant ? "The rounds name a \"variant\" instead. Write a manifest of two variants only, with \"side\": \"base\" in the rounds of one and \"side\": \"head\" in those of the other." : "Each round needs its side: \"base\" before the change, \"head\" after it.");
	}
	return {
		side: round.side,
		round: countAt(round.round, below(at, "round")),
		profile: textAt(round.profile, below(at, "profile")),
		...optional(round, "requests", at, countAt),
		...optional(round, "failed", at, countAt),
		...optional(round, "seconds", at, positiveAt)
	};
}
function refuseRepeated(rounds, at) {
	const seen = new Set();
	rounds.forEach(({ side, round }, index) => {
		const key = `${side} ${round}`;
		if (seen.has(key)) throw fieldError(below(at, index), `the only ${side} round with the number ${round}`);
		seen.add(key);
	});
}
function optional(parent, key, at, parse) {
	const value = parent[key];
	if (value === void 0) return {};
	const field = {};
	field[key] = parse(value, below(at, key));
	return field;
}
// src/profiles/manifest-file.ts
async function readManifest(path) {
	return parseManifest(parseJson$1(await readText(path), path), basename(path));
}
async function writeManifest(path, manifest) {
	await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
function besideManifest(manifestPath, file) {
	return resolve(manifestPath, "..", file);
}
async function readText(path) {
	try {
		return await readFile(path, "utf8");
	} catch (cause) {
		throw new FlamegateError("usage", `rounds manifest ${path} can't be read`, {
			hint: "Give the path of a rounds.json, as `flamegate run --bundle` writes it.",
			cause
		});
	}
}
function parseJson$1(text, path) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new FlamegateError("usage", `rounds manifest ${path} is not JSON`, { cause });
	}
}
// src/profiles/load-rounds.ts
async function loadRounds(manifestPath) {
	const manifest = await readManifest(manifestPath);
	const rounds = [];
	for (const round of manifest.rounds) {
		const bytes = await readNamed(manifestPath, round.profile);
		rounds.push(located$1(round.profile, () => toRound(bytes, round, manifest)));
	}
	return {
		manifest,
		rounds,
		diff: manifest.diff === void 0 ? void 0 : (await readNamed(manifestPath, manifest.diff)).toString("utf8")
	};
}
function toRound(bytes, round, manifest) {
	const columns = decodePprof(bytes);
	const profile = foldProfile(columns, manifest.profileType);
	const unit = canonicalUnit(manifest.unit).unit;
	if (profile.sampleType.unit !== unit) throw new FlamegateError("usage", `${manifest.profileType} is in ${profile.sampleType.unit}, but the manifest's unit is ${manifest.unit}`);
	return {
		side: round.side,
		round: round.round,
		profile,
		requests: round.requests,
		failed: round.failed,
		seconds: round.seconds ?? columns.durationNanos / 1e9
	};
}
async function readNamed(manifestPath, file) {
	try {
		return await readFile(besideManifest(manifestPath, file));
	} catch (cause) {
		throw new FlamegateError("usage", `${file}, which the manifest names, can't be read`, {
			hint: "Paths in the manifest are relative to its folder.",
			cause
		});
	}
}
// node_modules/axios/lib/helpers/bind.js
function bind(fn, thisArg) {
	return function wrap() {
		return fn.apply(thisArg, arguments);
	};
}
// node_modules/axios/lib/utils.js
const { toString } = Object.prototype;
const { getPrototypeOf } = Object;
const { iterator, toStringTag } = Symbol;
const hasOwnProperty = (({ hasOwnProperty }) => (obj, prop) => hasOwnProperty.call(obj, prop))(Object.prototype);
const isUnsafeObjectKey = (prop) => typeof prop === "string" && (prop === "__proto__" || prop === "constructor" || prop === "prototype");
const isPrototypeBoundary = (obj, prototype, source) => obj === Object.prototype || !source && prototype === null;
const isSafeAndFullyMutable = (obj) => {
	if (!Object.isExtensible(obj)) return false;
	const props = Object.getOwnPropertyNames(obj);
	if (Object.getOwnPropertySymbols) props.push(...Object.getOwnPropertySymbols(obj));
	return props.every((prop) => {
		if (isUnsafeObjectKey(prop)) return false;
		const descriptor = Object.getOwnPropertyDescriptor(obj, prop);
		return !!descriptor && descriptor.configurable && descriptor.writable === true;
	});
};
const hasOwnInPrototypeChain = (thing, prop) => {
	let obj = thing;
	const seen = [];
	while (obj != null) {
		if (seen.indexOf(obj) !== -1) return false;
		seen.push(obj);
		const prototype = getPrototypeOf(obj);
		if (isPrototypeBoundary(obj, prototype, obj === thing)) return false;
		if (hasOwnProperty(obj, prop)) return true;
		obj = prototype;
	}
	return false;
};
const getSafeProp = (obj, prop) => obj != null && hasOwnInPrototypeChain(obj, prop) ? obj[prop] : void 0;
const toSafeFlatObject = (thing) => {
	if (thing == null || typeof thing !== "object" && typeof thing !== "function") return thing;
	const sourcePrototype = getPrototypeOf(thing);
	if (sourcePrototype === null && isSafeAndFullyMutable(thing)) return thing;
	const result = Object.create(null);
	const merged = Object.create(null);
	const seen = [];
	let current = thing;
	while (current != null) {
		if (seen.indexOf(current) !== -1) break;
		seen.push(current);
		const prototype = current === thing ? sourcePrototype : getPrototypeOf(current);
		if (isPrototypeBoundary(current, prototype, current === thing)) break;
		const props = Object.getOwnPropertyNames(current);
		if (Object.getOwnPropertySymbols) props.push(...Object.getOwnPropertySymbols(current));
		for (const prop of props) {
			if (isUnsafeObjectKey(prop)) continue;
			if (!hasOwnProperty(merged, prop)) {
				result[prop] = thing[prop];
				merged[prop] = true;
			}
		}
		current = prototype;
	}
	return result;
};
const kindOf = ((cache) => (thing) => {
	const str = toString.call(thing);
	return cache[str] || (cache[str] = str.slice(8, -1).toLowerCase());
})(Object.create(null));
const kindOfTest = (type) => {
	type = type.toLowerCase();
	return (thing) => kindOf(thing) === type;
};
const typeOfTest = (type) => (thing) => typeof thing === type;
const { isArray } = Array;
const isUndefined = typeOfTest("undefined");
function isBuffer(val) {
	return val !== null && !isUndefined(val) && val.constructor !== null && !isUndefined(val.constructor) && isFunction$1(val.constructor.isBuffer) && val.constructor.isBuffer(val);
}
const isArrayBuffer = kindOfTest("ArrayBuffer");
function isArrayBufferView(val) {
	let result;
	if (typeof ArrayBuffer !== "undefined" && ArrayBuffer.isView) result = ArrayBuffer.isView(val);
	else result = val && val.buffer && isArrayBuffer(val.buffer);
	return result;
}
const isString = typeOfTest("string");
const isFunction$1 = typeOfTest("function");
const isNumber = typeOfTest("number");
const isObject = (thing) => thing !== null && typeof thing === "object";
const isBoolean = (thing) => thing === true || thing === false;
const isPlainObject = (val) => {
	if (!isObject(val)) return false;
	const prototype = getPrototypeOf(val);
	return (prototype === null || prototype === Object.prototype || getPrototypeOf(prototype) === null) && (isPrototypeBoundary(val, prototype, true) || !hasOwnProperty(val, toStringTag) && !hasOwnProperty(val, iterator));
};
const isEmptyObject = (val) => {
	if (!isObject(val) || isBuffer(val)) return false;
	try {
		return Object.keys(val).length === 0 && Object.getPrototypeOf(val) === Object.prototype;
	} catch (e) {
		return false;
	}
};
const isDate = kindOfTest("Date");
const isFile = kindOfTest("File");
const isReactNativeBlob = (value) => {
	return !!(value && typeof value.uri !== "undefined");
};
const isReactNative = (formData) => formData && typeof formData.getParts !== "undefined";
const isBlob = kindOfTest("Blob");
const isFileList = kindOfTest("FileList");
const isSet = kindOfTest("Set");
const isStream = (val) => isObject(val) && isFunction$1(val.pipe);
function getGlobal() {
	if (typeof globalThis !== "undefined") return globalThis;
	if (typeof self !== "undefined") return self;
	if (typeof window !== "undefined") return window;
	if (typeof global !== "undefined") return global;
	return {};
}
const G = getGlobal();
const FormDataCtor = typeof G.FormData !== "undefined" ? G.FormData : void 0;
const isFormData = (thing) => {
	if (!thing) return false;
	if (FormDataCtor && thing instanceof FormDataCtor) return true;
	const proto = getPrototypeOf(thing);
	if (!proto || proto === Object.prototype) return false;
	if (!isFunction$1(thing.append)) return false;
	const kind = kindOf(thing);
	return kind === "formdata" || kind === "object" && isFunction$1(thing.toString) && thing.toString() === "[object FormData]";
};
const isURLSearchParams = kindOfTest("URLSearchParams");
const [isReadableStream, isRequest, isResponse, isHeaders] = [
	"ReadableStream",
	"Request",
	"Response",
	"Headers"
].map(kindOfTest);
const trim = (str) => {
	return str.trim ? str.trim() : str.replace(/^[\s\uFEFF\xA0]+|[\s\uFEFF\xA0]+$/g, "");
};
function forEach(obj, fn, { allOwnKeys = false } = {}) {
	if (obj === null || typeof obj === "undefined") return;
	let i;
	let l;
	if (typeof obj !== "object") obj = [obj];
	if (isArray(obj)) for (i = 0, l = obj.length; i < l; i++) fn.call(null, obj[i], i, obj);
	else {
		if (isBuffer(obj)) return;
		const keys = allOwnKeys ? Object.getOwnPropertyNames(obj) : Object.keys(obj);
		const len = keys.length;
		let key;
		for (i = 0; i < len; i++) {
			key = keys[i];
			fn.call(null, obj[key], key, obj);
		}
	}
}
function findKey(obj, key) {
	if (isBuffer(obj)) return null;
	key = key.toLowerCase();
	const keys = Object.keys(obj);
	let i = keys.length;
	let _key;
	while (i-- > 0) {
		_key = keys[i];
		if (key === _key.toLowerCase()) return _key;
	}
	return null;
}
const _global = (() => {
	if (typeof globalThis !== "undefined") return globalThis;
	return typeof self !== "undefined" ? self : typeof window !== "undefined" ? window : global;
})();
const isContextDefined = (context) => !isUndefined(context) && context !== _global;
function merge(...objs) {
	const { caseless, skipUndefined } = isContextDefined(this) && this || {};
	const result = {};
	const lowerCaseKeys = caseless ? Object.create(null) : null;
	const assignValue = (val, key) => {
		if (key === "__proto__" || key === "constructor" || key === "prototype") return;
		let targetKey = key;
		if (lowerCaseKeys && typeof key === "string") {
			const lowerKey = key.toLowerCase();
			const knownKey = lowerCaseKeys[lowerKey];
			if (knownKey !== void 0 && hasOwnProperty(result, knownKey)) targetKey = knownKey;
			else lowerCaseKeys[lowerKey] = key;
		}
		const existing = hasOwnProperty(result, targetKey) ? result[targetKey] : void 0;
		if (isPlainObject(existing) && isPlainObject(val)) result[targetKey] = merge(existing, val);
		else if (isPlainObject(val)) result[targetKey] = merge({}, val);
		else if (isArray(val)) result[targetKey] = val.slice();
		else if (!skipUndefined || !isUndefined(val)) result[targetKey] = val;
	};
	for (let i = 0, l = objs.length; i < l; i++) {
		const source = objs[i];
		if (!source || isBuffer(source)) continue;
		forEach(source, assignValue);
		if (typeof source !== "object" || isArray(source) || !Object.getOwnPropertySymbols) continue;
		const symbols = Object.getOwnPropertySymbols(source);
		for (let j = 0; j < symbols.length; j++) {
			const symbol = symbols[j];
			if (propertyIsEnumerable.call(source, symbol)) assignValue(source[symbol], symbol);
		}
	}
	return result;
}
const extend = (a, b, thisArg, { allOwnKeys } = {}) => {
	forEach(b, (val, key) => {
		if (thisArg && isFunction$1(val)) Object.defineProperty(a, key, {
			__proto__: null,
			value: bind(val, thisArg),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else Object.defineProperty(a, key, {
			__proto__: null,
			value: val,
			writable: true,
			enumerable: true,
			configurable: true
		});
	}, { allOwnKeys });
	return a;
};
const stripBOM = (content) => {
	if (content.charCodeAt(0) === 65279) content = content.slice(1);
	return content;
};
const inherits = (constructor, superConstructor, props, descriptors) => {
	constructor.prototype = Object.create(superConstructor.prototype, descriptors);
	Object.defineProperty(constructor.prototype, "constructor", {
		__proto__: null,
		value: constructor,
		writable: true,
		enumerable: false,
		configurable: true
	});
	Object.defineProperty(constructor, "super", {
		__proto__: null,
		value: superConstructor.prototype
	});
	props && Object.assign(constructor.prototype, props);
};
const toFlatObject = (sourceObj, destObj, filter, propFilter) => {
	let props;
	let i;
	let prop;
	const merged = {};
	destObj = destObj || {};
	if (sourceObj == null) return destObj;
	do {
		props = Object.getOwnPropertyNames(sourceObj);
		i = props.length;
		while (i-- > 0) {
			prop = props[i];
			if ((!propFilter || propFilter(prop, sourceObj, destObj)) && !merged[prop]) {
				destObj[prop] = sourceObj[prop];
				merged[prop] = true;
			}
		}
		sourceObj = filter !== false && getPrototypeOf(sourceObj);
	} while (sourceObj && (!filter || filter(sourceObj, destObj)) && sourceObj !== Object.prototype);
	return destObj;
};
const endsWith = (str, searchString, position) => {
	str = String(str);
	if (position === void 0 || position > str.length) position = str.length;
	position -= searchString.length;
	const lastIndex = str.indexOf(searchString, position);
	return lastIndex !== -1 && lastIndex === position;
};
const toArray = (thing) => {
	if (!thing) return null;
	if (isArray(thing)) return thing;
	let i = thing.length;
	if (!Number.isSafeInteger(i) || i < 0 || i > 4294967295) return null;
	const indexes = new Set();
	const seen = new Set();
	let source = thing;
	while (source != null && indexes.size < i) {
		if (seen.has(source)) return null;
		seen.add(source);
		const prototype = getPrototypeOf(source);
		if (isPrototypeBoundary(source, prototype, source === thing)) break;
		Object.getOwnPropertyNames(source).forEach((key) => {
			const index = +key;
			if (Number.isInteger(index) && index >= 0 && index < i && String(index) === key && hasOwnProperty(source, key)) indexes.add(index);
		});
		source = prototype;
	}
	if (indexes.size !== i) return null;
	const arr = new Array(i);
	while (i-- > 0) arr[i] = thing[i];
	return arr;
};
const isTypedArray = ((TypedArray) => {
	return (thing) => {
		return TypedArray && thing instanceof TypedArray;
	};
})(typeof Uint8Array !== "undefined" && getPrototypeOf(Uint8Array));
const forEachEntry = (obj, fn) => {
	const _iterator = (obj && obj[iterator]).call(obj);
	let result;
	while ((result = _iterator.next()) && !result.done) {
		const pair = result.value;
		fn.call(obj, pair[0], pair[1]);
	}
};
const matchAll = (regExp, str) => {
	let matches;
	const arr = [];
	while ((matches = regExp.exec(str)) !== null) arr.push(matches);
	return arr;
};
const isHTMLForm = kindOfTest("HTMLFormElement");
const toCamelCase = (str) => {
	return str.toLowerCase().replace(/[-_\s]([a-z\d])(\w*)/g, function replacer(m, p1, p2) {
		return p1.toUpperCase() + p2;
	});
};
const { propertyIsEnumerable } = Object.prototype;
const isRegExp = kindOfTest("RegExp");
const reduceDescriptors = (obj, reducer) => {
	const descriptors = Object.getOwnPropertyDescriptors(obj);
	const reducedDescriptors = {};
	forEach(descriptors, (descriptor, name) => {
		let ret;
		if ((ret = reducer(descriptor, name, obj)) !== false) reducedDescriptors[name] = ret || descriptor;
	});
	Object.defineProperties(obj, reducedDescriptors);
};
const freezeMethods = (obj) => {
	reduceDescriptors(obj, (descriptor, name) => {
		if (isFunction$1(obj) && [
			"arguments",
			"caller",
			"callee"
		].includes(name)) return false;
		const value = obj[name];
		if (!isFunction$1(value)) return;
		descriptor.enumerable = false;
		if ("writable" in descriptor) {
			descriptor.writable = false;
			return;
		}
		if (!descriptor.set) descriptor.set = () => {
			throw Error("Can not rewrite read-only method '" + name + "'");
		};
	});
};
const toObjectSet = (arrayOrString, delimiter) => {
	const obj = {};
	const define = (arr) => {
		arr.forEach((value) => {
			obj[value] = true;
		});
	};
	isArray(arrayOrString) ? define(arrayOrString) : define(String(arrayOrString).split(delimiter));
	return obj;
};
const noop = () => {};
const toFiniteNumber = (value, defaultValue) => {
	return value != null && Number.isFinite(value = +value) ? value : defaultValue;
};
function isSpecCompliantForm(thing) {
	return !!(thing && isFunction$1(thing.append) && thing[toStringTag] === "FormData" && thing[iterator]);
}
const toJSONObject = (obj) => {
	const visited = new WeakSet();
	const visit = (source) => {
		if (isObject(source)) {
			if (visited.has(source)) return;
			if (isBuffer(source)) return source;
			if (!("toJSON" in source)) {
				visited.add(source);
				let target;
				if (isSet(source)) {
					target = [];
					for (const value of source) {
						const reducedValue = visit(value);
						!isUndefined(reducedValue) && target.push(reducedValue);
					}
				} else {
					target = isArray(source) ? [] : {};
					forEach(source, (value, key) => {
						const reducedValue = visit(value);
						!isUndefined(reducedValue) && (target[key] = reducedValue);
					});
				}
				visited.delete(source);
				return target;
			}
		}
		return source;
	};
	return visit(obj);
};
const isAsyncFn = kindOfTest("AsyncFunction");
const isThenable = (thing) => thing && (isObject(thing) || isFunction$1(thing)) && isFunction$1(thing.then) && isFunction$1(thing.catch);
const _setImmediate = ((setImmediateSupported, postMessageSupported) => {
	if (setImmediateSupported) return setImmediate;
	return postMessageSupported ? ((token, callbacks) => {
		_global.addEventListener("message", ({ source, data }) => {
			if (source === _global && data === token) callbacks.length && callbacks.shift()();
		}, false);
		return (cb) => {
			callbacks.push(cb);
			_global.postMessage(token, "*");
		};
	})(`axios@${Math.random()}`, []) : (cb) => setTimeout(cb);
})(typeof setImmediate === "function", isFunction$1(_global.postMessage));
const asap = typeof queueMicrotask !== "undefined" ? queueMicrotask.bind(_global) : typeof process !== "undefined" && process.nextTick || _setImmediate;
const isIterable = (thing) => thing != null && isFunction$1(thing[iterator]);
const isSafeIterable = (thing) => thing != null && hasOwnInPrototypeChain(thing, iterator) && isIterable(thing);
var utils_default = {
	isArray,
	isArrayBuffer,
	isBuffer,
	isFormData,
	isArrayBufferView,
	isString,
	isNumber,
	isBoolean,
	isObject,
	isPlainObject,
	isEmptyObject,
	isReadableStream,
	isRequest,
	isResponse,
	isHeaders,
	isUndefined,
	isDate,
	isFile,
	isReactNativeBlob,
	isReactNative,
	isBlob,
	isRegExp,
	isFunction: isFunction$1,
	isStream,
	isURLSearchParams,
	isTypedArray,
	isFileList,
	forEach,
	merge,
	extend,
	trim,
	stripBOM,
	inherits,
	toFlatObject,
	kindOf,
	kindOfTest,
	endsWith,
	toArray,
	forEachEntry,
	matchAll,
	isHTMLForm,
	hasOwnProperty,
	hasOwnProp: hasOwnProperty,
	hasOwnInPrototypeChain,
	getSafeProp,
	toSafeFlatObject,
	reduceDescriptors,
	freezeMethods,
	toObjectSet,
	toCamelCase,
	noop,
	toFiniteNumber,
	findKey,
	global: _global,
	isContextDefined,
	isSpecCompliantForm,
	toJSONObject,
	isAsyncFn,
	isThenable,
	setImmediate: _setImmediate,
	asap,
	isIterable,
	isSafeIterable
};
// node_modules/axios/lib/helpers/parseHeaders.js
const ignoreDuplicateOf = utils_default.toObjectSet([
	"age",
	"authorization",
	"content-length",
	"content-type",
	"etag",
	"expires",
	"from",
	"host",
	"if-modified-since",
	"if-unmodified-since",
	"last-modified",
	"location",
	"max-forwards",
	"proxy-authorization",
	"referer",
	"retry-after",
	"user-agent"
]);
var parseHeaders_default = (rawHeaders) => {
	const parsed = Object.create(null);
	let key;
	let val;
	let i;
	rawHeaders && rawHeaders.split("\n").forEach(function parser(line) {
		i = line.indexOf(":");
		key = line.substring(0, i).trim().toLowerCase();
		val = line.substring(i + 1).trim();
		const hasKey = utils_default.hasOwnProp(parsed, key);
		if (!key || hasKey && utils_default.hasOwnProp(ignoreDuplicateOf, key)) return;
		if (key === "set-cookie") {
			if (hasKey) parsed[key].push(val);
			else parsed[key] = [val];
		} else parsed[key] = hasKey ? parsed[key] + ", " + val : val;
	});
	return parsed;
};
// node_modules/axios/lib/helpers/sanitizeHeaderValue.js
function trimSPorHTAB(str) {
	let start = 0;
	let end = str.length;
	while (start < end) {
		const code = str.charCodeAt(start);
		if (code !== 9 && code !== 32) break;
		start += 1;
	}
	while (end > start) {
		const code = str.charCodeAt(end - 1);
		if (code !== 9 && code !== 32) break;
		end -= 1;
	}
	return start === 0 && end === str.length ? str : str.slice(start, end);
}
const INVALID_UNICODE_HEADER_VALUE_CHARS = new RegExp("[\\u0000-\\u0008\\u000a-\\u001f\\u007f]+", "g");
const INVALID_BYTE_STRING_HEADER_VALUE_CHARS = new RegExp("[^\\u0009\\u0020-\\u007e\\u0080-\\u00ff]+", "g");
function sanitizeValue(value, invalidChars) {
	if (utils_default.isArray(value)) return value.map((item) => sanitizeValue(item, invalidChars));
	return trimSPorHTAB(String(value).replace(invalidChars, ""));
}
const sanitizeHeaderValue = (value) => sanitizeValue(value, INVALID_UNICODE_HEADER_VALUE_CHARS);
const sanitizeByteStringHeaderValue = (value) => sanitizeValue(value, INVALID_BYTE_STRING_HEADER_VALUE_CHARS);
function toByteStringHeaderObject(headers) {
	const byteStringHeaders = Object.create(null);
	utils_default.forEach(headers.toJSON(), (value, header) => {
		byteStringHeaders[header] = sanitizeByteStringHeaderValue(value);
	});
	return byteStringHeaders;
}
// node_modules/axios/lib/core/AxiosHeaders.js
const $internals$1 = Symbol("internals");
function normalizeHeader(header) {
	return header && String(header).trim().toLowerCase();
}
function normalizeValue(value) {
	if (value === false || value == null) return value;
	return utils_default.isArray(value) ? value.map(normalizeValue) : sanitizeHeaderValue(String(value));
}
function parseTokens(str) {
	const tokens = Object.create(null);
	const tokensRE = /([^\s,;=]+)\s*(?:=\s*([^,;]+))?/g;
	let match;
	while (match = tokensRE.exec(str)) tokens[match[1]] = match[2];
	return tokens;
}
const parameterNameRE = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
function trimOWS(value) {
	let start = 0;
	let end = value.length;
	while (start < end) {
		const code = value.charCodeAt(start);
		if (code !== 9 && code !== 32) break;
		start += 1;
	}
	while (end > start) {
		const code = value.charCodeAt(end - 1);
		if (code !== 9 && code !== 32) break;
		end -= 1;
	}
	return start === 0 && end === value.length ? value : value.slice(start, end);
}
function decodeQuotedString(value) {
	const last = value.length - 1;
	if (last < 1 || value.charCodeAt(0) !== 34 || value.charCodeAt(last) !== 34) return value;
	let decoded = "";
	for (let i = 1; i < last; i++) {
		const code = value.charCodeAt(i);
		if (code === 34) return value;
		if (code === 92) {
			i += 1;
			if (i >= last) return value;
		}
		decoded += value[i];
	}
	return decoded;
}
function parseParameters(value) {
	const parameters = Object.create(null);
	const str = String(value);
	let start = 0;
	let quoted = false;
	let escaped = false;
	function parseParameter(end) {
		const part = trimOWS(str.slice(start, end));
		const equals = part.indexOf("=");
		if (equals < 1) return;
		const name = trimOWS(part.slice(0, equals));
		if (!parameterNameRE.test(name)) return;
		const normalizedName = name.toLowerCase();
		if (normalizedName === "__proto__" || normalizedName === "constructor" || normalizedName === "prototype") return;
		const parameterValue = trimOWS(part.slice(equals + 1));
		parameters[normalizedName] = decodeQuotedString(parameterValue);
	}
	for (let i = 0; i < str.length; i++) {
		const code = str.charCodeAt(i);
		if (quoted) {
			if (escaped) escaped = false;
			else if (code === 92) escaped = true;
			else if (code === 34) quoted = false;
		} else if (code === 34) quoted = true;
		else if (code === 44 || code === 59) {
			parseParameter(i);
			start = i + 1;
		}
	}
	parseParameter(str.length);
	return parameters;
}
const isValidHeaderName = (str) => /^[-_a-zA-Z0-9^`|~,!#$%&'*+.]+$/.test(str.trim());
const PROTO_HEADER_SLOT = "__Proto__";
const headerSlot = (name) => name === "__proto__" ? PROTO_HEADER_SLOT : name;
function matchHeaderValue(context, value, header, filter, isHeaderNameFilter) {
	if (utils_default.isFunction(filter)) return filter.call(context, value, header);
	if (isHeaderNameFilter) value = header;
	if (!utils_default.isString(value)) return;
	if (utils_default.isString(filter)) return value.indexOf(filter) !== -1;
	if (utils_default.isRegExp(filter)) return filter.test(value);
}
function formatHeader(header) {
	return header.trim().toLowerCase().replace(/([a-z\d])(\w*)/g, (w, char, str) => {
		return char.toUpperCase() + str;
	});
}
function buildAccessors(obj, header) {
	const accessorName = utils_default.toCamelCase(" " + header);
	[
		"get",
		"set",
		"has"
	].forEach((methodName) => {
		Object.defineProperty(obj, methodName + accessorName, {
			__proto__: null,
			value: function(arg1, arg2, arg3) {
				return this[methodName].call(this, header, arg1, arg2, arg3);
			},
			configurable: true
		});
	});
}
var AxiosHeaders = class {
	constructor(headers) {
		headers && this.set(headers);
	}
	set(header, valueOrRewrite, rewrite) {
		const self = this;
		function setHeader(_value, _header, _rewrite) {
			const lHeader = normalizeHeader(_header);
			if (!lHeader) return;
			const key = utils_default.findKey(self, lHeader);
			if (!key || self[key] === void 0 || _rewrite === true || _rewrite === void 0 && self[key] !== false) self[headerSlot(key || _header)] = normalizeValue(_value);
		}
		const setHeaders = (headers, _rewrite) => utils_default.forEach(headers, (_value, _header) => setHeader(_value, _header, _rewrite));
		if (utils_default.isPlainObject(header) || header instanceof this.constructor) setHeaders(header, valueOrRewrite);
		else if (utils_default.isString(header) && (header = header.trim()) && !isValidHeaderName(header)) setHeaders(parseHeaders_default(header), valueOrRewrite);
		else if (utils_default.isObject(header) && utils_default.isSafeIterable(header)) {
			let obj = Object.create(null), dest, key;
			for (const entry of header) {
				if (!utils_default.isArray(entry)) throw new TypeError("Object iterator must return a key-value pair");
				key = entry[0];
				if (utils_default.hasOwnProp(obj, key)) {
					dest = obj[key];
					obj[key] = utils_default.isArray(dest) ? [...dest, entry[1]] : [dest, entry[1]];
				} else obj[key] = entry[1];
			}
			setHeaders(obj, valueOrRewrite);
		} else header != null && setHeader(valueOrRewrite, header, rewrite);
		return this;
	}
	get(header, parser) {
		header = normalizeHeader(header);
		if (header) {
			const key = utils_default.findKey(this, header);
			if (key) {
				const value = this[key];
				if (!parser) return value;
				if (parser === true) return parseTokens(value);
				if (utils_default.isFunction(parser)) return parser.call(this, value, key);
				if (utils_default.isRegExp(parser)) return parser.exec(value);
				throw new TypeError("parser must be boolean|regexp|function");
			}
		}
	}
	has(header, matcher) {
		header = normalizeHeader(header);
		if (header) {
			const key = utils_default.findKey(this, header);
			return !!(key && this[key] !== void 0 && (!matcher || matchHeaderValue(this, this[key], key, matcher)));
		}
		return false;
	}
	delete(header, matcher) {
		const self = this;
		let deleted = false;
		function deleteHeader(_header) {
			_header = normalizeHeader(_header);
			if (_header) {
				const key = utils_default.findKey(self, _header);
				if (key && (!matcher || matchHeaderValue(self, self[key], key, matcher))) {
					delete self[key];
					deleted = true;
				}
			}
		}
		if (utils_default.isArray(header)) header.forEach(deleteHeader);
		else deleteHeader(header);
		return deleted;
	}
	clear(matcher) {
		const keys = Object.keys(this);
		let i = keys.length;
		let deleted = false;
		while (i--) {
			const key = keys[i];
			if (!matcher || matchHeaderValue(this, this[key], key, matcher, true)) {
				delete this[key];
				deleted = true;
			}
		}
		return deleted;
	}
	normalize(format) {
		const self = this;
		const headers = Object.create(null);
		utils_default.forEach(this, (value, header) => {
			const key = utils_default.findKey(headers, header);
			if (key) {
				self[key] = normalizeValue(value);
				delete self[header];
				return;
			}
			const normalized = headerSlot(format ? formatHeader(header) : String(header).trim());
			if (normalized !== header) delete self[header];
			self[normalized] = normalizeValue(value);
			headers[normalized] = true;
		});
		return this;
	}
	concat(...targets) {
		return this.constructor.concat(this, ...targets);
	}
	toJSON(asStrings) {
		const obj = Object.create(null);
		utils_default.forEach(this, (value, header) => {
			value != null && value !== false && (obj[header] = asStrings && utils_default.isArray(value) ? value.join(", ") : value);
		});
		return obj;
	}
	[Symbol.iterator]() {
		return Object.entries(this.toJSON())[Symbol.iterator]();
	}
	toString() {
		return Object.entries(this.toJSON()).map(([header, value]) => header + ": " + value).join("\n");
	}
	getSetCookie() {
		const value = this.get("set-cookie");
		return utils_default.isArray(value) ? value : value == null || value === false ? [] : [value];
	}
	get [Symbol.toStringTag]() {
		return "AxiosHeaders";
	}
	static from(thing) {
		return thing instanceof this ? thing : new this(thing);
	}
	static parseParameters(value) {
		return parseParameters(value);
	}
	static concat(first, ...targets) {
		const computed = new this(first);
		targets.forEach((target) => computed.set(target));
		return computed;
	}
	static accessor(header) {
		const accessors = (this[$internals$1] = this[$internals$1] = { accessors: {} }).accessors;
		const prototype = this.prototype;
		function defineAccessor(_header) {
			const lHeader = normalizeHeader(_header);
			if (!accessors[lHeader]) {
				buildAccessors(prototype, _header);
				accessors[lHeader] = true;
			}
		}
		utils_default.isArray(header) ? header.forEach(defineAccessor) : defineAccessor(header);
		return this;
	}
};
AxiosHeaders.accessor([
	"Content-Type",
	"Content-Length",
	"Accept",
	"Accept-Encoding",
	"User-Agent",
	"Authorization"
]);
utils_default.reduceDescriptors(AxiosHeaders.prototype, ({ value }, key) => {
	let mapped = key[0].toUpperCase() + key.slice(1);
	return {
		get: () => value,
		set(headerValue) {
			this[mapped] = headerValue;
		}
	};
});
utils_default.freezeMethods(AxiosHeaders);
// node_modules/axios/lib/core/AxiosError.js
const REDACTED = "[REDACTED ****]";
function hasOwnOrPrototypeToJSON(source) {
	if (utils_default.hasOwnProp(source, "toJSON")) return true;
	let prototype = Object.getPrototypeOf(source);
	while (prototype && prototype !== Object.prototype) {
		if (utils_default.hasOwnProp(prototype, "toJSON")) return true;
		prototype = Object.getPrototypeOf(prototype);
	}
	return false;
}
function redactConfig(config, redactKeys) {
	const lowerKeys = new Set(redactKeys.map((k) => String(k).toLowerCase()));
	const seen = [];
	const visit = (source) => {
		if (source === null || typeof source !== "object") return source;
		if (utils_default.isBuffer(source)) return source;
		if (seen.indexOf(source) !== -1) return void 0;
		if (source instanceof AxiosHeaders) source = source.toJSON();
		seen.push(source);
		let result;
		if (utils_default.isArray(source)) {
			result = [];
			source.forEach((v, i) => {
				const reducedValue = visit(v);
				if (!utils_default.isUndefined(reducedValue)) result[i] = reducedValue;
			});
		} else {
			if (!utils_default.isPlainObject(source) && hasOwnOrPrototypeToJSON(source)) {
				seen.pop();
				return source;
			}
			result = Object.create(null);
			for (const [key, value] of Object.entries(source)) {
				const reducedValue = lowerKeys.has(key.toLowerCase()) ? REDACTED : visit(value);
				if (!utils_default.isUndefined(reducedValue)) result[key] = reducedValue;
			}
		}
		seen.pop();
		return result;
	};
	return visit(config);
}
function stringifySafely$1(value) {
	try {
		return String(value);
	} catch (err) {
		return "";
	}
}
function aggregateErrorMessage(error) {
	return error.errors.map((entry) => {
		try {
			return entry && entry.message ? stringifySafely$1(entry.message) : stringifySafely$1(entry);
		} catch (err) {
			return "";
		}
	}).filter(Boolean).join("; ") || error.name || "AggregateError";
}
const CAUSED_BY_SEPARATOR = "\nCaused by: ";
const $causeStack = Symbol("causeStack");
function getCauseStackIndex(error, stack) {
	const causeStack = utils_default.hasOwnProp(error, $causeStack) && error[$causeStack];
	return causeStack && stack.endsWith(causeStack) ? stack.length - causeStack.length : -1;
}
function appendCauseStack(target, source) {
	try {
		const sourceStack = source && source.stack;
		if (typeof sourceStack !== "string" || !sourceStack) return;
		const targetStack = target.stack;
		if (typeof targetStack !== "string" || !targetStack) return;
		const causeStack = CAUSED_BY_SEPARATOR + sourceStack;
		target.stack = targetStack + causeStack;
		Object.defineProperty(target, $causeStack, {
			__proto__: null,
			value: causeStack
		});
	} catch (e) {}
}
var AxiosError = class AxiosError extends Error {
	static from(error, code, config, request, response, customProps) {
		let message = error.message;
		if (!message && utils_default.isArray(error.errors) && error.errors.length) message = aggregateErrorMessage(error);
		const axiosError = new AxiosError(message, code || error.code, config, request, response);
		Object.defineProperty(axiosError, "cause", {
			__proto__: null,
			value: error,
			writable: true,
			enumerable: false,
			configurable: true
		});
		axiosError.name = error.name;
		appendCauseStack(axiosError, error);
		if (error.status != null && axiosError.status == null) axiosError.status = error.status;
		customProps && Object.assign(axiosError, customProps);
		return axiosError;
	}
	constructor(message, code, config, request, response) {
		super(message);
		Object.defineProperty(this, "message", {
			__proto__: null,
			value: message,
			enumerable: true,
			writable: true,
			configurable: true
		});
		this.name = "AxiosError";
		this.isAxiosError = true;
		code && (this.code = code);
		config && (this.config = config);
		request && (this.request = request);
		if (response) {
			this.response = response;
			this.status = response.status;
		}
	}
	toJSON() {
		const config = this.config;
		const redactKeys = config && utils_default.hasOwnProp(config, "redact") ? config.redact : void 0;
		const serializedConfig = utils_default.isArray(redactKeys) && redactKeys.length > 0 ? redactConfig(config, redactKeys) : utils_default.toJSONObject(config);
		return {
			message: this.message,
			name: this.name,
			description: this.description,
			number: this.number,
			fileName: this.fileName,
			lineNumber: this.lineNumber,
			columnNumber: this.columnNumber,
			stack: this.stack,
			config: serializedConfig,
			code: this.code,
			status: this.status
		};
	}
};
AxiosError.ERR_BAD_OPTION_VALUE = "ERR_BAD_OPTION_VALUE";
AxiosError.ERR_BAD_OPTION = "ERR_BAD_OPTION";
AxiosError.ECONNABORTED = "ECONNABORTED";
AxiosError.ETIMEDOUT = "ETIMEDOUT";
AxiosError.ECONNREFUSED = "ECONNREFUSED";
AxiosError.ERR_NETWORK = "ERR_NETWORK";
AxiosError.ERR_FR_TOO_MANY_REDIRECTS = "ERR_FR_TOO_MANY_REDIRECTS";
AxiosError.ERR_DEPRECATED = "ERR_DEPRECATED";
AxiosError.ERR_BAD_RESPONSE = "ERR_BAD_RESPONSE";
AxiosError.ERR_BAD_REQUEST = "ERR_BAD_REQUEST";
AxiosError.ERR_CANCELED = "ERR_CANCELED";
AxiosError.ERR_NOT_SUPPORT = "ERR_NOT_SUPPORT";
AxiosError.ERR_INVALID_URL = "ERR_INVALID_URL";
AxiosError.ERR_FORM_DATA_DEPTH_EXCEEDED = "ERR_FORM_DATA_DEPTH_EXCEEDED";
var FormData_default = __toESM(require_form_data(), 1).default;
// node_modules/axios/lib/platform/node/classes/Buffer.js
var Buffer_default = {
	isBufferAvailable() {
		return typeof Buffer !== "undefined";
	},
	from(value) {
		return Buffer.from(value);
	}
};
function isVisitable(thing) {
	return utils_default.isPlainObject(thing) || utils_default.isArray(thing);
}
function removeBrackets(key) {
	return utils_default.endsWith(key, "[]") ? key.slice(0, -2) : key;
}
function renderKey(path, key, dots) {
	if (!path) return key;
	return path.concat(key).map(function each(token, i) {
		token = removeBrackets(token);
		return !dots && i ? "[" + token + "]" : token;
	}).join(dots ? "." : "");
}
function isFlatArray(arr) {
	return utils_default.isArray(arr) && !arr.some(isVisitable);
}
const predicates = utils_default.toFlatObject(utils_default, {}, null, function filter(prop) {
	return /^is[A-Z]/.test(prop);
});
function toFormData(obj, formData, options) {
	if (!utils_default.isObject(obj)) throw new TypeError("target must be an object");
	formData = formData || new (FormData_default || FormData)();
	const option = (name, fallback) => {
		const value = utils_default.getSafeProp(options, name);
		return utils_default.isUndefined(value) ? fallback : value;
	};
	const metaTokens = option("metaTokens", true);
	const visitor = option("visitor") || defaultVisitor;
	const dots = option("dots", false);
	const indexes = option("indexes", false);
	const _Blob = option("Blob") || typeof Blob !== "undefined" && Blob;
	const maxDepth = option("maxDepth", 100);
	const useBlob = _Blob && utils_default.isSpecCompliantForm(formData);
	const stack = [];
	if (!utils_default.isFunction(visitor)) throw new TypeError("visitor must be a function");
	function convertValue(value) {
		if (value === null) return "";
		if (utils_default.isDate(value)) return value.toISOString();
		if (utils_default.isBoolean(value)) return value.toString();
		if (!useBlob && utils_default.isBlob(value)) throw new AxiosError("Blob is not supported. Use a Buffer instead.");
		if (utils_default.isArrayBuffer(value) || utils_default.isTypedArray(value)) {
			if (useBlob && typeof _Blob === "function") return new _Blob([value]);
			if (Buffer_default && Buffer_default.isBufferAvailable()) return Buffer_default.from(value);
			throw new AxiosError("Blob is not supported. Use a Buffer instead.", AxiosError.ERR_NOT_SUPPORT);
		}
		return value;
	}
	function throwIfMaxDepthExceeded(depth) {
		if (depth > maxDepth) throw new AxiosError("Object is too deeply nested (" + depth + " levels). Max depth: " + maxDepth, AxiosError.ERR_FORM_DATA_DEPTH_EXCEEDED);
	}
	function stringifyWithDepthLimit(value, depth) {
		if (maxDepth === Infinity) return JSON.stringify(value);
		const ancestors = [];
		return JSON.stringify(value, function limitDepth(_key, currentValue) {
			if (!utils_default.isObject(currentValue)) return currentValue;
			while (ancestors.length && ancestors[ancestors.length - 1] !== this) ancestors.pop();
			ancestors.push(currentValue);
			throwIfMaxDepthExceeded(depth + ancestors.length - 1);
			return currentValue;
		});
	}
	function defaultVisitor(value, key, path) {
		let arr = value;
		if (utils_default.isReactNative(formData) && utils_default.isReactNativeBlob(value)) {
			formData.append(renderKey(path, key, dots), convertValue(value));
			return false;
		}
		if (value && !path && typeof value === "object") {
			if (utils_default.endsWith(key, "{}")) {
				key = metaTokens ? key : key.slice(0, -2);
				value = stringifyWithDepthLimit(value, 1);
			} else if (utils_default.isArray(value) && isFlatArray(value) || (utils_default.isFileList(value) || utils_default.endsWith(key, "[]")) && (arr = utils_default.toArray(value))) {
				key = removeBrackets(key);
				arr.forEach(function each(el, index) {
					!(utils_default.isUndefined(el) || el === null) && formData.append(indexes === true ? renderKey([key], index, dots) : indexes === null ? key : key + "[]", convertValue(el));
				});
				return false;
			}
		}
		if (isVisitable(value)) return true;
		formData.append(renderKey(path, key, dots), convertValue(value));
		return false;
	}
	const exposedHelpers = Object.assign(predicates, {
		defaultVisitor,
		convertValue,
		isVisitable
	});
	function build(value, path, depth = 0) {
		if (utils_default.isUndefined(value)) return;
		throwIfMaxDepthExceeded(depth);
		if (stack.indexOf(value) !== -1) throw new Error("Circular reference detected in " + path.join("."));
		stack.push(value);
		utils_default.forEach(value, function each(el, key) {
			if ((!(utils_default.isUndefined(el) || el === null) && visitor.call(formData, el, utils_default.isString(key) ? key.trim() : key, path, exposedHelpers)) === true) build(el, path ? path.concat(key) : [key], depth + 1);
		});
		stack.pop();
	}
	if (!utils_default.isObject(obj)) throw new TypeError("data must be an object");
	build(obj);
	return formData;
}
// node_modules/axios/lib/helpers/AxiosURLSearchParams.js
function encode$1(str) {
	const charMap = {
		"!": "%21",
		"'": "%27",
		"(": "%28",
		")": "%29",
		"~": "%7E",
		"%20": "+"
	};
	return encodeURIComponent(str).replace(/[!'()~]|%20/g, function replacer(match) {
		return charMap[match];
	});
}
function AxiosURLSearchParams(params, options) {
	this._pairs = [];
	params && toFormData(params, this, options);
}
const prototype = AxiosURLSearchParams.prototype;
prototype.append = function append(name, value) {
	this._pairs.push([name, value]);
};
prototype.toString = function toString(encoder) {
	const _encode = encoder ? (value) => encoder.call(this, value, encode$1) : encode$1;
	return this._pairs.map(function each(pair) {
		return _encode(pair[0]) + "=" + _encode(pair[1]);
	}, "").join("&");
};
// node_modules/axios/lib/helpers/buildURL.js
function encode(val) {
	return encodeURIComponent(val).replace(/%3A/gi, ":").replace(/%24/g, "$").replace(/%2C/gi, ",").replace(/%20/g, "+");
}
function buildURL(url, params, options) {
	if (!params) return url;
	url = url || "";
	const _options = utils_default.isFunction(options) ? { serialize: options } : options;
	const _encode = utils_default.getSafeProp(_options, "encode") || encode;
	const serializeFn = utils_default.getSafeProp(_options, "serialize");
	let serializedParams;
	if (serializeFn) serializedParams = serializeFn(params, _options);
	else serializedParams = utils_default.isURLSearchParams(params) ? params.toString() : new AxiosURLSearchParams(params, _options).toString(_encode);
	if (serializedParams) {
		const hashmarkIndex = url.indexOf("#");
		if (hashmarkIndex !== -1) url = url.slice(0, hashmarkIndex);
		url += (url.indexOf("?") === -1 ? "?" : "&") + serializedParams;
	}
	return url;
}
// node_modules/axios/lib/core/InterceptorManager.js
const $internals = Symbol("internals");
function countHandlers(handlers) {
	return handlers ? handlers.length : 0;
}
function trimHandlers(handlers) {
	if (!handlers) return;
	while (handlers.length && handlers[handlers.length - 1] === null) handlers.pop();
}
function normalizeHandlerId(id) {
	if (typeof id === "string" && id !== "" && String(Number(id)) === id) return Number(id);
	return id;
}
function syncHandlerEntries(manager, internals) {
	const handlers = manager.handlers;
	const length = countHandlers(handlers);
	if (handlers !== internals.handlersRef) {
		internals.handlersRef = handlers;
		internals.handlerEntries.clear();
	} else if (length !== internals.handlersLength) {
		if (!length) internals.handlerEntries.clear();
		else internals.handlerEntries.forEach(function removeStaleEntry(entry, id) {
			if (handlers[entry.index] !== entry.handler) internals.handlerEntries.delete(id);
		});
	}
	internals.handlersLength = length;
}
var InterceptorManager = class {
	constructor() {
		this.handlers = [];
		this[$internals] = {
			handlersRef: this.handlers,
			handlersLength: this.handlers.length,
			handlerEntries: new Map(),
			iterationDepth: 0,
			nextId: 0
		};
	}
	use(fulfilled, rejected, options) {
		const handler = {
			fulfilled,
			rejected,
			synchronous: options ? options.synchronous : false,
			runWhen: options ? options.runWhen : null
		};
		const internals = this[$internals];
		if (this.handlers == null) this.handlers = [];
		syncHandlerEntries(this, internals);
		const id = internals.nextId++;
		this.handlers.push(handler);
		internals.handlerEntries.set(id, {
			handler,
			index: this.handlers.length - 1
		});
		internals.handlersLength = this.handlers.length;
		return id;
	}
	eject(id) {
		const internals = this[$internals];
		syncHandlerEntries(this, internals);
		const handlerId = normalizeHandlerId(id);
		const entry = internals.handlerEntries.get(handlerId);
		if (entry) {
			internals.handlerEntries.delete(handlerId);
			if (this.handlers[entry.index] !== entry.handler) return;
			this.handlers[entry.index] = null;
			if (!internals.iterationDepth) {
				trimHandlers(this.handlers);
				internals.handlersLength = this.handlers.length;
			}
		}
	}
	clear() {
		if (this.handlers) {
			this.handlers = [];
			syncHandlerEntries(this, this[$internals]);
		}
	}
	forEach(fn) {
		const internals = this[$internals];
		syncHandlerEntries(this, internals);
		internals.iterationDepth++;
		try {
			utils_default.forEach(this.handlers, function forEachHandler(h) {
				if (h !== null) fn(h);
			});
		} finally {
			if (!--internals.iterationDepth) {
				syncHandlerEntries(this, internals);
				trimHandlers(this.handlers);
				internals.handlersLength = countHandlers(this.handlers);
			}
		}
	}
};
// node_modules/axios/lib/defaults/transitional.js
var transitional_default = {
	silentJSONParsing: true,
	forcedJSONParsing: true,
	clarifyTimeoutError: false,
	legacyInterceptorReqResOrdering: true,
	advertiseZstdAcceptEncoding: false,
	validateStatusUndefinedResolves: true,
	encodeBasicAuthUsername: false
};
// node_modules/axios/lib/platform/node/classes/URLSearchParams.js
var URLSearchParams_default = url.URLSearchParams;
// node_modules/axios/lib/platform/node/index.js
const ALPHA = "abcdefghijklmnopqrstuvwxyz";
const DIGIT = "0123456789";
const ALPHABET = {
	DIGIT,
	ALPHA,
	ALPHA_DIGIT: ALPHA + ALPHA.toUpperCase() + DIGIT
};
const generateString = (size = 16, alphabet = ALPHABET.ALPHA_DIGIT) => {
	let str = "";
	const { length } = alphabet;
	const randomValues = new Uint32Array(size);
	crypto.randomFillSync(randomValues);
	for (let i = 0; i < size; i++) str += alphabet[randomValues[i] % length];
	return str;
};
var node_default = {
	isNode: true,
	classes: {
		URLSearchParams: URLSearchParams_default,
		FormData: FormData_default,
		Blob: typeof Blob !== "undefined" && Blob || null
	},
	ALPHABET,
	generateString,
	protocols: [
		"http",
		"https",
		"file",
		"data"
	]
};
// node_modules/axios/lib/platform/common/utils.js
var utils_exports = __exportAll({
	hasBrowserEnv: () => hasBrowserEnv,
	hasStandardBrowserEnv: () => hasStandardBrowserEnv,
	hasStandardBrowserWebWorkerEnv: () => hasStandardBrowserWebWorkerEnv,
	navigator: () => _navigator,
	origin: () => origin
});
const hasBrowserEnv = typeof window !== "undefined" && typeof document !== "undefined";
const _navigator = typeof navigator === "object" && navigator || void 0;
const hasStandardBrowserEnv = hasBrowserEnv && (!_navigator || [
	"ReactNative",
	"NativeScript",
	"NS"
].indexOf(_navigator.product) < 0);
const hasStandardBrowserWebWorkerEnv = (() => {
	return typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope && typeof self.importScripts === "function";
})();
const origin = hasBrowserEnv && window.location.href || "http://localhost";
// node_modules/axios/lib/platform/index.js
var platform_default = {
	...utils_exports,
	...node_default
};
// node_modules/axios/lib/helpers/toURLEncodedForm.js
function toURLEncodedForm(data, options) {
	return toFormData(data, new platform_default.classes.URLSearchParams(), {
		visitor: function(value, key, path, helpers) {
			if (platform_default.isNode && utils_default.isBuffer(value)) {
				this.append(key, value.toString("base64"));
				return false;
			}
			return helpers.defaultVisitor.apply(this, arguments);
		},
		...options
	});
}
// node_modules/axios/lib/helpers/formDataToJSON.js
const MAX_DEPTH = 100;
function throwIfDepthExceeded(index) {
	if (index > MAX_DEPTH) throw new AxiosError("FormData field is too deeply nested (" + index + " levels). Max depth: 100", AxiosError.ERR_FORM_DATA_DEPTH_EXCEEDED);
}
function parsePropPath(name) {
	const path = [];
	const pattern = /[^.[\]]+|\[([^.[\]]*)]/g;
	let match;
	while ((match = pattern.exec(name)) !== null) {
		throwIfDepthExceeded(path.length);
		path.push(match[0] === "[]" ? "" : match[1] || match[0]);
	}
	return path;
}
function arrayToObject(arr) {
	const obj = {};
	const keys = Object.keys(arr);
	let i;
	const len = keys.length;
	let key;
	for (i = 0; i < len; i++) {
		key = keys[i];
		obj[key] = arr[key];
	}
	return obj;
}
function normalizeArray(value) {
	if (!utils_default.isArray(value)) return value;
	const keys = Object.keys(value);
	return keys.length !== value.length || keys.some((key, index) => key !== String(index)) ? arrayToObject(value) : value;
}
function normalizeArrays(obj) {
	const pending = [obj];
	while (pending.length) {
		const target = pending.pop();
		Object.keys(target).forEach((key) => {
			const value = target[key] = normalizeArray(target[key]);
			if (utils_default.isArray(value) || utils_default.isPlainObject(value)) pending.push(value);
		});
	}
	return obj;
}
function formDataToJSON(formData) {
	function buildPath(path, value, target, index) {
		throwIfDepthExceeded(index);
		let name = path[index++];
		if (name === "__proto__") return true;
		const isNumericKey = Number.isFinite(+name);
		const isLast = index >= path.length;
		name = !name && utils_default.isArray(target) ? target.length : name;
		if (isLast) {
			if (utils_default.hasOwnProp(target, name)) {
				target[name] = normalizeArray(target[name]);
				target[name] = utils_default.isArray(target[name]) ? target[name].concat(value) : [target[name], value];
			} else target[name] = value;
			return !isNumericKey;
		}
		if (!utils_default.hasOwnProp(target, name) || !utils_default.isObject(target[name])) target[name] = [];
		if (buildPath(path, value, target[name], index) && utils_default.isArray(target[name])) target[name] = arrayToObject(target[name]);
		return !isNumericKey;
	}
	if (utils_default.isFormData(formData) && utils_default.isFunction(formData.entries)) {
		const obj = {};
		utils_default.forEachEntry(formData, (name, value) => {
			buildPath(parsePropPath(name), value, obj, 0);
		});
		return normalizeArrays(obj);
	}
	return null;
}
// node_modules/axios/lib/core/methodList.js
const methodList = Object.freeze([
	"get",
	"delete",
	"head",
	"options",
	"post",
	"put",
	"patch",
	"purge",
	"link",
	"unlink",
	"query"
]);
// node_modules/axios/lib/defaults/index.js
const own = (obj, key) => obj != null && utils_default.hasOwnProp(obj, key) ? obj[key] : void 0;
function stringifySafely(rawValue, parser, encoder) {
	if (utils_default.isString(rawValue)) try {
		(parser || JSON.parse)(rawValue);
		return utils_default.trim(rawValue);
	} catch (e) {
		if (e.name !== "SyntaxError") throw e;
	}
	return (encoder || JSON.stringify)(rawValue);
}
const defaults = {
	transitional: transitional_default,
	adapter: [
		"xhr",
		"http",
		"fetch"
	],
	transformRequest: [function transformRequest(data, headers) {
		const contentType = headers.getContentType() || "";
		const hasJSONContentType = contentType.indexOf("application/json") > -1;
		const isObjectPayload = utils_default.isObject(data);
		if (isObjectPayload && utils_default.isHTMLForm(data)) data = new FormData(data);
		if (utils_default.isFormData(data)) return hasJSONContentType ? JSON.stringify(formDataToJSON(data)) : data;
		if (utils_default.isArrayBuffer(data) || utils_default.isBuffer(data) || utils_default.isStream(data) || utils_default.isFile(data) || utils_default.isBlob(data) || utils_default.isReadableStream(data)) return data;
		if (utils_default.isArrayBufferView(data)) return data.buffer;
		if (utils_default.isURLSearchParams(data)) {
			headers.setContentType("application/x-www-form-urlencoded;charset=utf-8", false);
			return data.toString();
		}
		let isFileList;
		if (isObjectPayload) {
			const formSerializer = own(this, "formSerializer");
			if (contentType.indexOf("application/x-www-form-urlencoded") > -1) return toURLEncodedForm(data, formSerializer).toString();
			if ((isFileList = utils_default.isFileList(data)) || contentType.indexOf("multipart/form-data") > -1) {
				const env = own(this, "env");
				const _FormData = env && env.FormData;
				return toFormData(isFileList ? { "files[]": data } : data, _FormData && new _FormData(), formSerializer);
			}
		}
		if (isObjectPayload || hasJSONContentType) {
			headers.setContentType("application/json", false);
			return stringifySafely(data);
		}
		return data;
	}],
	transformResponse: [function transformResponse(data) {
		const transitional = own(this, "transitional") || defaults.transitional;
		const forcedJSONParsing = transitional && transitional.forcedJSONParsing;
		const responseType = own(this, "responseType");
		const JSONRequested = responseType === "json";
		if (utils_default.isResponse(data) || utils_default.isReadableStream(data)) return data;
		if (data && utils_default.isString(data) && (forcedJSONParsing && !responseType || JSONRequested)) {
			const strictJSONParsing = !(transitional && transitional.silentJSONParsing) && JSONRequested;
			try {
				return JSON.parse(data, own(this, "parseReviver"));
			} catch (e) {
				if (strictJSONParsing) {
					if (e.name === "SyntaxError") throw AxiosError.from(e, AxiosError.ERR_BAD_RESPONSE, this, null, own(this, "response"));
					throw e;
				}
			}
		}
		return data;
	}],
	timeout: 0,
	xsrfCookieName: "XSRF-TOKEN",
	xsrfHeaderName: "X-XSRF-TOKEN",
	maxContentLength: -1,
	maxBodyLength: -1,
	env: {
		FormData: platform_default.classes.FormData,
		Blob: platform_default.classes.Blob
	},
	validateStatus: function validateStatus(status) {
		return status >= 200 && status < 300;
	},
	headers: { common: {
		Accept: "application/json, text/plain, */*",
		"Content-Type": void 0
	} }
};
utils_default.forEach(methodList, (method) => {
	defaults.headers[method] = {};
});
// node_modules/axios/lib/core/transformData.js
function transformData(fns, response) {
	const config = this || defaults;
	const context = response || config;
	const headers = AxiosHeaders.from(context.headers);
	let data = context.data;
	utils_default.forEach(fns, function transform(fn) {
		data = fn.call(config, data, headers.normalize(), response ? response.status : void 0);
	});
	headers.normalize();
	return data;
}
// node_modules/axios/lib/cancel/isCancel.js
function isCancel(value) {
	return !!(value && value.__CANCEL__);
}
// node_modules/axios/lib/cancel/CanceledError.js
var CanceledError = class extends AxiosError {
	constructor(message, config, request) {
		super(message == null ? "canceled" : message, AxiosError.ERR_CANCELED, config, request);
		this.name = "CanceledError";
		this.__CANCEL__ = true;
	}
};
// node_modules/axios/lib/core/settle.js
function settle(resolve, reject, response) {
	const validateStatus = response.config.validateStatus;
	if (!response.status || !validateStatus || validateStatus(response.status)) resolve(response);
	else reject(new AxiosError("Request failed with status code " + response.status, response.status >= 400 && response.status < 500 ? AxiosError.ERR_BAD_REQUEST : AxiosError.ERR_BAD_RESPONSE, response.config, response.request, response));
}
// node_modules/axios/lib/helpers/isAbsoluteURL.js
function isAbsoluteURL(url) {
	if (typeof url !== "string") return false;
	return /^([a-z][a-z\d+\-.]*:)?\/\//i.test(url);
}
// node_modules/axios/lib/helpers/combineURLs.js
function combineURLs(baseURL, relativeURL) {
	if (!relativeURL) return baseURL;
	let end = baseURL.length;
	while (end > 0 && baseURL.charCodeAt(end - 1) === 47) end--;
	return baseURL.slice(0, end) + "/" + relativeURL.replace(/^\/+/, "");
}
// node_modules/axios/lib/helpers/normalizeURLForProtocolCheck.js
const urlParserControlCharacters = /[\t\n\r]/g;
function normalizeURLForProtocolCheck(url) {
	if (typeof url !== "string") return url;
	let start = 0;
	while (start < url.length && url.charCodeAt(start) <= 32) start++;
	return url.slice(start).replace(urlParserControlCharacters, "");
}
// node_modules/axios/lib/core/buildFullPath.js
const malformedHttpProtocol = /^https?:(?!\/\/)/i;
function redactFragment(fragment) {
	if (!fragment) return fragment;
	return fragment.replace(/(^|&)([^=&]*=)?[^&]+/g, (match, separator, parameterName = "") => {
		return `${separator}${parameterName}${REDACTED}`;
	});
}
function redactSensitiveURLParts(url) {
	const redactedURL = url.replace(/^(https?:\/{0,2})[^/?#]*@/i, `$1${REDACTED}@`);
	const fragmentIndex = redactedURL.indexOf("#");
	const redactedURLWithoutFragment = (fragmentIndex === -1 ? redactedURL : redactedURL.slice(0, fragmentIndex)).replace(/([?&][^=&#]*=)[^&#]*/g, `$1${REDACTED}`);
	if (fragmentIndex === -1) return redactedURLWithoutFragment;
	return `${redactedURLWithoutFragment}#${redactFragment(redactedURL.slice(fragmentIndex + 1))}`;
}
function assertValidHttpProtocolURL(url, config) {
	if (typeof url === "string") {
		const normalizedURL = normalizeURLForProtocolCheck(url);
		if (malformedHttpProtocol.test(normalizedURL)) throw new AxiosError(`Invalid URL ${JSON.stringify(redactSensitiveURLParts(normalizedURL))}: missing "//" after protocol`, AxiosError.ERR_INVALID_URL, config);
	}
}
function buildFullPath(baseURL, requestedURL, allowAbsoluteUrls, config) {
	assertValidHttpProtocolURL(requestedURL, config);
	let isRelativeUrl = !isAbsoluteURL(requestedURL);
	if (baseURL && (isRelativeUrl || allowAbsoluteUrls === false)) {
		assertValidHttpProtocolURL(baseURL, config);
		return combineURLs(baseURL, requestedURL);
	}
	return requestedURL;
}
// node_modules/proxy-from-env/index.js
var DEFAULT_PORTS$1 = {
	ftp: 21,
	gopher: 70,
	http: 80,
	https: 443,
	ws: 80,
	wss: 443
};
function parseUrl(urlString) {
	try {
		return new URL(urlString);
	} catch {
		return null;
	}
}
function getProxyForUrl(url) {
	var parsedUrl = (typeof url === "string" ? parseUrl(url) : url) || {};
	var proto = parsedUrl.protocol;
	var hostname = parsedUrl.host;
	var port = parsedUrl.port;
	if (typeof hostname !== "string" || !hostname || typeof proto !== "string") return "";
	proto = proto.split(":", 1)[0];
	hostname = hostname.replace(/:\d*$/, "");
	port = parseInt(port) || DEFAULT_PORTS$1[proto] || 0;
	if (!shouldProxy(hostname, port)) return "";
	var proxy = getEnv(proto + "_proxy") || getEnv("all_proxy");
	if (proxy && proxy.indexOf("://") === -1) proxy = proto + "://" + proxy;
	return proxy;
}
function shouldProxy(hostname, port) {
	var NO_PROXY = getEnv("no_proxy").toLowerCase();
	if (!NO_PROXY) return true;
	if (NO_PROXY === "*") return false;
	return NO_PROXY.split(/[,\s]/).every(function(proxy) {
		if (!proxy) return true;
		var parsedProxy = proxy.match(/^(.+):(\d+)$/);
		var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
		var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
		if (parsedProxyPort && parsedProxyPort !== port) return true;
		if (!/^[.*]/.test(parsedProxyHostname)) return hostname !== parsedProxyHostname;
		if (parsedProxyHostname.charAt(0) === "*") parsedProxyHostname = parsedProxyHostname.slice(1);
		return !hostname.endsWith(parsedProxyHostname);
	});
}
function getEnv(key) {
	return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || "";
}
// node_modules/ms/index.js
var require_ms = __commonJSMin(((exports, module) => {
	var s = 1e3;
	var m = s * 60;
	var h = m * 60;
	var d = h * 24;
	var w = d * 7;
	var y = d * 365.25;
	module.exports = function(val, options) {
		options = options || {};
		var type = typeof val;
		if (type === "string" && val.length > 0) return parse(val);
		else if (type === "number" && isFinite(val)) return options.long ? fmtLong(val) : fmtShort(val);
		throw new Error("val is not a non-empty string or a valid number. val=" + JSON.stringify(val));
	};
	function parse(str) {
		str = String(str);
		if (str.length > 100) return;
		var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(str);
		if (!match) return;
		var n = parseFloat(match[1]);
		switch ((match[2] || "ms").toLowerCase()) {
			case "years":
			case "year":
			case "yrs":
			case "yr":
			case "y": return n * y;
			case "weeks":
			case "week":
			case "w": return n * w;
			case "days":
			case "day":
			case "d": return n * d;
			case "hours":
			case "hour":
			case "hrs":
			case "hr":
			case "h": return n * h;
			case "minutes":
			case "minute":
			case "mins":
			case "min":
			case "m": return n * m;
			case "seconds":
			case "second":
			case "secs":
			case "sec":
			case "s": return n * s;
			case "milliseconds":
			case "millisecond":
			case "msecs":
			case "msec":
			case "ms": return n;
			default: return;
		}
	}
	function fmtShort(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return Math.round(ms / d) + "d";
		if (msAbs >= h) return Math.round(ms / h) + "h";
		if (msAbs >= m) return Math.round(ms / m) + "m";
		if (msAbs >= s) return Math.round(ms / s) + "s";
		return ms + "ms";
	}
	function fmtLong(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return plural(ms, msAbs, d, "day");
		if (msAbs >= h) return plural(ms, msAbs, h, "hour");
		if (msAbs >= m) return plural(ms, msAbs, m, "minute");
		if (msAbs >= s) return plural(ms, msAbs, s, "second");
		return ms + " ms";
	}
	function plural(ms, msAbs, n, name) {
		var isPlural = msAbs >= n * 1.5;
		return Math.round(ms / n) + " " + name + (isPlural ? "s" : "");
	}
}));
// node_modules/debug/src/common.js
var require_common = __commonJSMin(((exports, module) => {
	function setup(env) {
		createDebug.debug = createDebug;
		createDebug.default = createDebug;
		createDebug.coerce = coerce;
		createDebug.disable = disable;
		createDebug.enable = enable;
		createDebug.enabled = enabled;
		createDebug.humanize = require_ms();
		createDebug.destroy = destroy;
		Object.keys(env).forEach((key) => {
			createDebug[key] = env[key];
		});
		createDebug.names = [];
		createDebug.skips = [];
		createDebug.formatters = {};
		function selectColor(namespace) {
			let hash = 0;
			for (let i = 0; i < namespace.length; i++) {
				hash = (hash << 5) - hash + namespace.charCodeAt(i);
				hash |= 0;
			}
			return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
		}
		createDebug.selectColor = selectColor;
		function createDebug(namespace) {
			let prevTime;
			let enableOverride = null;
			let namespacesCache;
			let enabledCache;
			function debug(...args) {
				if (!debug.enabled) return;
				const self = debug;
				const curr = Number(new Date());
				self.diff = curr - (prevTime || curr);
				self.prev = prevTime;
				self.curr = curr;
				prevTime = curr;
				args[0] = createDebug.coerce(args[0]);
				if (typeof args[0] !== "string") args.unshift("%O");
				let index = 0;
				args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
					if (match === "%%") return "%";
					index++;
					const formatter = createDebug.formatters[format];
					if (typeof formatter === "function") {
						const val = args[index];
						match = formatter.call(self, val);
						args.splice(index, 1);
						index--;
					}
					return match;
				});
				createDebug.formatArgs.call(self, args);
				(self.log || createDebug.log).apply(self, args);
			}
			debug.namespace = namespace;
			debug.useColors = createDebug.useColors();
			debug.color = createDebug.selectColor(namespace);
			debug.extend = extend;
			debug.destroy = createDebug.destroy;
			Object.defineProperty(debug, "enabled", {
				enumerable: true,
				configurable: false,
				get: () => {
					if (enableOverride !== null) return enableOverride;
					if (namespacesCache !== createDebug.namespaces) {
						namespacesCache = createDebug.namespaces;
						enabledCache = createDebug.enabled(namespace);
					}
					return enabledCache;
				},
				set: (v) => {
					enableOverride = v;
				}
			});
			if (typeof createDebug.init === "function") createDebug.init(debug);
			return debug;
		}
		function extend(namespace, delimiter) {
			const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
			newDebug.log = this.log;
			return newDebug;
		}
		function enable(namespaces) {
			createDebug.save(namespaces);
			createDebug.namespaces = namespaces;
			createDebug.names = [];
			createDebug.skips = [];
			const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
			for (const ns of split) if (ns[0] === "-") createDebug.skips.push(ns.slice(1));
			else createDebug.names.push(ns);
		}
		function matchesTemplate(search, template) {
			let searchIndex = 0;
			let templateIndex = 0;
			let starIndex = -1;
			let matchIndex = 0;
			while (searchIndex < search.length) if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
				if (template[templateIndex] === "*") {
					starIndex = templateIndex;
					matchIndex = searchIndex;
					templateIndex++;
				} else {
					searchIndex++;
					templateIndex++;
				}
			} else if (starIndex !== -1) {
				templateIndex = starIndex + 1;
				matchIndex++;
				searchIndex = matchIndex;
			} else return false;
			while (templateIndex < template.length && template[templateIndex] === "*") templateIndex++;
			return templateIndex === template.length;
		}
		function disable() {
			const namespaces = [...createDebug.names, ...createDebug.skips.map((namespace) => "-" + namespace)].join(",");
			createDebug.enable("");
			return namespaces;
		}
		function enabled(name) {
			for (const skip of createDebug.skips) if (matchesTemplate(name, skip)) return false;
			for (const ns of createDebug.names) if (matchesTemplate(name, ns)) return true;
			return false;
		}
		function coerce(val) {
			if (val instanceof Error) return val.stack || val.message;
			return val;
		}
		function destroy() {
			console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
		}
		createDebug.enable(createDebug.load());
		return createDebug;
	}
	module.exports = setup;
}));
// node_modules/debug/src/browser.js
var require_browser = __commonJSMin(((exports, module) => {
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.storage = localstorage();
	exports.destroy = (() => {
		let warned = false;
		return () => {
			if (!warned) {
				warned = true;
				console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
			}
		};
	})();
	exports.colors = [
		"#0000CC",
		"#0000FF",
		"#0033CC",
		"#0033FF",
		"#0066CC",
		"#0066FF",
		"#0099CC",
		"#0099FF",
		"#00CC00",
		"#00CC33",
		"#00CC66",
		"#00CC99",
		"#00CCCC",
		"#00CCFF",
		"#3300CC",
		"#3300FF",
		"#3333CC",
		"#3333FF",
		"#3366CC",
		"#3366FF",
		"#3399CC",
		"#3399FF",
		"#33CC00",
		"#33CC33",
		"#33CC66",
		"#33CC99",
		"#33CCCC",
		"#33CCFF",
		"#6600CC",
		"#6600FF",
		"#6633CC",
		"#6633FF",
		"#66CC00",
		"#66CC33",
		"#9900CC",
		"#9900FF",
		"#9933CC",
		"#9933FF",
		"#99CC00",
		"#99CC33",
		"#CC0000",
		"#CC0033",
		"#CC0066",
		"#CC0099",
		"#CC00CC",
		"#CC00FF",
		"#CC3300",
		"#CC3333",
		"#CC3366",
		"#CC3399",
		"#CC33CC",
		"#CC33FF",
		"#CC6600",
		"#CC6633",
		"#CC9900",
		"#CC9933",
		"#CCCC00",
		"#CCCC33",
		"#FF0000",
		"#FF0033",
		"#FF0066",
		"#FF0099",
		"#FF00CC",
		"#FF00FF",
		"#FF3300",
		"#FF3333",
		"#FF3366",
		"#FF3399",
		"#FF33CC",
		"#FF33FF",
		"#FF6600",
		"#FF6633",
		"#FF9900",
		"#FF9933",
		"#FFCC00",
		"#FFCC33"
	];
	function useColors() {
		if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) return true;
		if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return false;
		let m;
		return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
	}
	function formatArgs(args) {
		args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module.exports.humanize(this.diff);
		if (!this.useColors) return;
		const c = "color: " + this.color;
		args.splice(1, 0, c, "color: inherit");
		let index = 0;
		let lastC = 0;
		args[0].replace(/%[a-zA-Z%]/g, (match) => {
			if (match === "%%") return;
			index++;
			if (match === "%c") lastC = index;
		});
		args.splice(lastC, 0, c);
	}
	exports.log = console.debug || console.log || (() => {});
	function save(namespaces) {
		try {
			if (namespaces) exports.storage.setItem("debug", namespaces);
			else exports.storage.removeItem("debug");
		} catch (error) {}
	}
	function load() {
		let r;
		try {
			r = exports.storage.getItem("debug") || exports.storage.getItem("DEBUG");
		} catch (error) {}
		if (!r && typeof process !== "undefined" && "env" in process) r = process.env.DEBUG;
		return r;
	}
	function localstorage() {
		try {
			return localStorage;
		} catch (error) {}
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	formatters.j = function(v) {
		try {
			return JSON.stringify(v);
		} catch (error) {
			return "[UnexpectedJSONParseError]: " + error.message;
		}
	};
}));
// node_modules/debug/src/node.js
var require_node = __commonJSMin(((exports, module) => {
	const tty = __require("tty");
	const util = __require("util");
	exports.init = init;
	exports.log = log;
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.destroy = util.deprecate(() => {}, "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
	exports.colors = [
		6,
		2,
		3,
		4,
		5,
		1
	];
	try {
		const supportsColor = require_supports_color();
		if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) exports.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		];
	} catch (error) {}
	exports.inspectOpts = Object.keys(process.env).filter((key) => {
		return /^debug_/i.test(key);
	}).reduce((obj, key) => {
		const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
			return k.toUpperCase();
		});
		let val = process.env[key];
		if (/^(yes|on|true|enabled)$/i.test(val)) val = true;
		else if (/^(no|off|false|disabled)$/i.test(val)) val = false;
		else if (val === "null") val = null;
		else val = Number(val);
		obj[prop] = val;
		return obj;
	}, {});
	function useColors() {
		return "colors" in exports.inspectOpts ? Boolean(exports.inspectOpts.colors) : tty.isatty(process.stderr.fd);
	}
	function formatArgs(args) {
		const { namespace: name, useColors } = this;
		if (useColors) {
			const c = this.color;
			const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
			const prefix = `  ${colorCode};1m${name} \u001B[0m`;
			args[0] = prefix + args[0].split("\n").join("\n" + prefix);
			args.push(colorCode + "m+" + module.exports.humanize(this.diff) + "\x1B[0m");
		} else args[0] = getDate() + name + " " + args[0];
	}
	function getDate() {
		if (exports.inspectOpts.hideDate) return "";
		return new Date().toISOString() + " ";
	}
	function log(...args) {
		return process.stderr.write(util.formatWithOptions(exports.inspectOpts, ...args) + "\n");
	}
	function save(namespaces) {
		if (namespaces) process.env.DEBUG = namespaces;
		else delete process.env.DEBUG;
	}
	function load() {
		return process.env.DEBUG;
	}
	function init(debug) {
		debug.inspectOpts = {};
		const keys = Object.keys(exports.inspectOpts);
		for (let i = 0; i < keys.length; i++) debug.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	formatters.o = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
	};
	formatters.O = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts);
	};
}));
// node_modules/debug/src/index.js
var require_src$1 = __commonJSMin(((exports, module) => {
	if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) module.exports = require_browser();
	else module.exports = require_node();
}));
// node_modules/agent-base/dist/src/promisify.js
var require_promisify = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function promisify(fn) {
		return function(req, opts) {
			return new Promise((resolve, reject) => {
				fn.call(this, req, opts, (err, rtn) => {
					if (err) reject(err);
					else resolve(rtn);
				});
			});
		};
	}
	exports.default = promisify;
}));
// node_modules/agent-base/dist/src/index.js
var require_src = __commonJSMin(((exports, module, this$5) => {
	var __importDefault = this$5 && this$5.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	const events_1 = __require("events");
	const debug_1 = __importDefault(require_src$1());
	const promisify_1 = __importDefault(require_promisify());
	const debug = debug_1.default("agent-base");
	function isAgent(v) {
		return Boolean(v) && typeof v.addRequest === "function";
	}
	function isSecureEndpoint() {
		const { stack } = new Error();
		if (typeof stack !== "string") return false;
		return stack.split("\n").some((l) => l.indexOf("(https.js:") !== -1 || l.indexOf("node:https:") !== -1);
	}
	function createAgent(callback, opts) {
		return new createAgent.Agent(callback, opts);
	}
	(function(createAgent) {
		class Agent extends events_1.EventEmitter {
			constructor(callback, _opts) {
				super();
				let opts = _opts;
				if (typeof callback === "function") this.callback = callback;
				else if (callback) opts = callback;
				this.timeout = null;
				if (opts && typeof opts.timeout === "number") this.timeout = opts.timeout;
				this.maxFreeSockets = 1;
				this.maxSockets = 1;
				this.maxTotalSockets = Infinity;
				this.sockets = {};
				this.freeSockets = {};
				this.requests = {};
				this.options = {};
			}
			get defaultPort() {
				if (typeof this.explicitDefaultPort === "number") return this.explicitDefaultPort;
				return isSecureEndpoint() ? 443 : 80;
			}
			set defaultPort(v) {
				this.explicitDefaultPort = v;
			}
			get protocol() {
				if (typeof this.explicitProtocol === "string") return this.explicitProtocol;
				return isSecureEndpoint() ? "https:" : "http:";
			}
			set protocol(v) {
				this.explicitProtocol = v;
			}
			callback(req, opts, fn) {
				throw new Error("\"agent-base\" has no default implementation, you must subclass and override `callback()`");
			}
			addRequest(req, _opts) {
				const opts = Object.assign({}, _opts);
				if (typeof opts.secureEndpoint !== "boolean") opts.secureEndpoint = isSecureEndpoint();
				if (opts.host == null) opts.host = "localhost";
				if (opts.port == null) opts.port = opts.secureEndpoint ? 443 : 80;
				if (opts.protocol == null) opts.protocol = opts.secureEndpoint ? "https:" : "http:";
				if (opts.host && opts.path) delete opts.path;
				delete opts.agent;
				delete opts.hostname;
				delete opts._defaultAgent;
				delete opts.defaultPort;
				delete opts.createConnection;
				req._last = true;
				req.shouldKeepAlive = false;
				let timedOut = false;
				let timeoutId = null;
				const timeoutMs = opts.timeout || this.timeout;
				const onerror = (err) => {
					if (req._hadError) return;
					req.emit("error", err);
					req._hadError = true;
				};
				const ontimeout = () => {
					timeoutId = null;
					timedOut = true;
					const err = new Error(`A "socket" was not created for HTTP request before ${timeoutMs}ms`);
					err.code = "ETIMEOUT";
					onerror(err);
				};
				const callbackError = (err) => {
					if (timedOut) return;
					if (timeoutId !== null) {
						clearTimeout(timeoutId);
						timeoutId = null;
					}
					onerror(err);
				};
				const onsocket = (socket) => {
					if (timedOut) return;
					if (timeoutId != null) {
						clearTimeout(timeoutId);
						timeoutId = null;
					}
					if (isAgent(socket)) {
						debug("Callback returned another Agent instance %o", socket.constructor.name);
						socket.addRequest(req, opts);
						return;
					}
					if (socket) {
						socket.once("free", () => {
							this.freeSocket(socket, opts);
						});
						req.onSocket(socket);
						return;
					}
					const err = new Error(`no Duplex stream was returned to agent-base for \`${req.method} ${req.path}\``);
					onerror(err);
				};
				if (typeof this.callback !== "function") {
					onerror(new Error("`callback` is not defined"));
					return;
				}
				if (!this.promisifiedCallback) {
					if (this.callback.length >= 3) {
						debug("Converting legacy callback function to promise");
						this.promisifiedCallback = promisify_1.default(this.callback);
					} else this.promisifiedCallback = this.callback;
				}
				if (typeof timeoutMs === "number" && timeoutMs > 0) timeoutId = setTimeout(ontimeout, timeoutMs);
				if ("port" in opts && typeof opts.port !== "number") opts.port = Number(opts.port);
				try {
					debug("Resolving socket for %o request: %o", opts.protocol, `${req.method} ${req.path}`);
					Promise.resolve(this.promisifiedCallback(req, opts)).then(onsocket, callbackError);
				} catch (err) {
					Promise.reject(err).catch(callbackError);
				}
			}
			freeSocket(socket, opts) {
				debug("Freeing socket %o %o", socket.constructor.name, opts);
				socket.destroy();
			}
			destroy() {
				debug("Destroying agent %o", this.constructor.name);
			}
		}
		createAgent.Agent = Agent;
		createAgent.prototype = createAgent.Agent.prototype;
	})(createAgent || (createAgent = {}));
	module.exports = createAgent;
}));
// node_modules/https-proxy-agent/dist/parse-proxy-response.js
var require_parse_proxy_response = __commonJSMin(((exports, module, this$4) => {
	var __importDefault = this$4 && this$4.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	const debug = __importDefault(require_src$1()).default("https-proxy-agent:parse-proxy-response");
	function parseProxyResponse(socket) {
		return new Promise((resolve, reject) => {
			let buffersLength = 0;
			const buffers = [];
			function read() {
				const b = socket.read();
				if (b) ondata(b);
				else socket.once("readable", read);
			}
			function cleanup() {
				socket.removeListener("end", onend);
				socket.removeListener("error", onerror);
				socket.removeListener("close", onclose);
				socket.removeListener("readable", read);
			}
			function onclose(err) {
				debug("onclose had error %o", err);
			}
			function onend() {
				debug("onend");
			}
			function onerror(err) {
				cleanup();
				debug("onerror %o", err);
				reject(err);
			}
			function ondata(b) {
				buffers.push(b);
				buffersLength += b.length;
				const buffered = Buffer.concat(buffers, buffersLength);
				if (buffered.indexOf("\r\n\r\n") === -1) {
					debug("have not received end of HTTP headers yet...");
					read();
					return;
				}
				const firstLine = buffered.toString("ascii", 0, buffered.indexOf("\r\n"));
				const statusCode = +firstLine.split(" ")[1];
				debug("got proxy server response: %o", firstLine);
				resolve({
					statusCode,
					buffered
				});
			}
			socket.on("error", onerror);
			socket.on("close", onclose);
			socket.on("end", onend);
			read();
		});
	}
	exports.default = parseProxyResponse;
}));
// node_modules/https-proxy-agent/dist/agent.js
var require_agent = __commonJSMin(((exports, module, this$3) => {
	var __awaiter = this$3 && this$3.__awaiter || function(thisArg, _arguments, P, generator) {
		function adopt(value) {
			return value instanceof P ? value : new P(function(resolve) {
				resolve(value);
			});
		}
		return new (P || (P = Promise))(function(resolve, reject) {
			function fulfilled(value) {
				try {
					step(generator.next(value));
				} catch (e) {
					reject(e);
				}
			}
			function rejected(value) {
				try {
					step(generator["throw"](value));
				} catch (e) {
					reject(e);
				}
			}
			function step(result) {
				result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
			}
			step((generator = generator.apply(thisArg, _arguments || [])).next());
		});
	};
	var __importDefault = this$3 && this$3.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	const net_1 = __importDefault(__require("net"));
	const tls_1 = __importDefault(__require("tls"));
	const url_1 = __importDefault(__require("url"));
	const assert_1 = __importDefault(__require("assert"));
	const debug_1 = __importDefault(require_src$1());
	const agent_base_1 = require_src();
	const parse_proxy_response_1 = __importDefault(require_parse_proxy_response());
	const debug = debug_1.default("https-proxy-agent:agent");
	var HttpsProxyAgent = class extends agent_base_1.Agent {
		constructor(_opts) {
			let opts;
			if (typeof _opts === "string") opts = url_1.default.parse(_opts);
			else opts = _opts;
			if (!opts) throw new Error("an HTTP(S) proxy server `host` and `port` must be specified!");
			debug("creating new HttpsProxyAgent instance: %o", opts);
			super(opts);
			const proxy = Object.assign({}, opts);
			this.secureProxy = opts.secureProxy || isHTTPS(proxy.protocol);
			proxy.host = proxy.hostname || proxy.host;
			if (typeof proxy.port === "string") proxy.port = parseInt(proxy.port, 10);
			if (!proxy.port && proxy.host) proxy.port = this.secureProxy ? 443 : 80;
			if (this.secureProxy && !("ALPNProtocols" in proxy)) proxy.ALPNProtocols = ["http 1.1"];
			if (proxy.host && proxy.path) {
				delete proxy.path;
				delete proxy.pathname;
			}
			this.proxy = proxy;
		}
		callback(req, opts) {
			return __awaiter(this, void 0, void 0, function* () {
				const { proxy, secureProxy } = this;
				let socket;
				if (secureProxy) {
					debug("Creating `tls.Socket`: %o", proxy);
					socket = tls_1.default.connect(proxy);
				} else {
					debug("Creating `net.Socket`: %o", proxy);
					socket = net_1.default.connect(proxy);
				}
				const headers = Object.assign({}, proxy.headers);
				let payload = `CONNECT ${`${opts.host}:${opts.port}`} HTTP/1.1\r\n`;
				if (proxy.auth) headers["Proxy-Authorization"] = `Basic ${Buffer.from(proxy.auth).toString("base64")}`;
				let { host, port, secureEndpoint } = opts;
				if (!isDefaultPort(port, secureEndpoint)) host += `:${port}`;
				headers.Host = host;
				headers.Connection = "close";
				for (const name of Object.keys(headers)) payload += `${name}: ${headers[name]}\r\n`;
				const proxyResponsePromise = parse_proxy_response_1.default(socket);
				socket.write(`${payload}\r\n`);
				const { statusCode, buffered } = yield proxyResponsePromise;
				if (statusCode === 200) {
					req.once("socket", resume);
					if (opts.secureEndpoint) {
						debug("Upgrading socket connection to TLS");
						const servername = opts.servername || opts.host;
						return tls_1.default.connect(Object.assign(Object.assign({}, omit(opts, "host", "hostname", "path", "port")), {
							socket,
							servername
						}));
					}
					return socket;
				}
				socket.destroy();
				const fakeSocket = new net_1.default.Socket({ writable: false });
				fakeSocket.readable = true;
				req.once("socket", (s) => {
					debug("replaying proxy buffer for failed request");
					assert_1.default(s.listenerCount("data") > 0);
					s.push(buffered);
					s.push(null);
				});
				return fakeSocket;
			});
		}
	};
	exports.default = HttpsProxyAgent;
	function resume(socket) {
		socket.resume();
	}
	function isDefaultPort(port, secure) {
		return Boolean(!secure && port === 80 || secure && port === 443);
	}
	function isHTTPS(protocol) {
		return typeof protocol === "string" ? /^https:?$/i.test(protocol) : false;
	}
	function omit(obj, ...keys) {
		const ret = {};
		let key;
		for (key in obj) if (!keys.includes(key)) ret[key] = obj[key];
		return ret;
	}
}));
// node_modules/https-proxy-agent/dist/index.js
var require_dist = __commonJSMin(((exports, module, this$2) => {
	const agent_1 = (this$2 && this$2.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	})(require_agent());
	function createHttpsProxyAgent(opts) {
		return new agent_1.default(opts);
	}
	(function(createHttpsProxyAgent) {
		createHttpsProxyAgent.HttpsProxyAgent = agent_1.default;
		createHttpsProxyAgent.prototype = agent_1.default.prototype;
	})(createHttpsProxyAgent || (createHttpsProxyAgent = {}));
	module.exports = createHttpsProxyAgent;
}));
// node_modules/follow-redirects/debug.js
var require_debug = __commonJSMin(((exports, module) => {
	var debug;
	module.exports = function() {
		if (!debug) {
			try {
				debug = require_src$1()("follow-redirects");
			} catch (error) {}
			if (typeof debug !== "function") debug = function() {};
		}
		debug.apply(null, arguments);
	};
}));
// node_modules/follow-redirects/index.js
var require_follow_redirects = __commonJSMin(((exports, module) => {
	var url = __require("url");
	var URL = url.URL;
	var http = __require("http");
	var https = __require("https");
	var Writable = __require("stream").Writable;
	var assert = __require("assert");
	var debug = require_debug();
	(function detectUnsupportedEnvironment() {
		var looksLikeNode = typeof process !== "undefined";
		var looksLikeBrowser = typeof window !== "undefined" && typeof document !== "undefined";
		var looksLikeV8 = isFunction(Error.captureStackTrace);
		if (!looksLikeNode && (looksLikeBrowser || !looksLikeV8)) console.warn("The follow-redirects package should be excluded from browser builds.");
	})();
	var useNativeURL = false;
	try {
		assert(new URL(""));
	} catch (error) {
		useNativeURL = error.code === "ERR_INVALID_URL";
	}
	var sensitiveHeaders = [
		"Authorization",
		"Proxy-Authorization",
		"Cookie"
	];
	var preservedUrlFields = [
		"auth",
		"host",
		"hostname",
		"href",
		"path",
		"pathname",
		"port",
		"protocol",
		"query",
		"search",
		"hash"
	];
	var events = [
		"abort",
		"aborted",
		"connect",
		"error",
		"socket",
		"timeout"
	];
	var eventHandlers = Object.create(null);
	events.forEach(function(event) {
		eventHandlers[event] = function(arg1, arg2, arg3) {
			this._redirectable.emit(event, arg1, arg2, arg3);
		};
	});
	var InvalidUrlError = createErrorType("ERR_INVALID_URL", "Invalid URL", TypeError);
	var RedirectionError = createErrorType("ERR_FR_REDIRECTION_FAILURE", "Redirected request failed");
	var TooManyRedirectsError = createErrorType("ERR_FR_TOO_MANY_REDIRECTS", "Maximum number of redirects exceeded", RedirectionError);
	var MaxBodyLengthExceededError = createErrorType("ERR_FR_MAX_BODY_LENGTH_EXCEEDED", "Request body larger than maxBodyLength limit");
	var WriteAfterEndError = createErrorType("ERR_STREAM_WRITE_AFTER_END", "write after end");
	var destroy = Writable.prototype.destroy || noop;
	function RedirectableRequest(options, responseCallback) {
		Writable.call(this);
		this._sanitizeOptions(options);
		this._options = options;
		this._ended = false;
		this._ending = false;
		this._redirectCount = 0;
		this._redirects = [];
		this._requestBodyLength = 0;
		this._requestBodyBuffers = [];
		if (responseCallback) this.on("response", responseCallback);
		var self = this;
		this._onNativeResponse = function(response) {
			try {
				self._processResponse(response);
			} catch (cause) {
				self.emit("error", cause instanceof RedirectionError ? cause : new RedirectionError({ cause }));
			}
		};
		this._headerFilter = new RegExp("^(?:" + sensitiveHeaders.concat(options.sensitiveHeaders).map(escapeRegex).join("|") + ")$", "i");
		this._performRequest();
	}
	RedirectableRequest.prototype = Object.create(Writable.prototype);
	RedirectableRequest.prototype.abort = function() {
		destroyRequest(this._currentRequest);
		this._currentRequest.abort();
		this.emit("abort");
	};
	RedirectableRequest.prototype.destroy = function(error) {
		destroyRequest(this._currentRequest, error);
		destroy.call(this, error);
		return this;
	};
	RedirectableRequest.prototype.write = function(data, encoding, callback) {
		if (this._ending) throw new WriteAfterEndError();
		if (!isString(data) && !isBuffer(data)) throw new TypeError("data should be a string, Buffer or Uint8Array");
		if (isFunction(encoding)) {
			callback = encoding;
			encoding = null;
		}
		if (data.length === 0) {
			if (callback) callback();
			return;
		}
		if (this._requestBodyLength + data.length <= this._options.maxBodyLength) {
			this._requestBodyLength += data.length;
			this._requestBodyBuffers.push({
				data,
				encoding
			});
			this._currentRequest.write(data, encoding, callback);
		} else {
			this.emit("error", new MaxBodyLengthExceededError());
			this.abort();
		}
	};
	RedirectableRequest.prototype.end = function(data, encoding, callback) {
		if (isFunction(data)) {
			callback = data;
			data = encoding = null;
		} else if (isFunction(encoding)) {
			callback = encoding;
			encoding = null;
		}
		if (!data) {
			this._ended = this._ending = true;
			this._currentRequest.end(null, null, callback);
		} else {
			var self = this;
			var currentRequest = this._currentRequest;
			this.write(data, encoding, function() {
				self._ended = true;
				currentRequest.end(null, null, callback);
			});
			this._ending = true;
		}
	};
	RedirectableRequest.prototype.setHeader = function(name, value) {
		this._options.headers[name] = value;
		this._currentRequest.setHeader(name, value);
	};
	RedirectableRequest.prototype.removeHeader = function(name) {
		delete this._options.headers[name];
		this._currentRequest.removeHeader(name);
	};
	RedirectableRequest.prototype.setTimeout = function(msecs, callback) {
		var self = this;
		function destroyOnTimeout(socket) {
			socket.setTimeout(msecs);
			socket.removeListener("timeout", socket.destroy);
			socket.addListener("timeout", socket.destroy);
		}
		function startTimer(socket) {
			if (self._timeout) clearTimeout(self._timeout);
			self._timeout = setTimeout(function() {
				self.emit("timeout");
				clearTimer();
			}, msecs);
			destroyOnTimeout(socket);
		}
		function clearTimer() {
			if (self._timeout) {
				clearTimeout(self._timeout);
				self._timeout = null;
			}
			self.removeListener("abort", clearTimer);
			self.removeListener("error", clearTimer);
			self.removeListener("response", clearTimer);
			self.removeListener("close", clearTimer);
			if (callback) self.removeListener("timeout", callback);
			if (!self.socket) self._currentRequest.removeListener("socket", startTimer);
		}
		if (callback) this.on("timeout", callback);
		if (this.socket) startTimer(this.socket);
		else this._currentRequest.once("socket", startTimer);
		this.on("socket", destroyOnTimeout);
		this.on("abort", clearTimer);
		this.on("error", clearTimer);
		this.on("response", clearTimer);
		this.on("close", clearTimer);
		return this;
	};
	[
		"flushHeaders",
		"getHeader",
		"setNoDelay",
		"setSocketKeepAlive"
	].forEach(function(method) {
		RedirectableRequest.prototype[method] = function(a, b) {
			return this._currentRequest[method](a, b);
		};
	});
	[
		"aborted",
		"connection",
		"socket"
	].forEach(function(property) {
		Object.defineProperty(RedirectableRequest.prototype, property, { get: function() {
			return this._currentRequest[property];
		} });
	});
	RedirectableRequest.prototype._sanitizeOptions = function(options) {
		if (!options.headers) options.headers = {};
		else if (Array.isArray(options.headers)) {
			var headerList = options.headers;
			options.headers = {};
			for (var i = 0; i < headerList.length; i += 2) options.headers[headerList[i]] = headerList[i + 1];
		}
		if (!Array.isArray(options.sensitiveHeaders)) options.sensitiveHeaders = [];
		if (options.host) {
			if (!options.hostname) options.hostname = options.host;
			delete options.host;
		}
		if (!options.pathname && options.path) {
			var searchPos = options.path.indexOf("?");
			if (searchPos < 0) options.pathname = options.path;
			else {
				options.pathname = options.path.substring(0, searchPos);
				options.search = options.path.substring(searchPos);
			}
		}
	};
	RedirectableRequest.prototype._performRequest = function() {
		var protocol = this._options.protocol;
		var nativeProtocol = this._options.nativeProtocols[protocol];
		if (!nativeProtocol) throw new TypeError("Unsupported protocol " + protocol);
		if (this._options.agents) {
			var scheme = protocol.slice(0, -1);
			this._options.agent = this._options.agents[scheme];
		}
		var request = this._currentRequest = nativeProtocol.request(this._options, this._onNativeResponse);
		request._redirectable = this;
		for (var event of events) request.on(event, eventHandlers[event]);
		this._currentUrl = /^\//.test(this._options.path) ? url.format(this._options) : this._options.path;
		if (this._isRedirect) {
			var i = 0;
			var self = this;
			var buffers = this._requestBodyBuffers;
			(function writeNext(error) {
				if (request === self._currentRequest) {
					if (error) self.emit("error", error);
					else if (i < buffers.length) {
						var buffer = buffers[i++];
						if (!request.finished) request.write(buffer.data, buffer.encoding, writeNext);
					} else if (self._ended) request.end();
				}
			})();
		}
	};
	RedirectableRequest.prototype._processResponse = function(response) {
		var statusCode = response.statusCode;
		if (this._options.trackRedirects) this._redirects.push({
			url: this._currentUrl,
			headers: response.headers,
			statusCode
		});
		var location = response.headers.location;
		if (!location || this._options.followRedirects === false || statusCode < 300 || statusCode >= 400) {
			response.responseUrl = this._currentUrl;
			response.redirects = this._redirects;
			this.emit("response", response);
			this._requestBodyBuffers = [];
			return;
		}
		destroyRequest(this._currentRequest);
		response.destroy();
		if (++this._redirectCount > this._options.maxRedirects) throw new TooManyRedirectsError();
		var requestHeaders;
		var beforeRedirect = this._options.beforeRedirect;
		if (beforeRedirect) requestHeaders = Object.assign({ Host: response.req.getHeader("host") }, this._options.headers);
		var method = this._options.method;
		if ((statusCode === 301 || statusCode === 302) && this._options.method === "POST" || statusCode === 303 && !/^(?:GET|HEAD)$/.test(this._options.method)) {
			this._options.method = "GET";
			this._requestBodyBuffers = [];
			removeMatchingHeaders(/^content-/i, this._options.headers);
		}
		var currentHostHeader = removeMatchingHeaders(/^host$/i, this._options.headers);
		var currentUrlParts = parseUrl(this._currentUrl);
		var currentHost = currentHostHeader || currentUrlParts.host;
		var currentUrl = /^\w+:/.test(location) ? this._currentUrl : url.format(Object.assign(currentUrlParts, { host: currentHost }));
		var redirectUrl = resolveUrl(location, currentUrl);
		debug("redirecting to", redirectUrl.href);
		this._isRedirect = true;
		spreadUrlObject(redirectUrl, this._options);
		if (redirectUrl.protocol !== currentUrlParts.protocol && redirectUrl.protocol !== "https:" || redirectUrl.host !== currentHost && !isSubdomain(redirectUrl.host, currentHost)) removeMatchingHeaders(this._headerFilter, this._options.headers);
		if (isFunction(beforeRedirect)) {
			var responseDetails = {
				headers: response.headers,
				statusCode
			};
			var requestDetails = {
				url: currentUrl,
				method,
				headers: requestHeaders
			};
			beforeRedirect(this._options, responseDetails, requestDetails);
			this._sanitizeOptions(this._options);
		}
		this._performRequest();
	};
	function wrap(protocols) {
		var exports = {
			maxRedirects: 21,
			maxBodyLength: 10485760
		};
		var nativeProtocols = {};
		Object.keys(protocols).forEach(function(scheme) {
			var protocol = scheme + ":";
			var nativeProtocol = nativeProtocols[protocol] = protocols[scheme];
			var wrappedProtocol = exports[scheme] = Object.create(nativeProtocol);
			function request(input, options, callback) {
				if (isURL(input)) input = spreadUrlObject(input);
				else if (isString(input)) input = spreadUrlObject(parseUrl(input));
				else {
					callback = options;
					options = validateUrl(input);
					input = { protocol };
				}
				if (isFunction(options)) {
					callback = options;
					options = null;
				}
				options = Object.assign({
					maxRedirects: exports.maxRedirects,
					maxBodyLength: exports.maxBodyLength
				}, input, options);
				options.nativeProtocols = nativeProtocols;
				if (!isString(options.host) && !isString(options.hostname)) options.hostname = "::1";
				assert.equal(options.protocol, protocol, "protocol mismatch");
				debug("options", options);
				return new RedirectableRequest(options, callback);
			}
			function get(input, options, callback) {
				var wrappedRequest = wrappedProtocol.request(input, options, callback);
				wrappedRequest.end();
				return wrappedRequest;
			}
			Object.defineProperties(wrappedProtocol, {
				request: {
					value: request,
					configurable: true,
					enumerable: true,
					writable: true
				},
				get: {
					value: get,
					configurable: true,
					enumerable: true,
					writable: true
				}
			});
		});
		return exports;
	}
	function noop() {}
	function parseUrl(input) {
		var parsed;
		if (useNativeURL) parsed = new URL(input);
		else {
			parsed = validateUrl(url.parse(input));
			if (!isString(parsed.protocol)) throw new InvalidUrlError({ input });
		}
		return parsed;
	}
	function resolveUrl(relative, base) {
		return useNativeURL ? new URL(relative, base) : parseUrl(url.resolve(base, relative));
	}
	function validateUrl(input) {
		if (/^\[/.test(input.hostname) && !/^\[[:0-9a-f]+\]$/i.test(input.hostname)) throw new InvalidUrlError({ input: input.href || input });
		if (/^\[/.test(input.host) && !/^\[[:0-9a-f]+\](:\d+)?$/i.test(input.host)) throw new InvalidUrlError({ input: input.href || input });
		return input;
	}
	function spreadUrlObject(urlObject, target) {
		var spread = target || {};
		for (var key of preservedUrlFields) spread[key] = urlObject[key];
		if (spread.hostname.startsWith("[")) spread.hostname = spread.hostname.slice(1, -1);
		if (spread.port !== "") spread.port = Number(spread.port);
		spread.path = spread.search ? spread.pathname + spread.search : spread.pathname;
		return spread;
	}
	function removeMatchingHeaders(regex, headers) {
		var lastValue;
		for (var header in headers) if (regex.test(header)) {
			lastValue = headers[header];
			delete headers[header];
		}
		return lastValue === null || typeof lastValue === "undefined" ? void 0 : String(lastValue).trim();
	}
	function createErrorType(code, message, baseClass) {
		function CustomError(properties) {
			if (isFunction(Error.captureStackTrace)) Error.captureStackTrace(this, this.constructor);
			Object.assign(this, properties || {});
			this.code = code;
			this.message = this.cause ? message + ": " + this.cause.message : message;
		}
		CustomError.prototype = new (baseClass || Error)();
		Object.defineProperties(CustomError.prototype, {
			constructor: {
				value: CustomError,
				enumerable: false
			},
			name: {
				value: "Error [" + code + "]",
				enumerable: false
			}
		});
		return CustomError;
	}
	function destroyRequest(request, error) {
		for (var event of events) request.removeListener(event, eventHandlers[event]);
		request.on("error", noop);
		request.destroy(error);
	}
	function isSubdomain(subdomain, domain) {
		assert(isString(subdomain) && isString(domain));
		var dot = subdomain.length - domain.length - 1;
		return dot > 0 && subdomain[dot] === "." && subdomain.endsWith(domain);
	}
	function isString(value) {
		return typeof value === "string" || value instanceof String;
	}
	function isFunction(value) {
		return typeof value === "function";
	}
	function isBuffer(value) {
		return typeof value === "object" && "length" in value;
	}
	function isURL(value) {
		return URL && value instanceof URL;
	}
	function escapeRegex(regex) {
		return regex.replace(/[\^$\\.*+?()[\]{}|]/g, "\\$&");
	}
	module.exports = wrap({
		http,
		https
	});
	module.exports.wrap = wrap;
}));
// node_modules/axios/lib/env/data.js
const VERSION = "1.21.1";
// node_modules/axios/lib/helpers/parseProtocol.js
function parseProtocol(url) {
	const match = /^([-+\w]{1,25}):(?:\/\/)?/.exec(url);
	return match && match[1].toLowerCase() || "";
}
// node_modules/axios/lib/helpers/fromDataURI.js
const DATA_URL_PATTERN = /^([^,;/]+\/[^,;/]+)?((?:;[^,;=]+=[^,;]+)*)(;base64)?,([\s\S]*)$/i;
function fromDataURI(uri, asBlob, options) {
	const _Blob = options && options.Blob || platform_default.classes.Blob;
	const protocol = parseProtocol(uri);
	if (asBlob === void 0 && _Blob) asBlob = true;
	if (protocol === "data") {
		uri = protocol.length ? uri.slice(protocol.length + 1) : uri;
		const match = DATA_URL_PATTERN.exec(uri);
		if (!match) throw new AxiosError("Invalid URL", AxiosError.ERR_INVALID_URL);
		const type = match[1];
		const params = match[2];
		const encoding = match[3] ? "base64" : "utf8";
		const body = match[4];
		let mime = "";
		if (type) mime = params ? type + params : type;
		else if (params) mime = "text/plain" + params;
		const buffer = encoding === "base64" ? Buffer.from(body.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), "base64") : Buffer.from(decodeURIComponent(body), encoding);
		if (asBlob) {
			if (!_Blob) throw new AxiosError("Blob is not supported", AxiosError.ERR_NOT_SUPPORT);
			return new _Blob([buffer], { type: mime });
		}
		return buffer;
	}
	throw new AxiosError("Unsupported protocol " + protocol, AxiosError.ERR_NOT_SUPPORT);
}
// node_modules/axios/lib/core/setFormDataHeaders.js
const FORM_DATA_CONTENT_HEADERS = ["content-type", "content-length"];
function setFormDataHeaders(headers, formHeaders, policy) {
	if (policy !== "content-only") {
		headers.set(formHeaders);
		return;
	}
	Object.entries(formHeaders || {}).forEach(([key, val]) => {
		if (FORM_DATA_CONTENT_HEADERS.includes(key.toLowerCase())) headers.set(key, val);
	});
}
// node_modules/axios/lib/helpers/AxiosTransformStream.js
const kInternals = Symbol("internals");
var AxiosTransformStream = class extends stream.Transform {
	constructor(options) {
		options = utils_default.toFlatObject(options, {
			maxRate: 0,
			chunkSize: 65536,
			minChunkSize: 100,
			timeWindow: 500,
			ticksRate: 2,
			samplesCount: 15
		}, null, (prop, source) => {
			return !utils_default.isUndefined(source[prop]);
		});
		super({ readableHighWaterMark: options.chunkSize });
		const internals = this[kInternals] = {
			timeWindow: options.timeWindow,
			chunkSize: options.chunkSize,
			maxRate: options.maxRate,
			minChunkSize: options.minChunkSize,
			bytesSeen: 0,
			isCaptured: false,
			notifiedBytesLoaded: 0,
			ts: Date.now(),
			bytes: 0,
			onReadCallback: null
		};
		this.on("newListener", (event) => {
			if (event === "progress") {
				if (!internals.isCaptured) internals.isCaptured = true;
			}
		});
	}
	_read(size) {
		const internals = this[kInternals];
		if (internals.onReadCallback) internals.onReadCallback();
		return super._read(size);
	}
	_transform(chunk, encoding, callback) {
		const internals = this[kInternals];
		const maxRate = internals.maxRate;
		const readableHighWaterMark = this.readableHighWaterMark;
		const timeWindow = internals.timeWindow;
		const bytesThreshold = maxRate / (1e3 / timeWindow);
		let minChunkSize = internals.minChunkSize !== false ? Math.max(internals.minChunkSize, bytesThreshold * .01) : 0;
		if (maxRate) minChunkSize = Math.min(bytesThreshold, minChunkSize);
		const pushChunk = (_chunk, _callback) => {
			const bytes = Buffer.byteLength(_chunk);
			internals.bytesSeen += bytes;
			internals.bytes += bytes;
			internals.isCaptured && this.emit("progress", internals.bytesSeen);
			if (this.push(_chunk)) process.nextTick(_callback);
			else internals.onReadCallback = () => {
				internals.onReadCallback = null;
				process.nextTick(_callback);
			};
		};
		const transformChunk = (_chunk, _callback) => {
			if (this.destroyed) return _callback();
			const chunkSize = Buffer.byteLength(_chunk);
			let chunkRemainder = null;
			let maxChunkSize = readableHighWaterMark;
			let bytesLeft;
			let passed = 0;
			if (maxRate) {
				const now = Date.now();
				if (!internals.ts || (passed = now - internals.ts) >= timeWindow) {
					internals.ts = now;
					bytesLeft = bytesThreshold - internals.bytes;
					internals.bytes = bytesLeft < 0 ? -bytesLeft : 0;
					passed = 0;
				}
				bytesLeft = bytesThreshold - internals.bytes;
			}
			if (maxRate) {
				if (bytesLeft <= 0) return setTimeout(() => {
					_callback(null, _chunk);
				}, timeWindow - passed);
				if (bytesLeft < maxChunkSize) maxChunkSize = Math.max(1, Math.floor(bytesLeft));
			}
			if (maxChunkSize && chunkSize > maxChunkSize && chunkSize - maxChunkSize > minChunkSize) {
				chunkRemainder = _chunk.subarray(maxChunkSize);
				_chunk = _chunk.subarray(0, maxChunkSize);
			}
			pushChunk(_chunk, chunkRemainder ? () => {
				process.nextTick(_callback, null, chunkRemainder);
			} : _callback);
		};
		transformChunk(chunk, function transformNextChunk(err, _chunk) {
			if (err) return callback(err);
			if (_chunk) transformChunk(_chunk, transformNextChunk);
			else callback(null);
		});
	}
};
// node_modules/axios/lib/helpers/readBlob.js
const { asyncIterator } = Symbol;
const readBlob = async function* (blob) {
	if (blob.stream) yield* blob.stream();
	else if (blob.arrayBuffer) yield await blob.arrayBuffer();
	else if (blob[asyncIterator]) yield* blob[asyncIterator]();
	else yield blob;
};
// node_modules/axios/lib/helpers/formDataToStream.js
const BOUNDARY_ALPHABET = platform_default.ALPHABET.ALPHA_DIGIT + "-_";
const textEncoder = typeof TextEncoder === "function" ? new TextEncoder() : new util.TextEncoder();
const CRLF$1 = "\r\n";
const CRLF_BYTES = textEncoder.encode(CRLF$1);
const CRLF_BYTES_COUNT = 2;
var FormDataPart = class {
	constructor(name, value) {
		const { escapeName } = this.constructor;
		const isStringValue = utils_default.isString(value);
		let headers = `Content-Disposition: form-data; name="${escapeName(name)}"${!isStringValue && value.name ? `; filename="${escapeName(value.name)}"` : ""}${CRLF$1}`;
		if (isStringValue) value = textEncoder.encode(String(value).replace(/\r?\n|\r\n?/g, CRLF$1));
		else {
			const safeType = String(value.type || "application/octet-stream").replace(/[\r\n]/g, "");
			headers += `Content-Type: ${safeType}${CRLF$1}`;
		}
		this.headers = textEncoder.encode(headers + CRLF$1);
		this.contentLength = isStringValue ? value.byteLength : value.size;
		this.size = this.headers.byteLength + this.contentLength + CRLF_BYTES_COUNT;
		this.name = name;
		this.value = value;
	}
	async *encode() {
		yield this.headers;
		const { value } = this;
		if (utils_default.isTypedArray(value)) yield value;
		else yield* readBlob(value);
		yield CRLF_BYTES;
	}
	static escapeName(name) {
		return String(name).replace(/[\r\n"]/g, (match) => ({
			"\r": "%0D",
			"\n": "%0A",
			"\"": "%22"
		})[match]);
	}
};
const formDataToStream = (form, headersHandler, options) => {
	const { tag = "form-data-boundary", size = 25, boundary = tag + "-" + platform_default.generateString(size, BOUNDARY_ALPHABET) } = options || {};
	if (!utils_default.isFormData(form)) throw new TypeError("FormData instance required");
	if (boundary.length < 1 || boundary.length > 70) throw new Error("boundary must be 1-70 characters long");
	const boundaryBytes = textEncoder.encode("--" + boundary + CRLF$1);
	const footerBytes = textEncoder.encode("--" + boundary + "--\r\n");
	let contentLength = footerBytes.byteLength;
	const parts = Array.from(form.entries()).map(([name, value]) => {
		const part = new FormDataPart(name, value);
		contentLength += part.size;
		return part;
	});
	contentLength += boundaryBytes.byteLength * parts.length;
	contentLength = utils_default.toFiniteNumber(contentLength);
	const computedHeaders = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
	if (Number.isFinite(contentLength)) computedHeaders["Content-Length"] = contentLength;
	headersHandler && headersHandler(computedHeaders);
	return Readable.from((async function* () {
		for (const part of parts) {
			yield boundaryBytes;
			yield* part.encode();
		}
		yield footerBytes;
	})());
};
// node_modules/axios/lib/helpers/ZlibHeaderTransformStream.js
var ZlibHeaderTransformStream = class extends stream.Transform {
	__transform(chunk, encoding, callback) {
		this.push(chunk);
		callback();
	}
	_transform(chunk, encoding, callback) {
		if (chunk.length !== 0) {
			this._transform = this.__transform;
			if (chunk[0] !== 120) {
				const header = Buffer.alloc(2);
				header[0] = 120;
				header[1] = 156;
				this.push(header, encoding);
			}
		}
		this.__transform(chunk, encoding, callback);
	}
};
// node_modules/axios/lib/helpers/Http2Sessions.js
var Http2Sessions = class {
	constructor() {
		this.sessions = Object.create(null);
	}
	getSession(authority, options) {
		options = Object.assign(Object.create(null), { sessionTimeout: 1e3 }, options);
		let authoritySessions = this.sessions[authority];
		if (authoritySessions) {
			let len = authoritySessions.length;
			for (let i = 0; i < len; i++) {
				const [sessionHandle, sessionOptions] = authoritySessions[i];
				if (!sessionHandle.destroyed && !sessionHandle.closed && util.isDeepStrictEqual(sessionOptions, options)) return sessionHandle;
			}
		}
		const session = http2.connect(authority, options);
		let removed;
		let timer;
		const removeSession = () => {
			if (removed) return;
			removed = true;
			if (timer) {
				clearTimeout(timer);
				timer = null;
			}
			let entries = authoritySessions, len = entries.length, i = len;
			while (i--) if (entries[i][0] === session) {
				if (len === 1) delete this.sessions[authority];
				else entries.splice(i, 1);
				if (!session.closed) session.close();
				return;
			}
		};
		const originalRequestFn = session.request;
		const { sessionTimeout } = options;
		if (sessionTimeout != null) {
			let streamsCount = 0;
			session.request = function() {
				const stream = originalRequestFn.apply(this, arguments);
				streamsCount++;
				if (timer) {
					clearTimeout(timer);
					timer = null;
				}
				stream.once("close", () => {
					if (!--streamsCount && !removed) timer = setTimeout(() => {
						timer = null;
						removeSession();
					}, sessionTimeout);
				});
				return stream;
			};
		}
		session.once("close", removeSession);
		session.once("error", removeSession);
		session.once("goaway", removeSession);
		let entry = [session, options];
		authoritySessions ? authoritySessions.push(entry) : authoritySessions = this.sessions[authority] = [entry];
		return session;
	}
};
// node_modules/axios/lib/helpers/callbackify.js
const callbackify = (fn, reducer) => {
	return utils_default.isAsyncFn(fn) ? function(...args) {
		const cb = args.pop();
		fn.apply(this, args).then((value) => {
			try {
				reducer ? cb(null, ...reducer(value)) : cb(null, value);
			} catch (err) {
				cb(err);
			}
		}, cb);
	} : fn;
};
// node_modules/axios/lib/helpers/shouldBypassProxy.js
const LOOPBACK_HOSTNAMES = new Set(["localhost", "0.0.0.0"]);
const trimTrailingDots = (value) => {
	let end = value.length;
	while (end && value.charCodeAt(end - 1) === 46) end--;
	return end === value.length ? value : value.slice(0, end);
};
const isIPv4Loopback = (host) => {
	const parts = host.split(".");
	if (parts.length !== 4) return false;
	if (parts[0] !== "127") return false;
	return parts.every((p) => /^\d+$/.test(p) && Number(p) >= 0 && Number(p) <= 255);
};
const parseIPv4Octet = (text) => {
	if (/^0[xX][0-9a-fA-F]+$/.test(text)) {
		const n = parseInt(text.slice(2), 16);
		return Number.isFinite(n) ? n : null;
	}
	if (text.length > 1 && /^0[0-7]+$/.test(text)) {
		const n = parseInt(text, 8);
		return Number.isFinite(n) ? n : null;
	}
	if (text.length > 1 && /^0[0-9]+$/.test(text)) return null;
	if (/^[0-9]+$/.test(text)) {
		const n = parseInt(text, 10);
		return Number.isFinite(n) ? n : null;
	}
	return null;
};
const normalizeIPAddress = (host) => {
	if (typeof host !== "string" || !host || host.indexOf(":") !== -1) return host;
	let h = host;
	if (h.charAt(0) === "[" && h.charAt(h.length - 1) === "]") h = h.slice(1, -1);
	h = trimTrailingDots(h);
	if (!/^[0-9.xXa-fA-F]+$/.test(h)) return host;
	const parts = h.split(".");
	if (parts.some((p) => p === "")) return host;
	if (parts.length === 4) {
		const octets = parts.map(parseIPv4Octet);
		if (octets.some((n) => n === null || n < 0 || n > 255)) return host;
		return octets.join(".");
	}
	if (parts.length > 4) return host;
	if (parts.length === 1) return host;
	const literalOctets = parts.slice(0, -1);
	const tail = parts[parts.length - 1];
	const tailSlots = 4 - literalOctets.length;
	const tailValue = parseIPv4Octet(tail);
	if (tailValue === null) return host;
	const maxTail = (1 << 8 * tailSlots) - 1;
	if (tailValue < 0 || tailValue > maxTail) return host;
	const tailOctets = new Array(tailSlots).fill(0);
	for (let i = tailSlots - 1, v = tailValue; i >= 0; i--, v >>= 8) tailOctets[i] = v & 255;
	const literal = literalOctets.map(parseIPv4Octet);
	if (literal.some((n) => n === null || n < 0 || n > 255)) return host;
	return [...literal, ...tailOctets].join(".");
};
const isIPv6ZeroGroup = (group) => /^0{1,4}$/.test(group);
const isIPv6Unspecified = (host) => {
	if (host === "::") return true;
	const compressionIndex = host.indexOf("::");
	if (compressionIndex !== -1) {
		if (compressionIndex !== host.lastIndexOf("::")) return false;
		const left = host.slice(0, compressionIndex);
		const right = host.slice(compressionIndex + 2);
		const leftGroups = left ? left.split(":") : [];
		const rightGroups = right ? right.split(":") : [];
		return leftGroups.length + rightGroups.length < 8 && leftGroups.every(isIPv6ZeroGroup) && rightGroups.every(isIPv6ZeroGroup);
	}
	const groups = host.split(":");
	return groups.length === 8 && groups.every(isIPv6ZeroGroup);
};
const isIPv6Loopback = (host) => {
	if (host === "::1") return true;
	const v4MappedDotted = host.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i);
	if (v4MappedDotted) return isIPv4Loopback(v4MappedDotted[1]);
	const v4MappedHex = host.match(/^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i);
	if (v4MappedHex) {
		const high = parseInt(v4MappedHex[1], 16);
		return high >= 32512 && high <= 32767;
	}
	const groups = host.split(":");
	if (groups.length === 8) {
		for (let i = 0; i < 7; i++) if (!/^0+$/.test(groups[i])) return false;
		return /^0*1$/.test(groups[7]);
	}
	return false;
};
const isLoopback = (host) => {
	if (!host) return false;
	if (LOOPBACK_HOSTNAMES.has(host)) return true;
	if (isIPv4Loopback(host)) return true;
	if (isIPv6Unspecified(host)) return true;
	return isIPv6Loopback(host);
};
const DEFAULT_PORTS = {
	http: 80,
	https: 443,
	ws: 80,
	wss: 443,
	ftp: 21
};
const parseNoProxyEntry = (entry) => {
	let entryHost = entry;
	let entryPort = 0;
	if (entryHost.charAt(0) === "[") {
		const bracketIndex = entryHost.indexOf("]");
		if (bracketIndex !== -1) {
			const host = entryHost.slice(1, bracketIndex);
			const rest = entryHost.slice(bracketIndex + 1);
			if (rest.charAt(0) === ":" && /^\d+$/.test(rest.slice(1))) entryPort = Number.parseInt(rest.slice(1), 10);
			return [host, entryPort];
		}
	}
	const firstColon = entryHost.indexOf(":");
	const lastColon = entryHost.lastIndexOf(":");
	if (firstColon !== -1 && firstColon === lastColon && /^\d+$/.test(entryHost.slice(lastColon + 1))) {
		entryPort = Number.parseInt(entryHost.slice(lastColon + 1), 10);
		entryHost = entryHost.slice(0, lastColon);
	}
	return [entryHost, entryPort];
};
const IPV4_MAPPED_DOTTED_RE = /^(?:::|(?:0{1,4}:){1,4}:|(?:0{1,4}:){5})ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const IPV4_MAPPED_HEX_RE = /^(?:::|(?:0{1,4}:){1,4}:|(?:0{1,4}:){5})ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i;
const unmapIPv4MappedIPv6 = (host) => {
	if (typeof host !== "string" || host.indexOf(":") === -1) return host;
	const dotted = host.match(IPV4_MAPPED_DOTTED_RE);
	if (dotted) return dotted[1];
	const hex = host.match(IPV4_MAPPED_HEX_RE);
	if (hex) {
		const high = parseInt(hex[1], 16);
		const low = parseInt(hex[2], 16);
		return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
	}
	return host;
};
const IPV4_OCTET_RE = /^(?:0|[1-9]\d{0,2})$/;
const ipv4ToBytes = (host) => {
	const parts = host.split(".");
	return parts.length === 4 && parts.every((part) => IPV4_OCTET_RE.test(part) && Number(part) <= 255) ? parts.map(Number) : null;
};
const IPV6_GROUP_RE = /^[0-9a-f]{1,4}$/i;
const ipv6ToBytes = (host) => {
	const halves = host.split("::");
	if (halves.length > 2) return null;
	const groups = halves[0] ? halves[0].split(":") : [];
	if (halves.length === 2) {
		const rear = halves[1] ? halves[1].split(":") : [];
		const missing = 8 - groups.length - rear.length;
		if (missing < 1) return null;
		groups.push(...new Array(missing).fill("0"), ...rear);
	}
	if (groups.length !== 8 || groups.some((group) => !IPV6_GROUP_RE.test(group))) return null;
	return groups.flatMap((group) => {
		const value = Number.parseInt(group, 16);
		return [value >> 8 & 255, value & 255];
	});
};
const ipToBytes = (host) => {
	if (typeof host !== "string" || !host) return null;
	return host.indexOf(":") !== -1 ? ipv6ToBytes(host) : ipv4ToBytes(host);
};
const normalizeNoProxyHost = (hostname) => {
	if (!hostname) return hostname;
	if (hostname.charAt(0) === "[" && hostname.charAt(hostname.length - 1) === "]") hostname = hostname.slice(1, -1);
	let trimmed = trimTrailingDots(hostname);
	if (trimmed.indexOf(":") !== -1) try {
		trimmed = new URL("http://[" + trimmed + "]/").hostname.slice(1, -1);
	} catch (_err) {
		return trimmed;
	}
	else if (/[\u0080-\uffff]/.test(trimmed)) {
		const prefix = /^[*.]+/.exec(trimmed);
		const start = prefix ? prefix[0] : "";
		const ascii = domainToASCII(trimmed.slice(start.length));
		if (!ascii) return "";
		trimmed = start + trimTrailingDots(ascii);
	}
	const ipv4 = normalizeIPAddress(trimmed);
	if (ipv4 !== trimmed) return ipv4;
	return unmapIPv4MappedIPv6(trimmed);
};
const normalizeCidrBase = (input) => {
	let base = input;
	const startsBracket = base.charAt(0) === "[";
	const endsBracket = base.charAt(base.length - 1) === "]";
	const hasBracket = base.includes("[") || base.includes("]");
	if (startsBracket || endsBracket) {
		if (!startsBracket || !endsBracket) return null;
		base = base.slice(1, -1);
		if (base.indexOf(":") === -1 || base.includes("[") || base.includes("]")) return null;
	} else if (hasBracket) return null;
	if (!base || base.charAt(base.length - 1) === ".") return null;
	const wasIPv6 = base.indexOf(":") !== -1;
	if (wasIPv6) try {
		base = new URL(`http://[${base}]/`).hostname.slice(1, -1);
	} catch (_err) {
		return null;
	}
	else {
		base = normalizeIPAddress(base);
		if (!ipv4ToBytes(base)) return null;
	}
	return {
		normalized: unmapIPv4MappedIPv6(base),
		wasIPv6
	};
};
const CIDR_ENTRY_RE = /^(.+)\/(0|[1-9]\d{0,2})$/;
const parseCidrEntry = (entry) => {
	if (entry.indexOf("/") === -1) return;
	const match = CIDR_ENTRY_RE.exec(entry);
	if (!match) return null;
	let prefix = Number(match[2]);
	const parsedBase = normalizeCidrBase(match[1]);
	if (!parsedBase) return null;
	const { normalized, wasIPv6 } = parsedBase;
	if (wasIPv6 && normalized.indexOf(":") === -1) {
		if (prefix < 96) return null;
		prefix -= 96;
	}
	const bytes = ipToBytes(normalized);
	if (!bytes || prefix > bytes.length * 8) return null;
	return {
		bytes,
		prefix
	};
};
const isInSubnet = (addressBytes, networkBytes, prefix) => {
	const fullBytes = prefix >> 3;
	for (let i = 0; i < fullBytes; i++) if (addressBytes[i] !== networkBytes[i]) return false;
	const remainingBits = prefix & 7;
	if (remainingBits) {
		const mask = 255 << 8 - remainingBits & 255;
		if ((addressBytes[fullBytes] & mask) !== (networkBytes[fullBytes] & mask)) return false;
	}
	return true;
};
function shouldBypassProxy(location) {
	let parsed;
	try {
		parsed = new URL(location);
	} catch (_err) {
		return false;
	}
	const noProxy = (process.env.no_proxy || process.env.NO_PROXY || "").toLowerCase();
	if (!noProxy) return false;
	if (noProxy === "*") return true;
	const port = Number.parseInt(parsed.port, 10) || DEFAULT_PORTS[parsed.protocol.split(":", 1)[0]] || 0;
	const hostname = normalizeNoProxyHost(parsed.hostname.toLowerCase());
	const hostnameBytes = ipToBytes(hostname);
	return noProxy.split(/[\s,]+/).some((entry) => {
		if (!entry) return false;
		if (entry === "*") return true;
		const cidr = parseCidrEntry(entry);
		if (cidr !== void 0) return cidr !== null && !!hostnameBytes && hostnameBytes.length === cidr.bytes.length && isInSubnet(hostnameBytes, cidr.bytes, cidr.prefix);
		let [entryHost, entryPort] = parseNoProxyEntry(entry);
		entryHost = normalizeNoProxyHost(entryHost);
		if (!entryHost) return false;
		if (entryPort && entryPort !== port) return false;
		if (entryHost.charAt(0) === "*") entryHost = entryHost.slice(1);
		if (entryHost.charAt(0) === ".") return hostname.endsWith(entryHost);
		return hostname === entryHost || isLoopback(hostname) && isLoopback(entryHost);
	});
}
// node_modules/axios/lib/helpers/speedometer.js
function speedometer(samplesCount, min) {
	samplesCount = samplesCount || 10;
	const bytes = new Array(samplesCount);
	const timestamps = new Array(samplesCount);
	let head = 0;
	let tail = 0;
	let firstSampleTS;
	min = min !== void 0 ? min : 1e3;
	return function push(chunkLength) {
		const now = Date.now();
		const startedAt = timestamps[tail];
		if (!firstSampleTS) firstSampleTS = now;
		bytes[head] = chunkLength;
		timestamps[head] = now;
		let i = tail;
		let bytesCount = 0;
		while (i !== head) {
			bytesCount += bytes[i++];
			i = i % samplesCount;
		}
		head = (head + 1) % samplesCount;
		if (head === tail) tail = (tail + 1) % samplesCount;
		if (now - firstSampleTS < min) return;
		const passed = startedAt && now - startedAt;
		return passed ? Math.round(bytesCount * 1e3 / passed) : void 0;
	};
}
// node_modules/axios/lib/helpers/throttle.js
function throttle(fn, freq) {
	let timestamp = 0;
	let threshold = 1e3 / freq;
	let lastArgs;
	let timer;
	const invoke = (args, now = Date.now()) => {
		timestamp = now;
		lastArgs = null;
		if (timer) {
			clearTimeout(timer);
			timer = null;
		}
		fn(...args);
	};
	const throttled = (...args) => {
		const now = Date.now();
		const passed = now - timestamp;
		if (passed >= threshold) invoke(args, now);
		else {
			lastArgs = args;
			if (!timer) timer = setTimeout(() => {
				timer = null;
				invoke(lastArgs);
			}, threshold - passed);
		}
	};
	const flush = () => lastArgs && invoke(lastArgs);
	const flushWith = (...args) => invoke(args);
	return [
		throttled,
		flush,
		flushWith
	];
}
// node_modules/axios/lib/helpers/progressEventReducer.js
const progressEventReducer = (listener, isDownloadStream, freq = 3) => {
	let bytesNotified = 0;
	const _speedometer = speedometer(50, 250);
	return throttle((e) => {
		if (!e || !utils_default.isNumber(e.loaded)) return;
		const rawLoaded = e.loaded;
		const total = e.lengthComputable ? e.total : void 0;
		const loaded = Math.max(0, total != null ? Math.min(rawLoaded, total) : rawLoaded);
		const progressBytes = Math.max(0, loaded - bytesNotified);
		const rate = _speedometer(progressBytes);
		bytesNotified = Math.max(bytesNotified, loaded);
		listener({
			loaded,
			total,
			progress: total ? loaded / total : void 0,
			bytes: progressBytes,
			rate: rate ? rate : void 0,
			estimated: rate && total ? (total - loaded) / rate : void 0,
			event: e,
			lengthComputable: total != null,
			[isDownloadStream ? "download" : "upload"]: true
		});
	}, freq);
};
const progressEventDecorator = (total, throttled) => {
	const lengthComputable = total != null;
	return [(loaded) => throttled[0]({
		lengthComputable,
		total,
		loaded
	}), throttled[1]];
};
const asyncDecorator = (fn, scheduler = utils_default.asap) => (...args) => scheduler(() => fn(...args));
// node_modules/axios/lib/helpers/estimateDataURLDecodedBytes.js
const isHexDigit = (charCode) => charCode >= 48 && charCode <= 57 || charCode >= 65 && charCode <= 70 || charCode >= 97 && charCode <= 102;
const isPercentEncodedByte = (str, i, len) => i + 2 < len && isHexDigit(str.charCodeAt(i + 1)) && isHexDigit(str.charCodeAt(i + 2));
const hexValue = (charCode) => charCode <= 57 ? charCode - 48 : (charCode & 223) - 55;
const isBase64Char = (charCode) => charCode >= 65 && charCode <= 90 || charCode >= 97 && charCode <= 122 || charCode >= 48 && charCode <= 57 || charCode === 43 || charCode === 47 || charCode === 45 || charCode === 95;
const isBase64Whitespace = (charCode) => charCode === 9 || charCode === 10 || charCode === 12 || charCode === 13 || charCode === 32;
const base64Bytes = (significant) => {
	const groups = Math.floor(significant / 4);
	const remainder = significant % 4;
	return groups * 3 + (remainder === 2 ? 1 : remainder === 3 ? 2 : 0);
};
const estimateBase64BufferAllocation = (body) => {
	const len = body.length;
	let padding = 0;
	if (len > 0 && body.charCodeAt(len - 1) === 61) {
		padding++;
		if (len > 1 && body.charCodeAt(len - 2) === 61) padding++;
	}
	return Math.floor((len - padding) * 3 / 4);
};
const estimatePercentDecodedBase64BufferAllocation = (body) => {
	if (body.indexOf("%") === -1) return estimateBase64BufferAllocation(body);
	let length = 0;
	let previous = 0;
	let last = 0;
	for (let i = 0, len = body.length; i < len; i++) {
		let code = body.charCodeAt(i);
		if (code === 37 && isPercentEncodedByte(body, i, len)) {
			code = hexValue(body.charCodeAt(i + 1)) * 16 + hexValue(body.charCodeAt(i + 2));
			i += 2;
		}
		length++;
		previous = last;
		last = code;
	}
	return Math.floor((length - (last === 61 ? previous === 61 ? 2 : 1 : 0)) * 3 / 4);
};
const estimatePercentDecodedBase64Bytes = (body) => {
	const len = body.length;
	let significant = 0;
	let padding = 0;
	let invalid = false;
	for (let i = 0; i < len; i++) {
		let code = body.charCodeAt(i);
		if (code === 37 && isPercentEncodedByte(body, i, len)) {
			code = hexValue(body.charCodeAt(i + 1)) * 16 + hexValue(body.charCodeAt(i + 2));
			i += 2;
		}
		if (isBase64Whitespace(code)) continue;
		if (code === 61) {
			padding++;
			continue;
		}
		if (!isBase64Char(code) || padding > 0) {
			invalid = true;
			continue;
		}
		significant++;
	}
	if (invalid || padding > 2 || padding > 0 && (significant + padding) % 4 !== 0 || significant % 4 === 1) return estimateBase64BufferAllocation(body);
	return base64Bytes(significant);
};
const estimateDataURLBytes = (url, estimateBase64, base64Pattern) => {
	if (!url || typeof url !== "string") return 0;
	if (!/^data:/i.test(url)) return 0;
	const comma = url.indexOf(",");
	if (comma < 0) return 0;
	const meta = url.slice(5, comma);
	const body = url.slice(comma + 1);
	if (base64Pattern.test(meta)) return estimateBase64(body);
	let bytes = 0;
	for (let i = 0, len = body.length; i < len; i++) {
		const c = body.charCodeAt(i);
		if (c === 37 && isPercentEncodedByte(body, i, len)) {
			bytes += 1;
			i += 2;
		} else if (c < 128) bytes += 1;
		else if (c < 2048) bytes += 2;
		else if (c >= 55296 && c <= 56319 && i + 1 < len) {
			const next = body.charCodeAt(i + 1);
			if (next >= 56320 && next <= 57343) {
				bytes += 4;
				i++;
			} else bytes += 3;
		} else bytes += 3;
	}
	return bytes;
};
function estimateDataURLDecodedBytes(url) {
	const fragmentIndex = typeof url === "string" ? url.indexOf("#") : -1;
	return estimateDataURLBytes(fragmentIndex === -1 ? url : url.slice(0, fragmentIndex), estimatePercentDecodedBase64Bytes, /; *base64[\t\n\f\r ]*$/i);
}
function estimateDataURLBufferAllocation(url) {
	return estimateDataURLBytes(url, estimatePercentDecodedBase64BufferAllocation, /;base64$/i);
}
// node_modules/axios/lib/adapters/http.js
var import_dist = __toESM(require_dist(), 1);
var import_follow_redirects = __toESM(require_follow_redirects(), 1);
const zlibOptions = {
	flush: zlib.constants.Z_SYNC_FLUSH,
	finishFlush: zlib.constants.Z_SYNC_FLUSH
};
const brotliOptions = {
	flush: zlib.constants.BROTLI_OPERATION_FLUSH,
	finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH
};
const zstdOptions = {
	flush: zlib.constants.ZSTD_e_flush,
	finishFlush: zlib.constants.ZSTD_e_flush
};
const isBrotliSupported = utils_default.isFunction(zlib.createBrotliDecompress);
const isZstdSupported = utils_default.isFunction(zlib.createZstdDecompress);
const ACCEPT_ENCODING = "gzip, compress, deflate" + (isBrotliSupported ? ", br" : "");
const ACCEPT_ENCODING_WITH_ZSTD = ACCEPT_ENCODING + (isZstdSupported ? ", zstd" : "");
const scheduleProgress = typeof process !== "undefined" && process.nextTick ? process.nextTick.bind(process) : utils_default.asap;
const { http: httpFollow, https: httpsFollow } = import_follow_redirects.default;
const isHttps = /https:?/;
const kAxiosSocketListener = Symbol("axios.http.socketListener");
const kAxiosCurrentReq = Symbol("axios.http.currentReq");
function handleSocketError(err) {
	const current = this[kAxiosCurrentReq];
	if (current && !current.destroyed) current.destroy(err);
}
const kAxiosInstalledTunnel = Symbol("axios.http.installedTunnel");
const tunnelingAgentCache = new Map();
const tunnelingAgentCacheUser = new WeakMap();
const directAgents = new WeakMap();
const directAgentHooks = ["createConnection", "getName"];
const nativeAgentPoolHooks = [
	"addRequest",
	"createSocket",
	"removeSocket",
	"keepSocketAlive",
	"reuseSocket",
	"_getSession",
	"_cacheSession",
	"_evictSession"
];
const NODE_NATIVE_ENV_PROXY_SUPPORT = {
	22: 21,
	24: 5
};
function isNodeNativeEnvProxySupported(nodeVersion = process.versions && process.versions.node) {
	if (!nodeVersion) return false;
	const [major, minor] = nodeVersion.split(".").map((part) => Number(part));
	if (!Number.isInteger(major) || !Number.isInteger(minor)) return false;
	if (major > 24) return true;
	return NODE_NATIVE_ENV_PROXY_SUPPORT[major] != null && minor >= NODE_NATIVE_ENV_PROXY_SUPPORT[major];
}
function isNodeEnvProxyEnabled(agent, nodeVersion = process.versions && process.versions.node) {
	if (!isNodeNativeEnvProxySupported(nodeVersion)) return false;
	const agentOptions = agent && agent.options;
	return Boolean(agentOptions && utils_default.hasOwnProp(agentOptions, "proxyEnv") && agentOptions.proxyEnv != null);
}
function getProxyEnvAgent(options, configHttpAgent, configHttpsAgent) {
	return isHttps.test(options.protocol) ? configHttpsAgent || https.globalAgent : configHttpAgent || http.globalAgent;
}
function getDirectAgent(configuredAgent, transport) {
	if (!process.allowedNodeEnvironmentFlags || !process.allowedNodeEnvironmentFlags.has("--use-env-proxy")) return configuredAgent;
	const agent = configuredAgent || transport.globalAgent;
	const options = agent && agent.options;
	if (!(agent instanceof transport.Agent) || agent.protocol !== transport.globalAgent.protocol || !options || !utils_default.hasOwnProp(options, "proxyEnv") || typeof options.proxyEnv !== "object" || options.proxyEnv === null) return configuredAgent;
	for (const hook of nativeAgentPoolHooks) if (utils_default.isFunction(transport.Agent.prototype[hook]) && agent[hook] !== transport.Agent.prototype[hook]) throw new AxiosError("proxy: false cannot adapt an agent overriding " + hook + "; use an agent constructed without proxyEnv", AxiosError.ERR_BAD_OPTION_VALUE);
	let direct = directAgents.get(agent);
	if (!direct) {
		direct = new transport.Agent({
			...options,
			proxyEnv: void 0
		});
		const destroy = agent.destroy;
		agent.destroy = function destroyWithDirectAgent() {
			try {
				return destroy.apply(this, arguments);
			} finally {
				direct.destroy();
			}
		};
		directAgents.set(agent, direct);
	}
	for (const hook of directAgentHooks) direct[hook] = agent[hook] === transport.Agent.prototype[hook] ? transport.Agent.prototype[hook] : bind(agent[hook], agent);
	return direct;
}
function setDirectAgent(options, configHttpAgent, configHttpsAgent) {
	const secure = isHttps.test(options.protocol);
	const agent = getDirectAgent(secure ? configHttpsAgent : configHttpAgent, secure ? https : http);
	options.agent = agent;
	if (options.agents) options.agents[secure ? "https" : "http"] = agent;
}
function getTunnelingAgent(agentOptions, userHttpsAgent) {
	const key = agentOptions.protocol + "//" + agentOptions.hostname + ":" + (agentOptions.port || "") + "#" + (agentOptions.auth || "");
	const cache = userHttpsAgent ? tunnelingAgentCacheUser.get(userHttpsAgent) || tunnelingAgentCacheUser.set(userHttpsAgent, new Map()).get(userHttpsAgent) : tunnelingAgentCache;
	let agent = cache.get(key);
	if (agent) return agent;
	const merged = userHttpsAgent && userHttpsAgent.options ? {
		...userHttpsAgent.options,
		...agentOptions
	} : agentOptions;
	agent = new import_dist.default(merged);
	const callback = agent.callback;
	agent.callback = function axiosTunnelingAgentCallback(req, opts) {
		const originTLSAgent = userHttpsAgent || https.globalAgent;
		const originTLSOptions = originTLSAgent && originTLSAgent.options;
		return callback.call(this, req, {
			...originTLSOptions,
			...opts
		});
	};
	agent[kAxiosInstalledTunnel] = true;
	cache.set(key, agent);
	return agent;
}
const supportedProtocols = platform_default.protocols.map((protocol) => {
	return protocol + ":";
});
const decodeURIComponentSafe$1 = (value) => {
	if (!utils_default.isString(value)) return value;
	try {
		return decodeURIComponent(value);
	} catch (error) {
		return value;
	}
};
const flushOnFinish = (stream, [throttled, flush]) => {
	stream.on("end", flush).on("error", flush);
	return throttled;
};
const http2Sessions = new Http2Sessions();
function dispatchBeforeRedirect(options, responseDetails, requestDetails) {
	if (!isSameOriginRedirect(options, requestDetails)) {
		stripMatchingHeaders(options.headers, new Set(["authorization", "cookie"]));
		delete options.auth;
	}
	if (options.beforeRedirects.proxy) options.beforeRedirects.proxy(options);
	if (options.beforeRedirects.auth) options.beforeRedirects.auth(options);
	if (options.beforeRedirects.sensitiveHeaders) options.beforeRedirects.sensitiveHeaders(options, requestDetails);
	if (options.beforeRedirects.direct) options.beforeRedirects.direct(options);
	if (options.beforeRedirects.config) options.beforeRedirects.config(options, responseDetails, requestDetails);
}
function stripMatchingHeaders(headers, sensitiveSet) {
	if (!headers) return;
	Object.keys(headers).forEach((header) => {
		if (sensitiveSet.has(header.toLowerCase())) delete headers[header];
	});
}
function isSameOriginRedirect(redirectOptions, requestDetails) {
	if (!requestDetails) return false;
	try {
		return new URL(requestDetails.url).origin === new URL(redirectOptions.href).origin;
	} catch (e) {
		return false;
	}
}
function setProxy(options, configProxy, location, isRedirect, configHttpsAgent, configHttpAgent, allowEnvProxy = true) {
	let proxy = configProxy;
	const proxyEnvAgent = getProxyEnvAgent(options, configHttpAgent, configHttpsAgent);
	if (!proxy && proxy !== false && allowEnvProxy && !isNodeEnvProxyEnabled(proxyEnvAgent)) {
		const proxyUrl = getProxyForUrl(location);
		if (proxyUrl) {
			if (!shouldBypassProxy(location)) proxy = new URL(proxyUrl);
		}
	}
	if (isRedirect && options.headers) {
		for (const name of Object.keys(options.headers)) if (name.toLowerCase() === "proxy-authorization") delete options.headers[name];
	}
	if (isRedirect && options.agent && options.agent[kAxiosInstalledTunnel]) options.agent = void 0;
	if (isRedirect && options.agents && options.agents.https && options.agents.https[kAxiosInstalledTunnel]) options.agents.https = configHttpsAgent;
	if (proxy) {
		const isProxyURL = proxy instanceof URL;
		const readProxyField = (key) => isProxyURL || utils_default.hasOwnProp(proxy, key) ? proxy[key] : void 0;
		const proxyUsername = readProxyField("username");
		const proxyPassword = readProxyField("password");
		let proxyAuth = utils_default.hasOwnProp(proxy, "auth") ? proxy.auth : void 0;
		if (proxyUsername) proxyAuth = (proxyUsername || "") + ":" + (proxyPassword || "");
		if (proxyAuth) {
			const authIsObject = typeof proxyAuth === "object";
			const authUsername = authIsObject && utils_default.hasOwnProp(proxyAuth, "username") ? proxyAuth.username : void 0;
			const authPassword = authIsObject && utils_default.hasOwnProp(proxyAuth, "password") ? proxyAuth.password : void 0;
			if (Boolean(authUsername || authPassword)) proxyAuth = (authUsername || "") + ":" + (authPassword || "");
			else if (authIsObject) throw new AxiosError("Invalid proxy authorization", AxiosError.ERR_BAD_OPTION, { proxy });
		}
		if (isHttps.test(options.protocol)) {
			if (!(configHttpsAgent instanceof import_dist.default)) {
				const proxyHost = readProxyField("hostname") || readProxyField("host");
				const proxyPort = readProxyField("port");
				const rawProxyProtocol = readProxyField("protocol");
				const normalizedProtocol = rawProxyProtocol ? rawProxyProtocol.includes(":") ? rawProxyProtocol : `${rawProxyProtocol}:` : "http:";
				const proxyHostForURL = proxyHost && proxyHost.includes(":") && !proxyHost.startsWith("[") ? `[${proxyHost}]` : proxyHost;
				const proxyURL = new URL(`${normalizedProtocol}//${proxyHostForURL}${proxyPort ? ":" + proxyPort : ""}`);
				const agentOptions = {
					protocol: proxyURL.protocol,
					hostname: proxyURL.hostname.replace(/^\[|\]$/g, ""),
					port: proxyURL.port,
					auth: proxyAuth && typeof proxyAuth === "string" ? proxyAuth : void 0
				};
				if (proxyURL.protocol === "https:") agentOptions.ALPNProtocols = ["http/1.1"];
				const tunnelingAgent = getTunnelingAgent(agentOptions, configHttpsAgent);
				options.agent = tunnelingAgent;
				if (options.agents) options.agents.https = tunnelingAgent;
			}
		} else {
			if (proxyAuth) {
				const base64 = Buffer.from(proxyAuth, "utf8").toString("base64");
				options.headers["Proxy-Authorization"] = "Basic " + base64;
			}
			let hasUserHostHeader = false;
			for (const name of Object.keys(options.headers)) if (name.toLowerCase() === "host") {
				hasUserHostHeader = true;
				break;
			}
			if (!hasUserHostHeader) options.headers.host = options.hostname + (options.port ? ":" + options.port : "");
			const proxyHost = readProxyField("hostname") || readProxyField("host");
			options.hostname = proxyHost;
			options.host = proxyHost;
			options.port = readProxyField("port");
			options.path = location;
			const proxyProtocol = readProxyField("protocol");
			if (proxyProtocol) options.protocol = proxyProtocol.includes(":") ? proxyProtocol : `${proxyProtocol}:`;
		}
	}
	options.beforeRedirects.proxy = function beforeRedirect(redirectOptions) {
		setProxy(redirectOptions, configProxy, redirectOptions.href, true, configHttpsAgent, configHttpAgent, allowEnvProxy);
	};
	return Boolean(proxy || configProxy !== false && allowEnvProxy && isNodeEnvProxyEnabled(proxyEnvAgent));
}
const isHttpAdapterSupported = typeof process !== "undefined" && utils_default.kindOf(process) === "process";
const wrapAsync = (asyncExecutor) => {
	return new Promise((resolve, reject) => {
		let onDone;
		let isDone;
		const done = (value, isRejected) => {
			if (isDone) return;
			isDone = true;
			onDone && onDone(value, isRejected);
		};
		const _resolve = (value) => {
			done(value);
			resolve(value);
		};
		const _reject = (reason) => {
			done(reason, true);
			reject(reason);
		};
		asyncExecutor(_resolve, _reject, (onDoneHandler) => onDone = onDoneHandler).catch(_reject);
	});
};
const resolveFamily = ({ address, family }) => {
	if (!utils_default.isString(address)) throw new AxiosError("address must be a string", AxiosError.ERR_BAD_OPTION_VALUE);
	return {
		address,
		family: family || (address.indexOf(".") < 0 ? 6 : 4)
	};
};
const buildAddressEntry = (address, family) => resolveFamily(utils_default.isObject(address) ? address : {
	address,
	family
});
const normalizedLookupCache = new WeakMap();
const normalizeLookup = (lookup) => {
	let normalized = normalizedLookupCache.get(lookup);
	if (normalized) return normalized;
	const callbackLookup = callbackify(lookup, (value) => utils_default.isArray(value) ? value : [value]);
	normalized = (hostname, opt, cb) => {
		callbackLookup(hostname, opt, (err, arg0, arg1) => {
			if (err) return cb(err);
			let addresses;
			try {
				addresses = utils_default.isArray(arg0) ? arg0.map((addr) => buildAddressEntry(addr)) : [buildAddressEntry(arg0, arg1)];
			} catch (error) {
				return cb(error);
			}
			opt.all ? cb(err, addresses) : cb(err, addresses[0].address, addresses[0].family);
		});
	};
	normalizedLookupCache.set(lookup, normalized);
	return normalized;
};
const http2Transport = { request(options, cb) {
	const authority = options.protocol + "//" + options.hostname + ":" + (options.port || (options.protocol === "https:" ? 443 : 80));
	const { http2Options, headers } = options;
	const session = http2Sessions.getSession(authority, http2Options);
	const { HTTP2_HEADER_SCHEME, HTTP2_HEADER_METHOD, HTTP2_HEADER_PATH, HTTP2_HEADER_STATUS } = http2.constants;
	const http2Headers = {
		[HTTP2_HEADER_SCHEME]: options.protocol.replace(":", ""),
		[HTTP2_HEADER_METHOD]: options.method,
		[HTTP2_HEADER_PATH]: options.path
	};
	utils_default.forEach(headers, (header, name) => {
		name.charAt(0) !== ":" && (http2Headers[name] = header);
	});
	const req = session.request(http2Headers);
	req.once("response", (responseHeaders) => {
		const response = req;
		responseHeaders = Object.assign({}, responseHeaders);
		const status = responseHeaders[HTTP2_HEADER_STATUS];
		delete responseHeaders[HTTP2_HEADER_STATUS];
		response.headers = responseHeaders;
		response.statusCode = +status;
		cb(response);
	});
	return req;
} };
var http_default = isHttpAdapterSupported && function httpAdapter(config) {
	return wrapAsync(async function dispatchHttpRequest(resolve, reject, onDone) {
		const own = (key) => utils_default.getSafeProp(config, key);
		const transitional = own("transitional") || transitional_default;
		let data = own("data");
		let lookup = own("lookup");
		let family = own("family");
		let httpVersion = own("httpVersion");
		if (httpVersion === void 0) httpVersion = 1;
		const rawHttpVersion = httpVersion;
		let http2Options = own("http2Options");
		const configProxy = own("proxy");
		const httpAgent = own("httpAgent");
		const httpsAgent = own("httpsAgent");
		const responseType = own("responseType");
		const responseEncoding = own("responseEncoding");
		const socketPath = own("socketPath");
		const method = own("method").toUpperCase();
		const maxRedirects = own("maxRedirects");
		const maxBodyLength = own("maxBodyLength");
		const maxContentLength = own("maxContentLength");
		const decompress = own("decompress");
		let isDone;
		let rejected = false;
		let req;
		let connectPhaseTimer;
		try {
			httpVersion = +httpVersion;
		} catch (err) {
			throw new AxiosError("Invalid protocol version: value is not a number", AxiosError.ERR_BAD_OPTION_VALUE, config);
		}
		if (Number.isNaN(httpVersion)) throw new AxiosError(`Invalid protocol version: '${rawHttpVersion}' is not a number`, AxiosError.ERR_BAD_OPTION_VALUE, config);
		if (httpVersion !== 1 && httpVersion !== 2) throw new AxiosError(`Unsupported protocol version '${httpVersion}'`, AxiosError.ERR_BAD_OPTION_VALUE, config);
		const isHttp2 = httpVersion === 2;
		if (lookup) lookup = normalizeLookup(lookup);
		const abortEmitter = new EventEmitter();
		function abort(reason) {
			try {
				abortEmitter.emit("abort", !reason || reason.type ? new CanceledError(null, config, req) : reason);
			} catch (err) {}
		}
		function clearConnectPhaseTimer() {
			if (connectPhaseTimer) {
				clearTimeout(connectPhaseTimer);
				connectPhaseTimer = null;
			}
		}
		function createTimeoutError() {
			const configTimeout = own("timeout");
			let timeoutErrorMessage = configTimeout ? "timeout of " + configTimeout + "ms exceeded" : "timeout exceeded";
			const configTimeoutErrorMessage = own("timeoutErrorMessage");
			if (configTimeoutErrorMessage) timeoutErrorMessage = configTimeoutErrorMessage;
			return new AxiosError(timeoutErrorMessage, transitional.clarifyTimeoutError ? AxiosError.ETIMEDOUT : AxiosError.ECONNABORTED, config, req);
		}
		abortEmitter.once("abort", reject);
		const onFinished = () => {
			clearConnectPhaseTimer();
			if (config.cancelToken) config.cancelToken.unsubscribe(abort);
			if (config.signal) config.signal.removeEventListener("abort", abort);
			abortEmitter.removeAllListeners();
		};
		if (config.cancelToken || config.signal) {
			config.cancelToken && config.cancelToken.subscribe(abort);
			if (config.signal) config.signal.aborted ? abort() : config.signal.addEventListener("abort", abort);
		}
		onDone((response, isRejected) => {
			isDone = true;
			clearConnectPhaseTimer();
			if (isRejected) {
				rejected = true;
				onFinished();
				return;
			}
			const { data } = response;
			if (data instanceof stream.Readable || data instanceof stream.Duplex) {
				const offListeners = stream.finished(data, () => {
					offListeners();
					onFinished();
				});
			} else onFinished();
		});
		const fullPath = buildFullPath(own("baseURL"), own("url"), own("allowAbsoluteUrls"), config);
		const urlBase = socketPath ? "http://localhost" : platform_default.hasBrowserEnv ? platform_default.origin : void 0;
		const parsed = new URL(fullPath, urlBase);
		const protocol = parsed.protocol || supportedProtocols[0];
		if (protocol === "data:") {
			if (maxContentLength > -1) {
				if (estimateDataURLBufferAllocation(String(own("url") || fullPath || "")) > maxContentLength) return reject(new AxiosError("maxContentLength size of " + maxContentLength + " exceeded", AxiosError.ERR_BAD_RESPONSE, config));
			}
			let convertedData;
			if (method !== "GET") return settle(resolve, reject, {
				status: 405,
				statusText: "method not allowed",
				headers: {},
				config
			});
			try {
				convertedData = fromDataURI(own("url"), responseType === "blob", { Blob: config.env && config.env.Blob });
			} catch (err) {
				throw AxiosError.from(err, AxiosError.ERR_BAD_REQUEST, config);
			}
			if (maxContentLength > -1 && (responseType === "blob" ? convertedData.size : convertedData.length) > maxContentLength) return reject(new AxiosError("maxContentLength size of " + maxContentLength + " exceeded", AxiosError.ERR_BAD_RESPONSE, config));
			if (responseType === "text") {
				convertedData = convertedData.toString(responseEncoding);
				if (!responseEncoding || responseEncoding === "utf8") convertedData = utils_default.stripBOM(convertedData);
			} else if (responseType === "stream") convertedData = stream.Readable.from(convertedData);
			return settle(resolve, reject, {
				data: convertedData,
				status: 200,
				statusText: "OK",
				headers: new AxiosHeaders(),
				config
			});
		}
		if (supportedProtocols.indexOf(protocol) === -1) return reject(new AxiosError("Unsupported protocol " + protocol, AxiosError.ERR_BAD_REQUEST, config));
		const headers = AxiosHeaders.from(config.headers).normalize();
		headers.set("User-Agent", "axios/1.21.1", false);
		const { onUploadProgress, onDownloadProgress } = config;
		const maxRate = config.maxRate;
		let maxUploadRate = void 0;
		let maxDownloadRate = void 0;
		if (utils_default.isSpecCompliantForm(data)) {
			const userBoundary = headers.getContentType(/boundary=([-_\w\d]{10,70})/i);
			data = formDataToStream(data, (formHeaders) => {
				headers.set(formHeaders);
			}, {
				tag: `axios-1.21.1-boundary`,
				boundary: userBoundary && userBoundary[1] || void 0
			});
		} else if (utils_default.isFormData(data) && utils_default.isFunction(data.getHeaders) && data.getHeaders !== Object.prototype.getHeaders) {
			setFormDataHeaders(headers, data.getHeaders(), own("formDataHeaderPolicy"));
			if (!headers.hasContentLength()) try {
				const knownLength = await util.promisify(data.getLength).call(data);
				Number.isFinite(knownLength) && knownLength >= 0 && headers.setContentLength(knownLength);
			} catch (e) {}
		} else if (utils_default.isBlob(data) || utils_default.isFile(data)) {
			data.size && headers.setContentType(data.type || "application/octet-stream");
			headers.setContentLength(data.size || 0);
			data = stream.Readable.from(readBlob(data));
		} else if (data && !utils_default.isStream(data)) {
			if (Buffer.isBuffer(data)) {} else if (utils_default.isArrayBuffer(data)) data = Buffer.from(new Uint8Array(data));
			else if (utils_default.isString(data)) data = Buffer.from(data, "utf-8");
			else return reject(new AxiosError("Data after transformation must be a string, an ArrayBuffer, a Buffer, or a Stream", AxiosError.ERR_BAD_REQUEST, config));
			headers.setContentLength(data.length, false);
			if (maxBodyLength > -1 && data.length > maxBodyLength) return reject(new AxiosError("Request body larger than maxBodyLength limit", AxiosError.ERR_BAD_REQUEST, config));
		}
		const contentLength = utils_default.toFiniteNumber(headers.getContentLength());
		if (utils_default.isArray(maxRate)) {
			maxUploadRate = maxRate[0];
			maxDownloadRate = maxRate[1];
		} else maxUploadRate = maxDownloadRate = maxRate;
		if (data && (onUploadProgress || maxUploadRate)) {
			if (!utils_default.isStream(data)) data = stream.Readable.from(data, { objectMode: false });
			data = stream.pipeline([data, new AxiosTransformStream({ maxRate: utils_default.toFiniteNumber(maxUploadRate) })], utils_default.noop);
			onUploadProgress && data.on("progress", flushOnFinish(data, progressEventDecorator(contentLength, progressEventReducer(asyncDecorator(onUploadProgress, scheduleProgress), false, 3))));
		}
		let auth = void 0;
		const configAuth = own("auth");
		if (configAuth) {
			const username = utils_default.getSafeProp(configAuth, "username") || "";
			const password = utils_default.getSafeProp(configAuth, "password") || "";
			auth = username + ":" + password;
		}
		if (!auth && (parsed.username || parsed.password)) {
			const urlUsername = decodeURIComponentSafe$1(parsed.username);
			const urlPassword = decodeURIComponentSafe$1(parsed.password);
			auth = urlUsername + ":" + urlPassword;
		}
		auth && headers.delete("authorization");
		let path;
		try {
			path = buildURL(parsed.pathname + parsed.search, own("params"), own("paramsSerializer")).replace(/^\?/, "");
		} catch (err) {
			return reject(AxiosError.from(err, AxiosError.ERR_BAD_REQUEST, config, null, null, {
				url: own("url"),
				exists: true
			}));
		}
		headers.set("Accept-Encoding", utils_default.hasOwnProp(transitional, "advertiseZstdAcceptEncoding") && transitional.advertiseZstdAcceptEncoding === true ? ACCEPT_ENCODING_WITH_ZSTD : ACCEPT_ENCODING, false);
		if (isHttp2 && lookup) http2Options = Object.assign(Object.create(null), http2Options, { lookup });
		const options = Object.assign(Object.create(null), {
			path,
			method,
			headers: toByteStringHeaderObject(headers),
			agents: {
				http: httpAgent,
				https: httpsAgent
			},
			auth,
			protocol,
			family,
			beforeRedirect: dispatchBeforeRedirect,
			beforeRedirects: Object.create(null),
			http2Options,
			createConnection: void 0
		});
		!utils_default.isUndefined(lookup) && (options.lookup = lookup);
		let proxyApplied = false;
		if (socketPath) {
			if (typeof socketPath !== "string") return reject(new AxiosError("socketPath must be a string", AxiosError.ERR_BAD_OPTION_VALUE, config));
			const allowedSocketPaths = own("allowedSocketPaths");
			if (allowedSocketPaths != null) {
				const allowed = Array.isArray(allowedSocketPaths) ? allowedSocketPaths : [allowedSocketPaths];
				const resolvedSocket = resolve$1(socketPath);
				if (!allowed.some((entry) => typeof entry === "string" && resolve$1(entry) === resolvedSocket)) return reject(new AxiosError(`socketPath "${socketPath}" is not permitted by allowedSocketPaths`, AxiosError.ERR_BAD_OPTION_VALUE, config));
			}
			options.socketPath = socketPath;
		} else {
			options.hostname = parsed.hostname.startsWith("[") ? parsed.hostname.slice(1, -1) : parsed.hostname;
			options.port = parsed.port;
			proxyApplied = setProxy(options, configProxy, protocol + "//" + parsed.hostname + (parsed.port ? ":" + parsed.port : "") + options.path, false, httpsAgent, httpAgent, !isHttp2);
		}
		let transport;
		let isNativeTransport = false;
		const isHttpsRequest = isHttps.test(options.protocol);
		if (!isHttp2 && configProxy === false) {
			setDirectAgent(options, httpAgent, httpsAgent);
			options.beforeRedirects.direct = (redirectOptions) => {
				setDirectAgent(redirectOptions, httpAgent, httpsAgent);
			};
		} else if (options.agent == null) options.agent = isHttpsRequest ? httpsAgent : httpAgent;
		if (isHttp2) {
			if (proxyApplied) return reject(new AxiosError("HTTP/2 requests with a proxy are not supported", AxiosError.ERR_NOT_SUPPORT, config));
			transport = http2Transport;
		} else {
			const configTransport = own("transport");
			if (configTransport) transport = configTransport;
			else if (maxRedirects === 0) {
				transport = isHttpsRequest ? https : http;
				isNativeTransport = true;
			} else {
				options.sensitiveHeaders = [];
				if (maxRedirects) options.maxRedirects = maxRedirects;
				const configBeforeRedirect = own("beforeRedirect");
				if (configBeforeRedirect) options.beforeRedirects.config = configBeforeRedirect;
				if (auth) {
					const requestOrigin = parsed.origin;
					const authToRestore = auth;
					options.beforeRedirects.auth = function beforeRedirectAuth(redirectOptions) {
						try {
							if (new URL(redirectOptions.href).origin === requestOrigin) redirectOptions.auth = authToRestore;
						} catch (e) {}
					};
				}
				const sensitiveHeaders = own("sensitiveHeaders");
				if (sensitiveHeaders != null) {
					if (!utils_default.isArray(sensitiveHeaders)) return reject(new AxiosError("sensitiveHeaders must be an array of strings", AxiosError.ERR_BAD_OPTION_VALUE, config));
					const sensitiveSet = new Set();
					for (const header of sensitiveHeaders) {
						if (!utils_default.isString(header)) return reject(new AxiosError("sensitiveHeaders must be an array of strings", AxiosError.ERR_BAD_OPTION_VALUE, config));
						sensitiveSet.add(header.toLowerCase());
					}
					if (sensitiveSet.size) {
						options.sensitiveHeaders = Array.from(sensitiveSet);
						options.beforeRedirects.sensitiveHeaders = function beforeRedirectSensitiveHeaders(redirectOptions, requestDetails) {
							if (!isSameOriginRedirect(redirectOptions, requestDetails)) stripMatchingHeaders(redirectOptions.headers, sensitiveSet);
						};
					}
				}
				transport = isHttpsRequest ? httpsFollow : httpFollow;
			}
		}
		if (maxBodyLength > -1) options.maxBodyLength = maxBodyLength;
		else options.maxBodyLength = Infinity;
		options.insecureHTTPParser = Boolean(own("insecureHTTPParser"));
		req = transport.request(options, function handleResponse(res) {
			clearConnectPhaseTimer();
			if (req.destroyed) return;
			const streams = [res];
			const responseLength = utils_default.toFiniteNumber(res.headers["content-length"]);
			if (onDownloadProgress || maxDownloadRate) {
				const transformStream = new AxiosTransformStream({ maxRate: utils_default.toFiniteNumber(maxDownloadRate) });
				onDownloadProgress && transformStream.on("progress", flushOnFinish(transformStream, progressEventDecorator(responseLength, progressEventReducer(asyncDecorator(onDownloadProgress, scheduleProgress), true, 3))));
				streams.push(transformStream);
			}
			let responseStream = res;
			const lastRequest = res.req || req;
			if (decompress !== false && res.headers["content-encoding"]) {
				if (method === "HEAD" || res.statusCode === 204) delete res.headers["content-encoding"];
				switch ((res.headers["content-encoding"] || "").toLowerCase()) {
					case "gzip":
					case "x-gzip":
					case "compress":
					case "x-compress":
						streams.push(zlib.createUnzip(zlibOptions));
						delete res.headers["content-encoding"];
						break;
					case "deflate":
						streams.push(new ZlibHeaderTransformStream());
						streams.push(zlib.createUnzip(zlibOptions));
						delete res.headers["content-encoding"];
						break;
					case "br":
						if (isBrotliSupported) {
							streams.push(zlib.createBrotliDecompress(brotliOptions));
							delete res.headers["content-encoding"];
						}
						break;
					case "zstd": if (isZstdSupported) {
						streams.push(zlib.createZstdDecompress(zstdOptions));
						delete res.headers["content-encoding"];
					}
				}
			}
			responseStream = streams.length > 1 ? stream.pipeline(streams, utils_default.noop) : streams[0];
			const response = {
				status: res.statusCode,
				statusText: res.statusMessage,
				headers: new AxiosHeaders(res.headers),
				config,
				request: lastRequest
			};
			if (responseType === "stream") {
				if (maxContentLength > -1) {
					const limit = maxContentLength;
					const source = responseStream;
					async function* enforceMaxContentLength() {
						let totalResponseBytes = 0;
						for await (const chunk of source) {
							totalResponseBytes += chunk.length;
							if (totalResponseBytes > limit) throw new AxiosError("maxContentLength size of " + limit + " exceeded", AxiosError.ERR_BAD_RESPONSE, config, lastRequest);
							yield chunk;
						}
					}
					responseStream = stream.Readable.from(enforceMaxContentLength(), { objectMode: false });
				}
				response.data = responseStream;
				settle(resolve, reject, response);
			} else {
				const responseBuffer = [];
				let totalResponseBytes = 0;
				responseStream.on("data", function handleStreamData(chunk) {
					responseBuffer.push(chunk);
					totalResponseBytes += chunk.length;
					if (maxContentLength > -1 && totalResponseBytes > maxContentLength) {
						rejected = true;
						responseStream.destroy();
						abort(new AxiosError("maxContentLength size of " + maxContentLength + " exceeded", AxiosError.ERR_BAD_RESPONSE, config, lastRequest));
					}
				});
				responseStream.on("aborted", function handlerStreamAborted() {
					if (rejected) return;
					const err = new AxiosError("stream has been aborted", AxiosError.ERR_BAD_RESPONSE, config, lastRequest, response);
					responseStream.destroy(err);
					reject(err);
				});
				responseStream.on("error", function handleStreamError(err) {
					if (rejected) return;
					reject(AxiosError.from(err, null, config, lastRequest, response));
				});
				responseStream.on("end", function handleStreamEnd() {
					try {
						let responseData = responseBuffer.length === 1 ? responseBuffer[0] : Buffer.concat(responseBuffer);
						if (responseType !== "arraybuffer") {
							responseData = responseData.toString(responseEncoding);
							if (!responseEncoding || responseEncoding === "utf8") responseData = utils_default.stripBOM(responseData);
						}
						response.data = responseData;
					} catch (err) {
						return reject(AxiosError.from(err, null, config, response.request, response));
					}
					settle(resolve, reject, response);
				});
			}
			abortEmitter.once("abort", (err) => {
				if (!responseStream.destroyed) {
					responseStream.emit("error", err);
					responseStream.destroy();
				}
			});
		});
		abortEmitter.once("abort", (err) => {
			if (req.close) req.close();
			else req.destroy(err);
		});
		req.on("error", function handleRequestError(err) {
			reject(AxiosError.from(err, null, config, req));
		});
		const boundSockets = new Set();
		req.on("socket", function handleRequestSocket(socket) {
			if (typeof socket.setKeepAlive === "function") socket.setKeepAlive(true, 6e4);
			if (!socket[kAxiosSocketListener]) {
				socket.on("error", handleSocketError);
				socket[kAxiosSocketListener] = true;
			}
			socket[kAxiosCurrentReq] = req;
			boundSockets.add(socket);
		});
		req.once("close", function clearCurrentReq() {
			clearConnectPhaseTimer();
			for (const socket of boundSockets) if (socket[kAxiosCurrentReq] === req) socket[kAxiosCurrentReq] = null;
			boundSockets.clear();
		});
		if (own("timeout")) {
			const timeout = parseInt(own("timeout"), 10);
			if (Number.isNaN(timeout)) {
				abort(new AxiosError("error trying to parse `config.timeout` to int", AxiosError.ERR_BAD_OPTION_VALUE, config, req));
				return;
			}
			const handleTimeout = function handleTimeout() {
				if (isDone) return;
				abort(createTimeoutError());
			};
			if (isNativeTransport && timeout > 0) connectPhaseTimer = setTimeout(handleTimeout, timeout);
			req.setTimeout(timeout, handleTimeout);
		} else req.setTimeout(0);
		if (utils_default.isStream(data)) {
			let ended = false;
			let errored = false;
			data.on("end", () => {
				ended = true;
			});
			data.once("error", (err) => {
				errored = true;
				req.destroy(err);
			});
			data.on("close", () => {
				if (!ended && !errored) abort(new CanceledError("Request stream has been aborted", config, req));
			});
			let uploadStream = data;
			if (maxBodyLength > -1) {
				const limit = maxBodyLength;
				let bytesSent = 0;
				uploadStream = stream.pipeline([data, new stream.Transform({ transform(chunk, _enc, cb) {
					bytesSent += chunk.length;
					if (bytesSent > limit) return cb(new AxiosError("Request body larger than maxBodyLength limit", AxiosError.ERR_BAD_REQUEST, config, req));
					cb(null, chunk);
				} })], utils_default.noop);
				uploadStream.on("error", (err) => {
					if (!req.destroyed) req.destroy(err);
				});
			}
			uploadStream.pipe(req);
		} else {
			data && req.write(data);
			req.end();
		}
	});
};
// node_modules/axios/lib/helpers/cookies.js
const decodeCookieValue = (value) => {
	try {
		return decodeURIComponent(value);
	} catch (e) {
		return value;
	}
};
var cookies_default = platform_default.hasStandardBrowserEnv ? {
	write(name, value, expires, path, domain, secure, sameSite) {
		if (typeof document === "undefined") return;
		const cookie = [`${name}=${encodeURIComponent(value)}`];
		if (utils_default.isNumber(expires)) cookie.push(`expires=${new Date(expires).toUTCString()}`);
		if (utils_default.isString(path)) cookie.push(`path=${path}`);
		if (utils_default.isString(domain)) cookie.push(`domain=${domain}`);
		if (secure === true) cookie.push("secure");
		if (utils_default.isString(sameSite)) cookie.push(`SameSite=${sameSite}`);
		document.cookie = cookie.join("; ");
	},
	read(name) {
		if (typeof document === "undefined") return null;
		const cookieString = document.cookie;
		if (!cookieString) return null;
		const cookies = cookieString.split(";");
		for (let i = 0; i < cookies.length; i++) {
			const cookie = cookies[i].replace(/^\s+/, "");
			const eq = cookie.indexOf("=");
			if (eq !== -1 && cookie.slice(0, eq) === name) return decodeCookieValue(cookie.slice(eq + 1));
		}
		return null;
	},
	async readAsync(name) {
		try {
			const store = typeof window !== "undefined" && window.cookieStore;
			if (store && utils_default.isFunction(store.get)) {
				const cookie = await store.get(name);
				return cookie ? decodeCookieValue(cookie.value) : null;
			}
		} catch (e) {}
		return this.read(name);
	},
	remove(name) {
		this.write(name, "", Date.now() - 864e5, "/");
	}
} : {
	write() {},
	read() {
		return null;
	},
	async readAsync() {
		return null;
	},
	remove() {}
};
// node_modules/axios/lib/helpers/isURLSameOrigin.js
var isURLSameOrigin_default = platform_default.hasStandardBrowserEnv ? ((origin) => (url) => {
	url = new URL(url, document.baseURI || platform_default.origin);
	return origin.protocol === url.protocol && origin.host === url.host && origin.port === url.port;
})(new URL(platform_default.origin)) : () => true;
// node_modules/axios/lib/core/assertParamsAcyclic.js
function assertParamsAcyclic(params) {
	const pending = [{ value: params }];
	const active = new WeakSet();
	const visited = new WeakSet();
	while (pending.length) {
		const { value, done } = pending.pop();
		if (!utils_default.isPlainObject(value) && !utils_default.isArray(value)) continue;
		if (done) {
			active.delete(value);
			continue;
		}
		if (active.has(value)) throw new AxiosError("Circular reference detected in params", AxiosError.ERR_BAD_OPTION_VALUE);
		if (visited.has(value)) continue;
		visited.add(value);
		active.add(value);
		pending.push({
			value,
			done: true
		});
		const keys = Object.keys(value);
		if (Object.getOwnPropertySymbols && Object.getOwnPropertyDescriptor) Object.getOwnPropertySymbols(value).forEach((key) => {
			const descriptor = Object.getOwnPropertyDescriptor(value, key);
			if (descriptor && descriptor.enumerable) keys.push(key);
		});
		keys.forEach((key) => {
			if (key === "__proto__" || key === "constructor" || key === "prototype") {
				const descriptor = Object.getOwnPropertyDescriptor(value, key);
				if (descriptor && utils_default.hasOwnProp(descriptor, "value")) pending.push({ value: descriptor.value });
			} else pending.push({ value: value[key] });
		});
	}
}
// node_modules/axios/lib/core/mergeConfig.js
const headersToObject = (thing) => thing instanceof AxiosHeaders ? { ...thing } : thing;
const ownEnumerableKeys = (thing) => {
	if (Object.getOwnPropertySymbols && Object.getOwnPropertyDescriptor) return Object.keys(thing).concat(Object.getOwnPropertySymbols(thing).filter((symbol) => {
		const descriptor = Object.getOwnPropertyDescriptor(thing, symbol);
		return descriptor && descriptor.enumerable;
	}));
	return Object.keys(thing);
};
function mergeParams(a, b) {
	const pending = [];
	const copies = new WeakMap();
	const empty = {};
	function copy(target, source) {
		if (!utils_default.isPlainObject(source)) return utils_default.isArray(source) ? source.slice() : source;
		const base = utils_default.isPlainObject(target) ? target : empty;
		let bases = copies.get(source);
		if (!bases) {
			bases = new WeakMap();
			copies.set(source, bases);
		}
		if (bases.has(base)) return bases.get(base);
		const result = {};
		bases.set(base, result);
		pending.push({
			base,
			source,
			result
		});
		return result;
	}
	const result = utils_default.isUndefined(b) ? copy(void 0, a) : copy(a, b);
	while (pending.length) {
		const { base, source, result: target } = pending.pop();
		const baseKeys = new Set(ownEnumerableKeys(base));
		const sourceKeys = new Set(ownEnumerableKeys(source));
		new Set([...baseKeys, ...sourceKeys]).forEach((key) => {
			if (key === "__proto__" || key === "constructor" || key === "prototype") return;
			const hasSource = sourceKeys.has(key);
			const value = hasSource ? source[key] : void 0;
			const previous = (!hasSource || utils_default.isPlainObject(value)) && baseKeys.has(key) ? base[key] : void 0;
			target[key] = hasSource ? copy(previous, value) : copy(void 0, previous);
		});
	}
	assertParamsAcyclic(result);
	return result;
}
function getMergedValue(target, source, prop, caseless) {
	if (utils_default.isPlainObject(target) && utils_default.isPlainObject(source)) return utils_default.merge.call({ caseless }, target, source);
	else if (utils_default.isPlainObject(source)) return utils_default.merge({}, source);
	else if (utils_default.isArray(source)) return source.slice();
	return source;
}
function mergeDeepProperties(a, b, prop, caseless) {
	if (!utils_default.isUndefined(b)) return getMergedValue(a, b, prop, caseless);
	else if (!utils_default.isUndefined(a)) return getMergedValue(void 0, a, prop, caseless);
}
function valueFromConfig2(a, b) {
	if (!utils_default.isUndefined(b)) return getMergedValue(void 0, b);
}
function defaultToConfig2(a, b) {
	if (!utils_default.isUndefined(b)) return getMergedValue(void 0, b);
	else if (!utils_default.isUndefined(a)) return getMergedValue(void 0, a);
}
function getMergedTransitionalOption(config1, config2, prop) {
	const transitional2 = utils_default.hasOwnProp(config2, "transitional") ? config2.transitional : void 0;
	if (!utils_default.isUndefined(transitional2)) {
		if (utils_default.isPlainObject(transitional2)) {
			if (utils_default.hasOwnProp(transitional2, prop)) return transitional2[prop];
		} else return;
	}
	const transitional1 = utils_default.hasOwnProp(config1, "transitional") ? config1.transitional : void 0;
	if (utils_default.isPlainObject(transitional1) && utils_default.hasOwnProp(transitional1, prop)) return transitional1[prop];
}
function mergeDirectKeys(a, b, prop, config1, config2) {
	if (utils_default.hasOwnProp(config2, prop)) return getMergedValue(a, b);
	else if (utils_default.hasOwnProp(config1, prop)) return getMergedValue(void 0, a);
}
function mergeHeaders(a, b, prop) {
	return mergeDeepProperties(headersToObject(a), headersToObject(b), prop, true);
}
const hasOwnPropertyDescriptor = Object.freeze({
	__proto__: null,
	value: Object.prototype.hasOwnProperty,
	enumerable: false,
	writable: true,
	configurable: true
});
const mergeMap = {
	url: valueFromConfig2,
	method: valueFromConfig2,
	data: valueFromConfig2,
	baseURL: defaultToConfig2,
	transformRequest: defaultToConfig2,
	transformResponse: defaultToConfig2,
	params: mergeParams,
	paramsSerializer: defaultToConfig2,
	timeout: defaultToConfig2,
	timeoutErrorMessage: defaultToConfig2,
	withCredentials: defaultToConfig2,
	withXSRFToken: defaultToConfig2,
	adapter: defaultToConfig2,
	responseType: defaultToConfig2,
	xsrfCookieName: defaultToConfig2,
	xsrfHeaderName: defaultToConfig2,
	onUploadProgress: defaultToConfig2,
	onDownloadProgress: defaultToConfig2,
	decompress: defaultToConfig2,
	maxContentLength: defaultToConfig2,
	maxBodyLength: defaultToConfig2,
	beforeRedirect: defaultToConfig2,
	transport: defaultToConfig2,
	httpAgent: defaultToConfig2,
	httpsAgent: defaultToConfig2,
	cancelToken: defaultToConfig2,
	socketPath: defaultToConfig2,
	allowedSocketPaths: defaultToConfig2,
	responseEncoding: defaultToConfig2,
	validateStatus: mergeDirectKeys,
	headers: mergeHeaders
};
function mergeConfig(config1, config2) {
	config1 = config1 || {};
	config2 = config2 || {};
	const config = Object.create(null);
	Object.defineProperty(config, "hasOwnProperty", hasOwnPropertyDescriptor);
	const keys = ownEnumerableKeys({
		...config1,
		...config2
	});
	for (let i = 0, len = keys.length; i < len; i++) {
		const prop = keys[i];
		if (prop === "__proto__" || prop === "constructor" || prop === "prototype") continue;
		const merge = utils_default.hasOwnProp(mergeMap, prop) ? mergeMap[prop] : mergeDeepProperties;
		const a = utils_default.hasOwnProp(config1, prop) ? config1[prop] : void 0;
		const b = utils_default.hasOwnProp(config2, prop) ? config2[prop] : void 0;
		const configValue = merge === mergeDirectKeys ? merge(a, b, prop, config1, config2) : merge(a, b, prop);
		utils_default.isUndefined(configValue) && merge !== mergeDirectKeys || (config[prop] = configValue);
	}
	if (utils_default.hasOwnProp(config2, "validateStatus") && utils_default.isUndefined(config2.validateStatus) && getMergedTransitionalOption(config1, config2, "validateStatusUndefinedResolves") === false) {
		if (utils_default.hasOwnProp(config1, "validateStatus")) config.validateStatus = getMergedValue(void 0, config1.validateStatus);
		else delete config.validateStatus;
	}
	return config;
}
// node_modules/axios/lib/helpers/resolveConfig.js
const encodeUTF8$1 = (str) => encodeURIComponent(str).replace(/%([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
const readCookie = (name) => cookies_default.read(name);
function resolveConfig(config, readXsrfCookie = readCookie) {
	const newConfig = mergeConfig({}, config);
	const own = (key) => utils_default.hasOwnProp(newConfig, key) ? newConfig[key] : void 0;
	const data = own("data");
	let withXSRFToken = own("withXSRFToken");
	const xsrfHeaderName = own("xsrfHeaderName");
	const xsrfCookieName = own("xsrfCookieName");
	let headers = own("headers");
	const auth = own("auth");
	const baseURL = own("baseURL");
	const allowAbsoluteUrls = own("allowAbsoluteUrls");
	const url = own("url");
	newConfig.headers = headers = AxiosHeaders.from(headers);
	newConfig.url = buildURL(buildFullPath(baseURL, url, allowAbsoluteUrls, newConfig), own("params"), own("paramsSerializer"));
	if (auth) {
		const username = utils_default.getSafeProp(auth, "username") || "";
		const password = utils_default.getSafeProp(auth, "password") || "";
		const transitional = own("transitional");
		const encodeUsername = transitional && utils_default.hasOwnProp(transitional, "encodeBasicAuthUsername") && transitional.encodeBasicAuthUsername === true;
		try {
			headers.set("Authorization", "Basic " + btoa((encodeUsername ? encodeUTF8$1(username) : username) + ":" + (password ? encodeUTF8$1(password) : "")));
		} catch (e) {
			throw AxiosError.from(e, AxiosError.ERR_BAD_OPTION_VALUE, config);
		}
	}
	if (utils_default.isFormData(data)) {
		const getHeaders = utils_default.getSafeProp(data, "getHeaders");
		if (platform_default.hasStandardBrowserEnv || platform_default.hasStandardBrowserWebWorkerEnv || utils_default.isReactNative(data)) headers.setContentType(void 0);
		else if (utils_default.isFunction(getHeaders)) setFormDataHeaders(headers, getHeaders.call(data), own("formDataHeaderPolicy"));
	}
	if (platform_default.hasStandardBrowserEnv) {
		if (utils_default.isFunction(withXSRFToken)) withXSRFToken = withXSRFToken(newConfig);
		if (withXSRFToken === true || withXSRFToken == null && isURLSameOrigin_default(newConfig.url)) {
			const xsrfValue = xsrfHeaderName && xsrfCookieName && readXsrfCookie(xsrfCookieName);
			if (xsrfValue) headers.set(xsrfHeaderName, xsrfValue);
		}
	}
	return newConfig;
}
var xhr_default = typeof XMLHttpRequest !== "undefined" && function(config) {
	return new Promise(function dispatchXhrRequest(resolve, reject) {
		let useAsyncXsrf;
		try {
			const store = platform_default.hasStandardBrowserEnv && typeof window !== "undefined" && window.cookieStore;
			useAsyncXsrf = store && utils_default.isFunction(store.get);
		} catch (e) {}
		let xsrfCookieName;
		const _config = resolveConfig(config, useAsyncXsrf ? (name) => {
			xsrfCookieName = name;
			return null;
		} : void 0);
		let requestData = _config.data;
		const requestHeaders = AxiosHeaders.from(_config.headers).normalize();
		let { responseType, onUploadProgress, onDownloadProgress } = _config;
		let onCanceled;
		let timeoutId;
		let uploadThrottled, downloadThrottled;
		let flushUpload, flushDownload, flushDownloadWithEvent;
		function done() {
			clearTimeout(timeoutId);
			try {
				flushUpload && flushUpload();
			} catch (err) {
				setTimeout(() => {
					throw err;
				});
			}
			try {
				flushDownload && flushDownload();
			} catch (err) {
				setTimeout(() => {
					throw err;
				});
			}
			if (request) {
				downloadThrottled && request.removeEventListener("progress", downloadThrottled);
				if (request.upload) {
					uploadThrottled && request.upload.removeEventListener("progress", uploadThrottled);
					flushUpload && request.upload.removeEventListener("loadend", flushUpload);
				}
			}
			_config.cancelToken && _config.cancelToken.unsubscribe(onCanceled);
			_config.signal && _config.signal.removeEventListener("abort", onCanceled);
		}
		let request = new XMLHttpRequest();
		request.open(_config.method.toUpperCase(), _config.url, true);
		request.timeout = _config.timeout;
		function onloadend(event) {
			if (!request) return;
			if (request.status === 0 && (parseProtocol(normalizeURLForProtocolCheck(_config.url)) || parseProtocol(platform_default.origin)) !== "file" && !(request.responseURL && request.responseURL.startsWith("file:"))) {
				reject(new AxiosError("Request aborted", AxiosError.ECONNABORTED, config, request));
				done();
				request = null;
				return;
			}
			try {
				if (event) flushDownloadWithEvent && flushDownloadWithEvent(event);
				else flushDownload && flushDownload();
			} catch (err) {
				setTimeout(() => {
					throw err;
				});
			}
			if (!request) return;
			const responseHeaders = AxiosHeaders.from("getAllResponseHeaders" in request && request.getAllResponseHeaders());
			settle(function _resolve(value) {
				resolve(value);
				done();
			}, function _reject(err) {
				reject(err);
				done();
			}, {
				data: !responseType || responseType === "text" || responseType === "json" ? request.responseText : request.response,
				status: request.status,
				statusText: request.statusText,
				headers: responseHeaders,
				config,
				request
			});
			request = null;
		}
		if ("onloadend" in request) request.onloadend = onloadend;
		else request.onreadystatechange = function handleLoad() {
			if (!request || request.readyState !== 4) return;
			if (request.status === 0 && !(request.responseURL && request.responseURL.startsWith("file:"))) return;
			setTimeout(onloadend);
		};
		request.onabort = function handleAbort() {
			if (!request) return;
			reject(new AxiosError("Request aborted", AxiosError.ECONNABORTED, config, request));
			done();
			request = null;
		};
		request.onerror = function handleError(event) {
			const err = new AxiosError(event && event.message ? event.message : "Network Error", AxiosError.ERR_NETWORK, config, request);
			err.event = event || null;
			reject(err);
			done();
			request = null;
		};
		request.ontimeout = function handleTimeout() {
			if (!request) return;
			let timeoutErrorMessage = _config.timeout ? "timeout of " + _config.timeout + "ms exceeded" : "timeout exceeded";
			const transitional = _config.transitional || transitional_default;
			if (_config.timeoutErrorMessage) timeoutErrorMessage = _config.timeoutErrorMessage;
			reject(new AxiosError(timeoutErrorMessage, transitional.clarifyTimeoutError ? AxiosError.ETIMEDOUT : AxiosError.ECONNABORTED, config, request));
			done();
			request = null;
		};
		requestData === void 0 && requestHeaders.setContentType(null);
		if (!utils_default.isUndefined(_config.withCredentials)) request.withCredentials = !!_config.withCredentials;
		if (responseType && responseType !== "json") request.responseType = _config.responseType;
		if (onDownloadProgress) {
			[downloadThrottled, flushDownload, flushDownloadWithEvent] = progressEventReducer(onDownloadProgress, true);
			request.addEventListener("progress", downloadThrottled);
		}
		if (onUploadProgress && request.upload) {
			[uploadThrottled, flushUpload] = progressEventReducer(onUploadProgress);
			request.upload.addEventListener("progress", uploadThrottled);
			request.upload.addEventListener("loadend", flushUpload);
		}
		if (_config.cancelToken || _config.signal) {
			onCanceled = (cancel) => {
				if (!request) return;
				reject(!cancel || cancel.type ? new CanceledError(null, config, request) : cancel);
				const xhr = request;
				done();
				request = null;
				xhr.abort();
			};
			_config.cancelToken && _config.cancelToken.subscribe(onCanceled);
			if (!request) return;
			if (_config.signal) _config.signal.aborted ? onCanceled() : _config.signal.addEventListener("abort", onCanceled);
		}
		if (!request) return;
		const protocol = parseProtocol(_config.url);
		if (protocol && !platform_default.protocols.includes(protocol)) {
			reject(new AxiosError("Unsupported protocol " + protocol + ":", AxiosError.ERR_BAD_REQUEST, config));
			done();
			return;
		}
		const sendRequest = () => {
			if (!request) return;
			if ("setRequestHeader" in request) utils_default.forEach(toByteStringHeaderObject(requestHeaders), function setRequestHeader(val, key) {
				request.setRequestHeader(key, val);
			});
			request.send(requestData || null);
		};
		if (xsrfCookieName) {
			const now = typeof performance !== "undefined" && utils_default.isFunction(performance.now) ? () => performance.now() : Date.now;
			const deadline = request.timeout > 0 ? now() + Number(request.timeout) : void 0;
			const abortOnTimeout = () => {
				if (!request) return;
				const xhr = request;
				xhr.ontimeout();
				xhr.abort();
			};
			if (deadline !== void 0) {
				const scheduleTimeout = () => {
					const remaining = deadline - now();
					if (remaining > 0) timeoutId = setTimeout(scheduleTimeout, Math.min(remaining, 2147483647));
					else abortOnTimeout();
				};
				scheduleTimeout();
			}
			cookies_default.readAsync(xsrfCookieName).then((value) => {
				if (!request) return;
				if (deadline !== void 0 && now() >= deadline) {
					abortOnTimeout();
					return;
				}
				if (value) {
					const headerName = utils_default.hasOwnProp(_config, "xsrfHeaderName") && _config.xsrfHeaderName;
					requestHeaders.set(headerName, value);
				}
				sendRequest();
			}).catch((error) => {
				if (!request) return;
				reject(AxiosError.from(error, null, config, request));
				done();
				request = null;
			});
		} else sendRequest();
	});
};
// node_modules/axios/lib/helpers/composeSignals.js
const composeSignals = (signals, timeout) => {
	signals = signals ? signals.filter(Boolean) : [];
	if (!timeout && !signals.length) return;
	const controller = new AbortController();
	let aborted = false;
	const onabort = function(reason) {
		if (!aborted) {
			aborted = true;
			unsubscribe();
			const err = reason instanceof Error ? reason : this.reason;
			controller.abort(err instanceof AxiosError ? err : new CanceledError(err instanceof Error ? err.message : err));
		}
	};
	let timer = timeout && setTimeout(() => {
		timer = null;
		onabort(new AxiosError(`timeout of ${timeout}ms exceeded`, AxiosError.ETIMEDOUT));
	}, timeout);
	const unsubscribe = () => {
		if (!signals) return;
		timer && clearTimeout(timer);
		timer = null;
		signals.forEach((signal) => {
			const unsubscribeSignal = utils_default.getSafeProp(signal, "unsubscribe");
			utils_default.isFunction(unsubscribeSignal) ? unsubscribeSignal.call(signal, onabort) : signal.removeEventListener("abort", onabort);
		});
		signals = null;
	};
	signals.forEach((signal) => {
		if (aborted) return;
		if (signal.aborted) {
			onabort.call(signal);
			return;
		}
		signal.addEventListener("abort", onabort, { once: true });
	});
	const { signal } = controller;
	signal.unsubscribe = () => utils_default.asap(unsubscribe);
	return signal;
};
// node_modules/axios/lib/helpers/trackStream.js
const streamChunk = function* (chunk, chunkSize) {
	let len = chunk.byteLength;
	if (!chunkSize || len < chunkSize) {
		yield chunk;
		return;
	}
	let pos = 0;
	let end;
	while (pos < len) {
		end = pos + chunkSize;
		yield chunk.slice(pos, end);
		pos = end;
	}
};
const readBytes = async function* (iterable, chunkSize) {
	for await (const chunk of readStream(iterable)) yield* streamChunk(chunk, chunkSize);
};
const readStream = async function* (stream) {
	if (stream[Symbol.asyncIterator]) {
		yield* stream;
		return;
	}
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			yield value;
		}
	} finally {
		await reader.cancel();
	}
};
const trackStream = (stream, chunkSize, onProgress, onFinish) => {
	const iterator = readBytes(stream, chunkSize);
	let bytes = 0;
	let done;
	let _onFinish = (e) => {
		if (!done) {
			done = true;
			onFinish && onFinish(e);
		}
	};
	return new ReadableStream({
		async pull(controller) {
			try {
				const { done, value } = await iterator.next();
				if (done) {
					_onFinish();
					controller.close();
					return;
				}
				let len = value.byteLength;
				if (onProgress) onProgress(bytes += len);
				controller.enqueue(new Uint8Array(value));
			} catch (err) {
				_onFinish(err);
				throw err;
			}
		},
		cancel(reason) {
			_onFinish(reason);
			return iterator.return();
		}
	}, { highWaterMark: 2 });
};
// node_modules/axios/lib/helpers/formDataToBlob.js
const CRLF = "\r\n";
const normalizeLines = (value) => String(value).replace(/\r\n|\r|\n/g, CRLF);
const escapeName = (value) => String(value).replace(/[\r\n"]/g, (char) => char === "\r" ? "%0D" : char === "\n" ? "%0A" : "%22");
const stringBytes = (value, normalize) => {
	let length = 0;
	for (let i = 0; i < value.length; i++) {
		const code = value.charCodeAt(i);
		if (normalize && (code === 13 || code === 10)) {
			if (code === 13 && value.charCodeAt(i + 1) === 10) i++;
			length += 2;
		} else if (code < 128) length++;
		else if (code < 2048) length += 2;
		else if (code >= 55296 && code <= 56319 && value.charCodeAt(i + 1) >= 56320 && value.charCodeAt(i + 1) <= 57343) {
			length += 4;
			i++;
		} else length += 3;
	}
	return length;
};
var FormDataError = class extends TypeError {
	constructor(message, reason) {
		super(message);
		this.name = "FormDataError";
		this.reason = reason;
	}
};
function formDataToBlob(form, Blob, limit, limitError, boundary) {
	if (!utils_default.isFunction(Blob)) throw new FormDataError("Blob is not supported", "blob");
	if (!utils_default.isString(boundary) || !/^[A-Za-z0-9'()+_,./:=? -]{1,70}$/.test(boundary) || / $/.test(boundary)) throw new FormDataError("Invalid multipart boundary", "boundary");
	const footer = "--" + boundary + "--\r\n";
	let length = footer.length;
	const parts = [];
	const checkLength = (extra) => {
		if (length + extra > limit) throw limitError();
	};
	checkLength(0);
	for (const [name, value] of form) {
		const isString = utils_default.isString(value);
		const valueLength = isString ? stringBytes(value, true) : value.size;
		if (!Number.isFinite(valueLength) || valueLength < 0) throw new FormDataError("Unsupported FormData part size", "part");
		checkLength(valueLength + stringBytes(name, true) + (!isString && value.name ? stringBytes(value.name, false) : 0) + (!isString && value.type ? stringBytes(value.type, false) : 0));
		let header = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escapeName(normalizeLines(name)) + "\"";
		if (!isString) header += "; filename=\"" + escapeName(utils_default.isString(value.name) ? value.name : "blob") + "\"\r\nContent-Type: " + String(value.type || "application/octet-stream").replace(/[\r\n]/g, "");
		header += "\r\n\r\n";
		const partLength = stringBytes(header, false) + valueLength + 2;
		checkLength(partLength);
		length += partLength;
		parts.push({
			header,
			value,
			isString
		});
	}
	const blobParts = [];
	for (const part of parts) blobParts.push(part.header, part.isString ? normalizeLines(part.value) : part.value, CRLF);
	blobParts.push(footer);
	return new Blob(blobParts, { type: "multipart/form-data; boundary=" + boundary });
}
// node_modules/axios/lib/core/createMultipartBody.js
function createMultipartBody(form, Blob, limit, limitError, boundary) {
	if (!utils_default.isFunction(Blob)) throw new AxiosError("Blob is not supported", AxiosError.ERR_NOT_SUPPORT);
	if (boundary === void 0) {
		if (utils_default.isFunction(platform_default.generateString)) boundary = "axios-" + platform_default.generateString(36, "0123456789abcdef");
		else {
			const crypto = utils_default.global.crypto;
			if (!crypto || !utils_default.isFunction(crypto.getRandomValues)) throw new AxiosError("Random byte generation is not supported", AxiosError.ERR_NOT_SUPPORT);
			const random = new Uint8Array(18);
			crypto.getRandomValues(random);
			boundary = "axios-" + Array.from(random, (value) => ("0" + value.toString(16)).slice(-2)).join("");
		}
	}
	try {
		return formDataToBlob(form, Blob, limit, limitError, boundary);
	} catch (error) {
		if (error instanceof FormDataError) {
			const code = error.reason === "boundary" ? AxiosError.ERR_BAD_OPTION_VALUE : AxiosError.ERR_BAD_REQUEST;
			throw new AxiosError(error.message, code);
		}
		throw error;
	}
}
// node_modules/axios/lib/adapters/fetch.js
const DEFAULT_CHUNK_SIZE = 65536;
const DEFAULT_REQUEST_OPTIONS = {
	cache: "default",
	redirect: "follow",
	referrer: "about:client",
	referrerPolicy: "",
	mode: "cors",
	integrity: "",
	keepalive: false,
	priority: "auto",
	window: null
};
const { isFunction } = utils_default;
const encodeUTF8 = (str) => encodeURIComponent(str).replace(/%([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
const decodeURIComponentSafe = (value) => {
	if (!utils_default.isString(value)) return value;
	try {
		return decodeURIComponent(value);
	} catch (error) {
		return value;
	}
};
const test = (fn, ...args) => {
	try {
		return !!fn(...args);
	} catch (e) {
		return false;
	}
};
const maybeWithAuthCredentials = (url) => {
	const protocolIndex = url.indexOf("://");
	let urlToCheck = url;
	if (protocolIndex !== -1) urlToCheck = urlToCheck.slice(protocolIndex + 3);
	return urlToCheck.includes("@") || urlToCheck.includes(":");
};
const factory = (env) => {
	const globalObject = utils_default.global !== void 0 && utils_default.global !== null ? utils_default.global : globalThis;
	const { ReadableStream, TextEncoder } = globalObject;
	env = utils_default.merge.call({ skipUndefined: true }, {
		Request: globalObject.Request,
		Response: globalObject.Response,
		Blob: globalObject.Blob
	}, env);
	const envFetch = utils_default.hasOwnProp(env, "fetch") ? env.fetch : void 0;
	const { Request, Response, Blob } = env;
	const isFetchSupported = envFetch ? isFunction(envFetch) : typeof fetch === "function";
	const isRequestSupported = isFunction(Request);
	const isResponseSupported = isFunction(Response);
	if (!isFetchSupported) return false;
	const isReadableStreamSupported = isFetchSupported && isFunction(ReadableStream);
	const encodeText = isFetchSupported && (typeof TextEncoder === "function" ? ((encoder) => (str) => encoder.encode(str))(new TextEncoder()) : async (str) => new Uint8Array(await new Request(str).arrayBuffer()));
	const supportsRequestStream = isRequestSupported && isReadableStreamSupported && test(() => {
		let duplexAccessed = false;
		const request = new Request(platform_default.origin, {
			body: new ReadableStream(),
			method: "POST",
			get duplex() {
				duplexAccessed = true;
				return "half";
			}
		});
		const hasContentType = request.headers.has("Content-Type");
		if (request.body != null) request.body.cancel();
		return duplexAccessed && !hasContentType;
	});
	const supportsResponseStream = isResponseSupported && isReadableStreamSupported && test(() => utils_default.isReadableStream(new Response("").body));
	const requestDefaults = Object.assign(Object.create(null), DEFAULT_REQUEST_OPTIONS);
	if (isRequestSupported && !test(() => new Request(platform_default.origin, requestDefaults))) {
		delete requestDefaults.cache;
		if (!test(() => new Request(platform_default.origin, requestDefaults))) requestDefaults.cache = DEFAULT_REQUEST_OPTIONS.cache;
	}
	const resolvers = { stream: supportsResponseStream && ((res) => res.body) };
	isFetchSupported && (() => {
		[
			"text",
			"arrayBuffer",
			"blob",
			"formData",
			"stream"
		].forEach((type) => {
			!resolvers[type] && (resolvers[type] = (res, config) => {
				let method = res && res[type];
				if (method) return method.call(res);
				throw new AxiosError(`Response type '${type}' is not supported`, AxiosError.ERR_NOT_SUPPORT, config);
			});
		});
	})();
	const getBodyLength = async (body) => {
		if (body == null) return 0;
		if (utils_default.isBlob(body)) return body.size;
		if (utils_default.isArrayBufferView(body) || utils_default.isArrayBuffer(body)) return body.byteLength;
		if (utils_default.isURLSearchParams(body)) body = body + "";
		if (utils_default.isString(body)) return (await encodeText(body)).byteLength;
	};
	const resolveBodyLength = async (headers, body) => {
		const length = utils_default.toFiniteNumber(headers.getContentLength());
		return length == null ? getBodyLength(body) : length;
	};
	return async (config) => {
		let { url, method, data, signal, cancelToken, timeout, onDownloadProgress, onUploadProgress, responseType, headers, withCredentials = "same-origin", fetchOptions, maxContentLength, maxBodyLength, maxRedirects } = resolveConfig(config);
		const hasMaxContentLength = utils_default.isNumber(maxContentLength) && maxContentLength > -1;
		const hasMaxBodyLength = utils_default.isNumber(maxBodyLength) && maxBodyLength > -1;
		const own = (key) => utils_default.hasOwnProp(config, key) ? config[key] : void 0;
		let _fetch = envFetch || fetch;
		responseType = responseType ? (responseType + "").toLowerCase() : "text";
		let composedSignal = composeSignals([signal, cancelToken && cancelToken.toAbortSignal()], timeout);
		let request = null;
		const unsubscribe = composedSignal && composedSignal.unsubscribe && (() => {
			composedSignal.unsubscribe();
		});
		let requestContentLength;
		let pendingBodyError = null;
		let pendingResponseError = null;
		const maxBodyLengthError = () => new AxiosError("Request body larger than maxBodyLength limit", AxiosError.ERR_BAD_REQUEST, config, request);
		try {
			let auth = void 0;
			const configAuth = own("auth");
			if (configAuth) auth = {
				username: utils_default.getSafeProp(configAuth, "username") || "",
				password: utils_default.getSafeProp(configAuth, "password") || ""
			};
			let parsedURL;
			if (maybeWithAuthCredentials(url)) {
				parsedURL = new URL(url, platform_default.origin);
				if (!auth && (parsedURL.username || parsedURL.password)) auth = {
					username: decodeURIComponentSafe(parsedURL.username),
					password: decodeURIComponentSafe(parsedURL.password)
				};
				if (parsedURL.username || parsedURL.password) {
					parsedURL.username = "";
					parsedURL.password = "";
					url = parsedURL.href;
				}
			}
			if (auth) {
				headers.delete("authorization");
				headers.set("Authorization", "Basic " + btoa(encodeUTF8((auth.username || "") + ":" + (auth.password || ""))));
			}
			if (hasMaxContentLength && parsedURL && parsedURL.protocol === "data:") {
				if (estimateDataURLDecodedBytes(parsedURL.href) > maxContentLength) throw new AxiosError("maxContentLength size of " + maxContentLength + " exceeded", AxiosError.ERR_BAD_RESPONSE, config, request);
			}
			const formContentType = utils_default.isSpecCompliantForm(data) && AxiosHeaders.from(own("headers")).getContentType();
			let formBoundary;
			if (utils_default.isString(formContentType) && /^multipart\/form-data(?:\s*;|$)/i.test(formContentType.trim())) {
				const parameters = AxiosHeaders.parseParameters(formContentType);
				if (utils_default.hasOwnProp(parameters, "boundary")) formBoundary = parameters.boundary;
			}
			if (utils_default.isSpecCompliantForm(data) && method !== "get" && method !== "head" && (hasMaxBodyLength || onUploadProgress && supportsRequestStream || formBoundary !== void 0)) {
				data = createMultipartBody(data, Blob, hasMaxBodyLength ? maxBodyLength : Infinity, maxBodyLengthError, formBoundary);
				headers.setContentType(formBoundary === void 0 ? data.type : formContentType);
				requestContentLength = data.size;
			}
			if (hasMaxBodyLength && method !== "get" && method !== "head") {
				const outboundLength = await getBodyLength(data);
				if (typeof outboundLength === "number" && isFinite(outboundLength)) {
					requestContentLength = outboundLength;
					if (outboundLength > maxBodyLength) throw maxBodyLengthError();
				}
			}
			const mustEnforceStreamBody = hasMaxBodyLength && (utils_default.isReadableStream(data) || utils_default.isStream(data));
			const trackRequestStream = (stream, onProgress, flush) => trackStream(stream, DEFAULT_CHUNK_SIZE, (loadedBytes) => {
				if (hasMaxBodyLength && loadedBytes > maxBodyLength) throw pendingBodyError = maxBodyLengthError();
				onProgress && onProgress(loadedBytes);
			}, flush);
			if (supportsRequestStream && method !== "get" && method !== "head" && (onUploadProgress || mustEnforceStreamBody)) {
				requestContentLength = requestContentLength == null ? await resolveBodyLength(headers, data) : requestContentLength;
				if (requestContentLength !== 0 || mustEnforceStreamBody) {
					let _request = new Request(url, {
						method: "POST",
						body: data,
						duplex: "half"
					});
					let contentTypeHeader;
					if (utils_default.isFormData(data) && (contentTypeHeader = _request.headers.get("content-type"))) headers.setContentType(contentTypeHeader);
					if (_request.body) {
						const [onProgress, flush] = onUploadProgress && progressEventDecorator(requestContentLength, progressEventReducer(asyncDecorator(onUploadProgress))) || [];
						data = trackRequestStream(_request.body, onProgress, flush);
					}
				}
			} else if (mustEnforceStreamBody && !isRequestSupported && isReadableStreamSupported && method !== "get" && method !== "head") data = trackRequestStream(data);
			else if (mustEnforceStreamBody && isRequestSupported && !supportsRequestStream && method !== "get" && method !== "head") throw new AxiosError("Stream request bodies are not supported by the current fetch implementation", AxiosError.ERR_NOT_SUPPORT, config, request);
			if (!utils_default.isString(withCredentials)) withCredentials = withCredentials ? "include" : "omit";
			const isCredentialsSupported = isRequestSupported && "credentials" in Request.prototype;
			if (utils_default.isFormData(data)) {
				const contentType = headers.getContentType();
				if (contentType && /^multipart\/form-data/i.test(contentType) && !/boundary=/i.test(contentType)) headers.delete("content-type");
			}
			headers.set("User-Agent", "axios/1.21.1", false);
			const safeFetchOptions = fetchOptions == null ? fetchOptions : Object.assign(Object.create(null), fetchOptions);
			if (safeFetchOptions) {
				delete safeFetchOptions.body;
				delete safeFetchOptions.headers;
				delete safeFetchOptions.method;
				delete safeFetchOptions.signal;
				delete safeFetchOptions.duplex;
				delete safeFetchOptions.credentials;
			}
			const resolvedOptions = Object.assign(Object.create(null), safeFetchOptions, {
				signal: composedSignal,
				method: method.toUpperCase(),
				headers: toByteStringHeaderObject(headers.normalize()),
				body: data,
				duplex: "half",
				credentials: isCredentialsSupported ? withCredentials : void 0
			});
			if (isRequestSupported) {
				utils_default.forEach(requestDefaults, (value, key) => {
					if (resolvedOptions[key] === void 0) resolvedOptions[key] = value;
				});
				if (resolvedOptions.signal === void 0) resolvedOptions.signal = null;
				if (resolvedOptions.body === void 0) resolvedOptions.body = null;
			}
			if (maxRedirects === 0) {
				resolvedOptions.redirect = "manual";
				if (safeFetchOptions) safeFetchOptions.redirect = "manual";
			}
			request = isRequestSupported && new Request(url, resolvedOptions);
			let response = await (isRequestSupported ? _fetch(request, safeFetchOptions) : _fetch(url, resolvedOptions));
			const responseHeaders = AxiosHeaders.from(response.headers);
			if (hasMaxContentLength) {
				const declaredLength = utils_default.toFiniteNumber(responseHeaders.getContentLength());
				if (declaredLength != null && declaredLength > maxContentLength) throw new AxiosError("maxContentLength size of " + maxContentLength + " exceeded", AxiosError.ERR_BAD_RESPONSE, config, request);
			}
			const isStreamResponse = supportsResponseStream && (responseType === "stream" || responseType === "response");
			if (supportsResponseStream && response.body && (onDownloadProgress || hasMaxContentLength || isStreamResponse && unsubscribe)) {
				const options = {};
				[
					"status",
					"statusText",
					"headers"
				].forEach((prop) => {
					options[prop] = response[prop];
				});
				const responseContentLength = utils_default.toFiniteNumber(responseHeaders.getContentLength());
				const [onProgress, flush] = onDownloadProgress && progressEventDecorator(responseContentLength, progressEventReducer(asyncDecorator(onDownloadProgress), true)) || [];
				let bytesRead = 0;
				const onChunkProgress = (loadedBytes) => {
					if (hasMaxContentLength) {
						bytesRead = loadedBytes;
						if (bytesRead > maxContentLength) throw pendingResponseError = new AxiosError("maxContentLength size of " + maxContentLength + " exceeded", AxiosError.ERR_BAD_RESPONSE, config, request);
					}
					onProgress && onProgress(loadedBytes);
				};
				response = new Response(trackStream(response.body, DEFAULT_CHUNK_SIZE, onChunkProgress, () => {
					flush && flush();
					unsubscribe && unsubscribe();
				}), options);
			}
			responseType = responseType || "text";
			let responseData = await resolvers[utils_default.findKey(resolvers, responseType) || "text"](response, config);
			if (hasMaxContentLength && !supportsResponseStream && !isStreamResponse) {
				let materializedSize;
				if (responseData != null) {
					if (typeof responseData.byteLength === "number") materializedSize = responseData.byteLength;
					else if (typeof responseData.size === "number") materializedSize = responseData.size;
					else if (typeof responseData === "string") materializedSize = typeof TextEncoder === "function" ? new TextEncoder().encode(responseData).byteLength : responseData.length;
				}
				if (typeof materializedSize === "number" && materializedSize > maxContentLength) throw new AxiosError("maxContentLength size of " + maxContentLength + " exceeded", AxiosError.ERR_BAD_RESPONSE, config, request);
			}
			!isStreamResponse && unsubscribe && unsubscribe();
			return await new Promise((resolve, reject) => {
				settle(resolve, reject, {
					data: responseData,
					headers: AxiosHeaders.from(response.headers),
					status: response.status,
					statusText: response.statusText,
					config,
					request
				});
			});
		} catch (err) {
			unsubscribe && unsubscribe();
			if (composedSignal && composedSignal.aborted && composedSignal.reason instanceof AxiosError) {
				const canceledError = composedSignal.reason;
				canceledError.config = config;
				request && (canceledError.request = request);
				if (err !== canceledError) Object.defineProperty(canceledError, "cause", {
					__proto__: null,
					value: err,
					writable: true,
					enumerable: false,
					configurable: true
				});
				throw canceledError;
			}
			if (pendingBodyError) {
				request && !pendingBodyError.request && (pendingBodyError.request = request);
				throw pendingBodyError;
			}
			if (pendingResponseError) throw pendingResponseError;
			if (err instanceof AxiosError) {
				request && !err.request && (err.request = request);
				throw err;
			}
			if (err && err.name === "TypeError" && /Load failed|fetch/i.test(err.message)) {
				const networkError = new AxiosError("Network Error", AxiosError.ERR_NETWORK, config, request, err && err.response);
				Object.defineProperty(networkError, "cause", {
					__proto__: null,
					value: err.cause || err,
					writable: true,
					enumerable: false,
					configurable: true
				});
				throw networkError;
			}
			throw AxiosError.from(err, err && err.code, config, request, err && err.response);
		}
	};
};
const seedCache = new Map();
const getFetch = (config) => {
	const env = Object.create(null);
	const configuredEnv = config && utils_default.hasOwnProp(config, "env") && config.env;
	[
		"fetch",
		"Request",
		"Response",
		"Blob"
	].forEach((key) => {
		if (configuredEnv && utils_default.hasOwnProp(configuredEnv, key)) env[key] = configuredEnv[key];
	});
	const { fetch, Request, Response, Blob } = env;
	const seeds = [
		Request,
		Response,
		fetch,
		Blob
	];
	let i = seeds.length, seed, target, map = seedCache;
	while (i--) {
		seed = seeds[i];
		target = map.get(seed);
		target === void 0 && map.set(seed, target = i ? new Map() : factory(env));
		map = target;
	}
	return target;
};
getFetch();
// node_modules/axios/lib/adapters/adapters.js
const knownAdapters = {
	http: http_default,
	xhr: xhr_default,
	fetch: { get: getFetch }
};
utils_default.forEach(knownAdapters, (fn, value) => {
	if (fn) {
		try {
			Object.defineProperty(fn, "name", {
				__proto__: null,
				value
			});
		} catch (e) {}
		Object.defineProperty(fn, "adapterName", {
			__proto__: null,
			value
		});
	}
});
const renderReason = (reason) => `- ${reason}`;
const isResolvedHandle = (adapter) => utils_default.isFunction(adapter) || adapter === null || adapter === false;
function getAdapter(adapters, config) {
	adapters = utils_default.isArray(adapters) ? adapters : [adapters];
	const { length } = adapters;
	let nameOrAdapter;
	let adapter;
	const rejectedReasons = {};
	for (let i = 0; i < length; i++) {
		nameOrAdapter = adapters[i];
		let id;
		adapter = nameOrAdapter;
		if (!isResolvedHandle(nameOrAdapter)) {
			adapter = knownAdapters[(id = String(nameOrAdapter)).toLowerCase()];
			if (adapter === void 0) throw new AxiosError(`Unknown adapter '${id}'`);
		}
		if (adapter && (utils_default.isFunction(adapter) || (adapter = adapter.get(config)))) break;
		rejectedReasons[id || "#" + i] = adapter;
	}
	if (!adapter) {
		const reasons = Object.entries(rejectedReasons).map(([id, state]) => `adapter ${id} ` + (state === false ? "is not supported by the environment" : "is not available in the build"));
		throw new AxiosError(`There is no suitable adapter to dispatch the request ` + (length ? reasons.length > 1 ? "since :\n" + reasons.map(renderReason).join("\n") : " " + renderReason(reasons[0]) : "as no adapter specified"), AxiosError.ERR_NOT_SUPPORT);
	}
	return adapter;
}
var adapters_default = {
	getAdapter,
	adapters: knownAdapters
};
// node_modules/axios/lib/core/dispatchRequest.js
function throwIfCancellationRequested(config) {
	if (config.cancelToken) config.cancelToken.throwIfRequested();
	if (config.signal && config.signal.aborted) throw new CanceledError(null, config);
}
function resolveClock() {
	return typeof performance !== "undefined" && utils_default.isFunction(performance.now) ? () => performance.now() : Date.now;
}
function elapsedSince(now, start) {
	return Math.max(0, Math.round(now() - start));
}
function dispatchRequest(_config) {
	const config = utils_default.toSafeFlatObject(_config);
	throwIfCancellationRequested(config);
	config.headers = AxiosHeaders.from(utils_default.getSafeProp(config, "headers"));
	config.data = transformData.call(config, config.transformRequest);
	if ([
		"post",
		"put",
		"patch"
	].indexOf(config.method) !== -1) config.headers.setContentType("application/x-www-form-urlencoded", false);
	const adapter = adapters_default.getAdapter(config.adapter || defaults.adapter, config);
	const now = resolveClock();
	const start = now();
	return adapter(config).then(function onAdapterResolution(response) {
		throwIfCancellationRequested(config);
		response.duration = elapsedSince(now, start);
		config.response = response;
		try {
			response.data = transformData.call(config, config.transformResponse, response);
		} finally {
			delete config.response;
		}
		response.headers = AxiosHeaders.from(response.headers);
		return response;
	}, function onAdapterRejection(reason) {
		if (!isCancel(reason)) {
			throwIfCancellationRequested(config);
			if (reason && reason.response) {
				reason.response.duration = elapsedSince(now, start);
				config.response = reason.response;
				try {
					reason.response.data = transformData.call(config, config.transformResponse, reason.response);
				} finally {
					delete config.response;
				}
				reason.response.headers = AxiosHeaders.from(reason.response.headers);
			}
		}
		return Promise.reject(reason);
	});
}
// node_modules/axios/lib/helpers/validator.js
const validators$1 = {};
[
	"object",
	"boolean",
	"number",
	"function",
	"string",
	"symbol"
].forEach((type, i) => {
	validators$1[type] = function validator(thing) {
		return typeof thing === type || "a" + (i < 1 ? "n " : " ") + type;
	};
});
const deprecatedWarnings = {};
validators$1.transitional = function transitional(validator, version, message) {
	function formatMessage(opt, desc) {
		return "[Axios v1.21.1] Transitional option '" + opt + "'" + desc + (message ? ". " + message : "");
	}
	return (value, opt, opts) => {
		if (validator === false) throw new AxiosError(formatMessage(opt, " has been removed" + (version ? " in " + version : "")), AxiosError.ERR_DEPRECATED);
		if (version && !deprecatedWarnings[opt]) {
			deprecatedWarnings[opt] = true;
			console.warn(formatMessage(opt, " has been deprecated since v" + version + " and will be removed in the near future"));
		}
		return validator ? validator(value, opt, opts) : true;
	};
};
validators$1.spelling = function spelling(correctSpelling) {
	return (value, opt) => {
		console.warn(`${opt} is likely a misspelling of ${correctSpelling}`);
		return true;
	};
};
function assertOptions(options, schema, allowUnknown) {
	if (typeof options !== "object" || options === null) throw new AxiosError("options must be an object", AxiosError.ERR_BAD_OPTION_VALUE);
	const keys = Object.keys(options);
	let i = keys.length;
	while (i-- > 0) {
		const opt = keys[i];
		const validator = Object.prototype.hasOwnProperty.call(schema, opt) ? schema[opt] : void 0;
		if (validator) {
			const value = options[opt];
			const result = value === void 0 || validator(value, opt, options);
			if (result !== true) throw new AxiosError("option " + opt + " must be " + result, AxiosError.ERR_BAD_OPTION_VALUE);
			continue;
		}
		if (allowUnknown !== true) throw new AxiosError("Unknown option " + opt, AxiosError.ERR_BAD_OPTION);
	}
}
var validator_default = {
	assertOptions,
	validators: validators$1
};
// node_modules/axios/lib/core/Axios.js
const validators = validator_default.validators;
const isHeadersBucket = (value) => {
	if (value == null || utils_default.isPlainObject(value) || value instanceof AxiosHeaders) return true;
	try {
		return utils_default.isObject(value) && utils_default.getSafeProp(value, Symbol.toStringTag) === "AxiosHeaders" && [
			"toJSON",
			"set",
			"get",
			"has",
			"delete",
			"clear",
			"normalize",
			"concat",
			"toString",
			Symbol.iterator
		].every((method) => utils_default.isFunction(utils_default.getSafeProp(value, method)));
	} catch (e) {
		return false;
	}
};
var Axios = class {
	constructor(instanceConfig) {
		this.defaults = instanceConfig || {};
		this.interceptors = {
			request: new InterceptorManager(),
			response: new InterceptorManager()
		};
	}
	async request(configOrUrl, config) {
		try {
			return await this._request(configOrUrl, config);
		} catch (err) {
			if (err instanceof Error) try {
				let dummy = {};
				Error.captureStackTrace ? Error.captureStackTrace(dummy) : dummy = new Error();
				const dummyStack = dummy.stack;
				let stack = "";
				if (typeof dummyStack === "string") {
					const firstNewlineIndex = dummyStack.indexOf("\n");
					stack = firstNewlineIndex === -1 ? "" : dummyStack.slice(firstNewlineIndex + 1);
				}
				if (!err.stack) err.stack = stack;
				else if (stack) {
					const firstNewlineIndex = stack.indexOf("\n");
					const secondNewlineIndex = firstNewlineIndex === -1 ? -1 : stack.indexOf("\n", firstNewlineIndex + 1);
					const duplicateCheckSuffix = secondNewlineIndex === -1 ? stack : stack.slice(secondNewlineIndex + 1);
					const currentStack = String(err.stack);
					const causeIndex = getCauseStackIndex(err, currentStack);
					const stackHead = causeIndex === -1 ? currentStack : currentStack.slice(0, causeIndex);
					const causeSection = causeIndex === -1 ? "" : currentStack.slice(causeIndex);
					if (!stackHead.endsWith(duplicateCheckSuffix)) err.stack = stackHead + "\n" + stack + causeSection;
				}
			} catch (e) {}
			throw err;
		}
	}
	_request(configOrUrl, config) {
		if (typeof configOrUrl === "string") {
			config = config || {};
			config.url = configOrUrl;
		} else config = configOrUrl || {};
		config = mergeConfig(this.defaults, config);
		const { transitional, paramsSerializer, headers } = config;
		if (transitional !== void 0) validator_default.assertOptions(transitional, {
			silentJSONParsing: validators.transitional(validators.boolean),
			forcedJSONParsing: validators.transitional(validators.boolean),
			clarifyTimeoutError: validators.transitional(validators.boolean),
			legacyInterceptorReqResOrdering: validators.transitional(validators.boolean),
			advertiseZstdAcceptEncoding: validators.transitional(validators.boolean),
			validateStatusUndefinedResolves: validators.transitional(validators.boolean),
			encodeBasicAuthUsername: validators.transitional(validators.boolean)
		}, false);
		if (paramsSerializer != null) {
			if (utils_default.isFunction(paramsSerializer)) config.paramsSerializer = { serialize: paramsSerializer };
			else validator_default.assertOptions(paramsSerializer, {
				encode: validators.function,
				serialize: validators.function
			}, true);
		}
		if (config.allowAbsoluteUrls !== void 0) {} else if (utils_default.hasOwnProp(this.defaults, "allowAbsoluteUrls") && this.defaults.allowAbsoluteUrls !== void 0) config.allowAbsoluteUrls = this.defaults.allowAbsoluteUrls;
		else config.allowAbsoluteUrls = true;
		validator_default.assertOptions(config, {
			baseUrl: validators.spelling("baseURL"),
			withXsrfToken: validators.spelling("withXSRFToken")
		}, true);
		config.method = (utils_default.getSafeProp(config, "method") || utils_default.getSafeProp(this.defaults, "method") || "get").toLowerCase();
		const commonHeaders = utils_default.getSafeProp(headers, "common");
		const methodHeaders = utils_default.getSafeProp(headers, config.method);
		const contextHeaders = headers && utils_default.merge(isHeadersBucket(commonHeaders) ? commonHeaders : void 0, isHeadersBucket(methodHeaders) ? methodHeaders : void 0);
		headers && utils_default.forEach(methodList.concat("common"), (method) => {
			if (isHeadersBucket(utils_default.getSafeProp(headers, method))) delete headers[method];
		});
		config.headers = AxiosHeaders.concat(contextHeaders, headers);
		const requestInterceptorChain = [];
		let synchronousRequestInterceptors = true;
		this.interceptors.request.forEach(function unshiftRequestInterceptors(interceptor) {
			if (typeof interceptor.runWhen === "function" && interceptor.runWhen(config) === false) return;
			synchronousRequestInterceptors = synchronousRequestInterceptors && interceptor.synchronous;
			const transitional = config.transitional || transitional_default;
			if (transitional && transitional.legacyInterceptorReqResOrdering) requestInterceptorChain.unshift(interceptor.fulfilled, interceptor.rejected);
			else requestInterceptorChain.push(interceptor.fulfilled, interceptor.rejected);
		});
		const responseInterceptorChain = [];
		this.interceptors.response.forEach(function pushResponseInterceptors(interceptor) {
			responseInterceptorChain.push(interceptor.fulfilled, interceptor.rejected);
		});
		let promise;
		let i = 0;
		let len;
		if (!synchronousRequestInterceptors) {
			const chain = [dispatchRequest.bind(this), void 0];
			chain.unshift(...requestInterceptorChain);
			chain.push(...responseInterceptorChain);
			len = chain.length;
			promise = Promise.resolve(config);
			while (i < len) promise = promise.then(chain[i++], chain[i++]);
			return promise;
		}
		len = requestInterceptorChain.length;
		let newConfig = config;
		while (i < len) {
			const onFulfilled = requestInterceptorChain[i++];
			const onRejected = requestInterceptorChain[i++];
			try {
				newConfig = onFulfilled ? onFulfilled(newConfig) : newConfig;
			} catch (error) {
				if (!onRejected) {
					promise = Promise.reject(error);
					break;
				}
				try {
					const rejectedResult = onRejected.call(this, error);
					if (utils_default.isThenable(rejectedResult)) promise = Promise.resolve(rejectedResult).then(() => dispatchRequest.call(this, newConfig));
				} catch (rejectedError) {
					promise = Promise.reject(rejectedError);
				}
				break;
			}
		}
		if (!promise) try {
			promise = dispatchRequest.call(this, newConfig);
		} catch (error) {
			promise = Promise.reject(error);
		}
		i = 0;
		len = responseInterceptorChain.length;
		while (i < len) promise = promise.then(responseInterceptorChain[i++], responseInterceptorChain[i++]);
		return promise;
	}
	getUri(config) {
		config = mergeConfig(this.defaults, config);
		return buildURL(buildFullPath(config.baseURL, config.url, config.allowAbsoluteUrls, config), config.params, config.paramsSerializer);
	}
};
utils_default.forEach([
	"delete",
	"get",
	"head",
	"options"
], function forEachMethodNoData(method) {
	Axios.prototype[method] = async function(url, config) {
		return this.request(mergeConfig(config || {}, {
			method,
			url,
			data: config && utils_default.hasOwnProp(config, "data") ? config.data : void 0
		}));
	};
});
utils_default.forEach([
	"post",
	"put",
	"patch",
	"query"
], function forEachMethodWithData(method) {
	function generateHTTPMethod(isForm) {
		return async function httpMethod(url, data, config) {
			return this.request(mergeConfig(config || {}, {
				method,
				headers: isForm ? { "Content-Type": "multipart/form-data" } : {},
				url,
				data
			}));
		};
	}
	Axios.prototype[method] = generateHTTPMethod();
	if (method !== "query") Axios.prototype[method + "Form"] = generateHTTPMethod(true);
});
// node_modules/axios/lib/cancel/CancelToken.js
var CancelToken = class CancelToken {
	constructor(executor) {
		if (typeof executor !== "function") throw new TypeError("executor must be a function.");
		let resolvePromise;
		this.promise = new Promise(function promiseExecutor(resolve) {
			resolvePromise = resolve;
		});
		const token = this;
		this.promise.then((cancel) => {
			if (!token._listeners) return;
			let i = token._listeners.length;
			while (i-- > 0) token._listeners[i](cancel);
			token._listeners = null;
		});
		this.promise.then = (onfulfilled) => {
			let _resolve;
			const promise = new Promise((resolve) => {
				token.subscribe(resolve);
				_resolve = resolve;
			}).then(onfulfilled);
			promise.cancel = function reject() {
				token.unsubscribe(_resolve);
			};
			return promise;
		};
		executor(function cancel(message, config, request) {
			if (token.reason) return;
			token.reason = new CanceledError(message, config, request);
			resolvePromise(token.reason);
		});
	}
	throwIfRequested() {
		if (this.reason) throw this.reason;
	}
	subscribe(listener) {
		if (this.reason) {
			listener(this.reason);
			return;
		}
		if (this._listeners) this._listeners.push(listener);
		else this._listeners = [listener];
	}
	unsubscribe(listener) {
		if (!this._listeners) return;
		const index = this._listeners.indexOf(listener);
		if (index !== -1) this._listeners.splice(index, 1);
	}
	toAbortSignal() {
		const controller = new AbortController();
		const abort = (err) => {
			controller.abort(err);
		};
		this.subscribe(abort);
		controller.signal.unsubscribe = () => this.unsubscribe(abort);
		return controller.signal;
	}
	static source() {
		let cancel;
		return {
			token: new CancelToken(function executor(c) {
				cancel = c;
			}),
			cancel
		};
	}
};
// node_modules/axios/lib/helpers/spread.js
function spread(callback) {
	return function wrap(arr) {
		return callback.apply(null, arr);
	};
}
// node_modules/axios/lib/helpers/isAxiosError.js
function isAxiosError(payload) {
	return utils_default.isObject(payload) && payload.isAxiosError === true;
}
// node_modules/axios/lib/helpers/HttpStatusCode.js
const HttpStatusCode = {
	Continue: 100,
	SwitchingProtocols: 101,
	Processing: 102,
	EarlyHints: 103,
	Ok: 200,
	Created: 201,
	Accepted: 202,
	NonAuthoritativeInformation: 203,
	NoContent: 204,
	ResetContent: 205,
	PartialContent: 206,
	MultiStatus: 207,
	AlreadyReported: 208,
	ImUsed: 226,
	MultipleChoices: 300,
	MovedPermanently: 301,
	Found: 302,
	SeeOther: 303,
	NotModified: 304,
	UseProxy: 305,
	Unused: 306,
	TemporaryRedirect: 307,
	PermanentRedirect: 308,
	BadRequest: 400,
	Unauthorized: 401,
	PaymentRequired: 402,
	Forbidden: 403,
	NotFound: 404,
	MethodNotAllowed: 405,
	NotAcceptable: 406,
	ProxyAuthenticationRequired: 407,
	RequestTimeout: 408,
	Conflict: 409,
	Gone: 410,
	LengthRequired: 411,
	PreconditionFailed: 412,
	PayloadTooLarge: 413,
	ContentTooLarge: 413,
	UriTooLong: 414,
	UnsupportedMediaType: 415,
	RangeNotSatisfiable: 416,
	ExpectationFailed: 417,
	ImATeapot: 418,
	MisdirectedRequest: 421,
	UnprocessableEntity: 422,
	UnprocessableContent: 422,
	Locked: 423,
	FailedDependency: 424,
	TooEarly: 425,
	UpgradeRequired: 426,
	PreconditionRequired: 428,
	TooManyRequests: 429,
	RequestHeaderFieldsTooLarge: 431,
	UnavailableForLegalReasons: 451,
	InternalServerError: 500,
	NotImplemented: 501,
	BadGateway: 502,
	ServiceUnavailable: 503,
	GatewayTimeout: 504,
	HttpVersionNotSupported: 505,
	VariantAlsoNegotiates: 506,
	InsufficientStorage: 507,
	LoopDetected: 508,
	NotExtended: 510,
	NetworkAuthenticationRequired: 511,
	WebServerReturnsAnUnknownError: 520,
	WebServerIsDown: 521,
	ConnectionTimedOut: 522,
	OriginIsUnreachable: 523,
	TimeoutOccurred: 524,
	SslHandshakeFailed: 525,
	InvalidSslCertificate: 526
};
Object.entries(HttpStatusCode).forEach(([key, value]) => {
	if (HttpStatusCode[value] === void 0) HttpStatusCode[value] = key;
});
// node_modules/axios/lib/axios.js
function createInstance(defaultConfig) {
	const context = new Axios(defaultConfig);
	const instance = bind(Axios.prototype.request, context);
	utils_default.extend(instance, Axios.prototype, context, { allOwnKeys: true });
	utils_default.extend(instance, context, null, { allOwnKeys: true });
	instance.create = function create(instanceConfig) {
		return createInstance(mergeConfig(defaultConfig, instanceConfig));
	};
	return instance;
}
const axios = createInstance(defaults);
axios.Axios = Axios;
axios.CanceledError = CanceledError;
axios.CancelToken = CancelToken;
axios.isCancel = isCancel;
axios.VERSION = VERSION;
axios.toFormData = toFormData;
axios.AxiosError = AxiosError;
axios.Cancel = axios.CanceledError;
axios.all = function all(promises) {
	return Promise.all(promises);
};
axios.spread = spread;
axios.isAxiosError = isAxiosError;
axios.mergeConfig = mergeConfig;
axios.AxiosHeaders = AxiosHeaders;
axios.formToJSON = (thing) => formDataToJSON(utils_default.isHTMLForm(thing) ? new FormData(thing) : thing);
axios.getAdapter = adapters_default.getAdapter;
axios.HttpStatusCode = HttpStatusCode;
axios.default = axios;
// src/profiles/pyroscope/connection.ts
function methodUrl(connection, method) {
	const url = URL.canParse(connection.url) ? new URL(connection.url) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol)) throw new FlamegateError("usage", "the Pyroscope URL is not an http:// or https:// URL");
	if (url.username !== "" || url.password !== "") throw new FlamegateError("usage", "the Pyroscope URL contains a user or a password", { hint: "Give the user and the password in their own options: URLs end up in logs." });
	url.pathname = `${url.pathname.replace(/\/+$/, "")}/querier.v1.QuerierService/${method}`;
	url.search = "";
	url.hash = "";
	return url;
}
function accessHeaders(connection) {
	const { tenant, user, password, token } = connection;
	const basic = user === void 0 ? void 0 : `${user}:${password ?? ""}`;
	const authorization = basic === void 0 ? token && `Bearer ${token}` : `Basic ${Buffer.from(basic, "utf8").toString("base64")}`;
	return {
		...authorization ? { Authorization: authorization } : {},
		...tenant === void 0 ? {} : { "X-Scope-OrgID": tenant }
	};
}
// src/profiles/pyroscope/server-errors.ts
const MAX_MESSAGE = 300;
const HINTS = {
	400: "See that the selector is a PromQL label selector such as {service_name=\"shop\"} and the time range is within the limits of the server.",
	401: "Give the tenant, the user and password, or the token that the server asks for.",
	403: "The token needs permission to read profiles.",
	404: "See that the URL is the root of Pyroscope, or of a Grafana data source proxy.",
	413: "Ask for more and so shorter slices.",
	429: "The server limits queries or the size of answers: ask for more and so shorter slices, or try later."
};
function serverError(place, answer) {
	const { status } = answer;
	if (status >= 300 && status < 400) return new FlamegateError("usage", `${place} redirects${redirectTarget(answer.location)}`, { hint: "Give the URL that it leads to. A redirect to a login page means that access is missing." });
	const kind = status >= 400 && status < 408 ? "usage" : "measurement";
	const hint = HINTS[status];
	return new FlamegateError(kind, `${place} answered ${status}${connectMessage(answer.body)}`, hint === void 0 ? {} : { hint });
}
function connectMessage(body) {
	const error = parseObject(body);
	if (error === void 0) return ", without an error of Pyroscope";
	const text = [error.code, error.message].filter((part) => typeof part === "string").join(": ");
	return text === "" ? "" : `: ${text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text}`;
}
function parseObject(body) {
	try {
		return asJsonObject(JSON.parse(Buffer.from(body).toString("utf8")));
	} catch {
		return;
	}
}
function redirectTarget(location) {
	if (location === void 0 || !URL.canParse(location)) return "";
	const { origin, pathname } = new URL(location);
	return ` to ${origin}${pathname}`;
}
// src/profiles/pyroscope/client.ts
const TIMEOUT_MS = 12e4;
const MAX_ANSWER_BYTES = 268435456;
function pyroscopeClient(connection, signal) {
	return async (method, request) => {
		const url = methodUrl(connection, method);
		const place = `Pyroscope at ${url.href}`;
		const timeout = AbortSignal.timeout(TIMEOUT_MS);
		try {
			const { status, headers, data } = await axios.post(url.href, gzipSync(request), {
				headers: {
					"Content-Type": "application/proto",
					"Content-Encoding": "gzip",
					"Accept-Encoding": "gzip",
					"Connect-Protocol-Version": "1",
					...accessHeaders(connection)
				},
				responseType: "arraybuffer",
				maxRedirects: 0,
				proxy: false,
				maxContentLength: MAX_ANSWER_BYTES,
				validateStatus: () => true,
				signal: AbortSignal.any([signal, timeout])
			});
			const location = headers.location;
			if (status !== 200) throw serverError(place, {
				status,
				location: typeof location === "string" ? location : void 0,
				body: data
			});
			const type = String(headers["content-type"] ?? "");
			if (!type.startsWith("application/proto")) throw notPyroscope(place, type);
			return data;
		} catch (error) {
			if (error instanceof FlamegateError) throw error;
			signal.throwIfAborted();
			if (timeout.aborted) throw unanswered(place, `no answer within ${TIMEOUT_MS / 1e3} s`);
			throw unanswered(place, reasonOf(error));
		}
	};
}
function notPyroscope(place, type) {
	return new FlamegateError("usage", `${place} answered with ${type || "no type"}, not protobuf`, { hint: "See that the URL is the root of Pyroscope, or of a Grafana data source proxy." });
}
function unanswered(place, reason) {
	return new FlamegateError("measurement", `${place} can't be asked: ${reason}`, { hint: "See that the server runs and can be reached from here; if answers are too large or slow, ask for more slices." });
}
function reasonOf(error) {
	if (!axios.isAxiosError(error)) return "the request failed";
	if (error.message.includes("maxContentLength")) return `the answer is larger than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB`;
	return error.code ?? "the request failed";
}
// src/profiles/pyroscope/proto-writer.ts
var ProtoWriter = class {
	#bytes = [];
	uint(field, value) {
		if (value === 0) return this;
		this.#varint(field * 8);
		this.#varint(value);
		return this;
	}
	text(field, value) {
		if (value === "") return this;
		const utf8 = Buffer.from(value, "utf8");
		this.#varint(field * 8 + 2);
		this.#varint(utf8.length);
		this.#bytes.push(...utf8);
		return this;
	}
	finish() {
		return Uint8Array.from(this.#bytes);
	}
	#varint(value) {
		let rest = value;
		for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes.push(rest % 128 + 128);
		this.#bytes.push(rest);
	}
};
// src/profiles/pyroscope/profile-types.ts
const LABEL = "__profile_type__";
async function profileTypesOf(call, { selector, window }) {
	return readLabelValues(await call("Series", new ProtoWriter().text(1, selector).text(2, LABEL).uint(3, window.from).uint(4, window.until).finish()));
}
function chooseProfileType(wanted, there) {
	const fits = (id) => id === wanted || sampleTypeOf(id) === wanted;
	for (const side of ["base", "head"]) if (!there[side].some(fits)) throw noneThere(wanted, side, there[side]);
	const [only, ...more] = there.base.filter((id) => fits(id) && there.head.includes(id));
	if (only === void 0) throw new FlamegateError("measurement", `base and head have ${JSON.stringify(wanted)} in different profile types: ${[...there.base.filter(fits), ...there.head.filter(fits)].join(", ")}`, { hint: "Compare sides that were profiled by the same profiler." });
	if (more.length > 0) throw new FlamegateError("usage", `several profile types have the sample type ${JSON.stringify(wanted)}: ${[only, ...more].join(", ")}`, { hint: "Give the whole profile type." });
	return only;
}
function sampleTypeOf(id) {
	return id.split(":")[1] ?? "";
}
function noneThere(wanted, side, there) {
	if (there.length === 0) return new FlamegateError("measurement", `Pyroscope has no profiles for ${side}`, { hint: "See that the selector matches and the time range is right; servers answer nothing for times before their query look-back, 7 days unless set otherwise." });
	return new FlamegateError("measurement", `Pyroscope has no ${JSON.stringify(wanted)} profiles for ${side}; there is: ${there.join(", ")}`, { hint: "Choose one of these as the profile type." });
}
function readLabelValues(answer) {
	const values = new Set();
	const reader = new ProtoReader(answer);
	const text = (tag) => {
		const { start, end } = reader.range(tag);
		return Buffer.from(answer.subarray(start, end)).toString("utf8");
	};
	forEachMessage(reader, 2, () => {
		forEachMessage(reader, 1, () => {
			const label = {
				name: "",
				value: ""
			};
			while (reader.more()) {
				const tag = reader.tag();
				if (tag >>> 3 === 1) label.name = text(tag);
				else if (tag >>> 3 === 2) label.value = text(tag);
				else reader.skip(tag);
			}
			if (label.name === LABEL) values.add(label.value);
		});
	});
	return [...values].toSorted();
}
function forEachMessage(reader, field, read) {
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 !== field) {
			reader.skip(tag);
			continue;
		}
		const outer = reader.enter(tag);
		read();
		reader.leave(outer);
	}
}
// src/profiles/pyroscope/select.ts
const FORMAT_PPROF = 4;
function pprofSelect(call) {
	let knowsFormat = true;
	return async (selection) => {
		if (knowsFormat) {
			const pprof = pprofField(await call("SelectMergeStacktraces", selectRequest(selection).uint(6, FORMAT_PPROF).finish()));
			if (pprof !== void 0) return pprof;
			knowsFormat = false;
		}
		return call("SelectMergeProfile", selectRequest(selection).finish());
	};
}
function selectRequest({ profileTypeId, selector, window }) {
	return new ProtoWriter().text(1, profileTypeId).text(2, selector).uint(3, window.from).uint(4, window.until);
}
function pprofField(answer) {
	const wrapper = lastField(answer, 5);
	return wrapper && (lastField(wrapper, 1) ?? new Uint8Array());
}
function lastField(message, field) {
	const reader = new ProtoReader(message);
	let found;
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 !== field) {
			reader.skip(tag);
			continue;
		}
		const { start, end } = reader.range(tag);
		found = message.subarray(start, end);
	}
	return found;
}
// src/profiles/pyroscope/truncation.ts
const CUT_OFF = "other";
function cutOffShare(profile) {
	const cutOff = profile.functions.findIndex(({ name, file, line }) => name === CUT_OFF && file === "" && line === 0);
	if (cutOff < 0) return 0;
	let total = 0;
	let lost = 0;
	profile.values.forEach((value, stack) => {
		total += value;
		if (profile.frames.subarray(profile.offsets[stack], profile.offsets[stack + 1]).includes(cutOff)) lost += value;
	});
	return lost / total;
}
function splitWindow(window, slices) {
	const length = window.until - window.from;
	if (!(slices >= 1 && length >= slices)) throw new FlamegateError("usage", `a window of ${length / 1e3} s can't be cut into ${slices} slices`, { hint: "Give a window whose end is after its start, and fewer slices." });
	const cut = (index) => window.from + Math.round(length * index / slices);
	return Array.from({ length: slices }, (_, index) => ({
		from: cut(index),
		until: cut(index + 1)
	}));
}
// src/profiles/pyroscope/rounds.ts
const MAX_CUT_OFF = .01;
async function fetchRounds(query, signal) {
	const call = pyroscopeClient(query, signal);
	const there = {
		base: await profileTypesOf(call, {
			selector: query.base.selector,
			window: query.base
		}),
		head: await profileTypesOf(call, {
			selector: query.head.selector,
			window: query.head
		})
	};
	const profileTypeId = chooseProfileType(query.profileType, there);
	const select = pprofSelect(call);
	const base = await fetchSide("base", query, profileTypeId, select);
	const head = await fetchSide("head", query, profileTypeId, select);
	const inBoth = ({ round }) => [base, head].every((side) => side.some((other) => other.round === round));
	const rounds = [...base, ...head].filter(inBoth);
	if (rounds.length === 0) throw noPairs(query.slices);
	return {
		rounds,
		warnings: warningsOf(query, rounds)
	};
}
async function fetchSide(side, query, profileTypeId, select) {
	const { selector } = query[side];
	const rounds = [];
	for (const [round, window] of splitWindow(query[side], query.slices).entries()) {
		const pprof = await select({
			profileTypeId,
			selector,
			window
		});
		const profile = located$1(`profile of ${side}, slice ${round + 1} of ${query.slices}`, () => toProfile(pprof, sampleTypeOf(profileTypeId)));
		if (profile === void 0) continue;
		const seconds = (window.until - window.from) / 1e3;
		rounds.push({
			side,
			round,
			profile,
			requests: void 0,
			failed: void 0,
			seconds
		});
	}
	return rounds;
}
function toProfile(pprof, sampleType) {
	if (pprof.length === 0) return void 0;
	const columns = decodePprof(pprof);
	if (columns.samples.count === 0) return void 0;
	const profile = foldProfile(columns, sampleType);
	if (profile.values.length === 0) return void 0;
	const cutOff = cutOffShare(profile);
	if (cutOff > MAX_CUT_OFF) throw new FlamegateError("measurement", `Pyroscope cut off ${percent$1(cutOff)} of it (the function "other")`, { hint: "Ask for more and so shorter slices, or turn off querier.max-flamegraph-nodes-on-select-merge-profile for the tenant." });
	return {
		...profile,
		ticks: 0
	};
}
function warningsOf(query, rounds) {
	const pairs = rounds.length / 2;
	const shortest = Math.min(...rounds.map(({ seconds }) => seconds * 1e3));
	const cutOff = Math.max(...rounds.map(({ profile }) => cutOffShare(profile)));
	return [
		...pairs < query.slices ? [`${pairs} of ${query.slices} slices are compared: in the others a side has no profile.`] : [],
		...shortest < 6e4 ? [`Slices of ${shortest / 1e3} s are shorter than the upload interval of some SDKs (60 s), so profiles spread unevenly over them. Use fewer slices or a longer window.`] : [],
		...cutOff > 0 ? [`Pyroscope cut off up to ${percent$1(cutOff)} of a profile (the function "other").`] : []
	];
}
function percent$1(fraction) {
	return `${(fraction * 100).toFixed(2)} %`;
}
function noPairs(slices) {
	return new FlamegateError("measurement", `in none of the ${slices} slices both sides have a profile in Pyroscope`, { hint: "Use fewer slices or a longer window." });
}
// src/measure/abort.ts
async function unlessAborted(promise, signal) {
	signal.throwIfAborted();
	let onAbort = () => {};
	const aborted = new Promise((_, reject) => {
		onAbort = () => reject(signal.reason);
		signal.addEventListener("abort", onAbort);
	});
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}
async function delay(milliseconds, signal) {
	try {
		await setTimeout$1(milliseconds, void 0, { signal });
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}
// src/measure/exit.ts
function describeExit({ code, signal }) {
	if (signal !== null) return `was killed by ${signal}`;
	return `exited with code ${code}${meaning(code)}`;
}
function meaning(code) {
	if (code === 126) return " (not executable)";
	if (code === 127) return " (command not found)";
	if (code === null || code <= 128) return "";
	const name = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
	return name === void 0 ? "" : ` (128 + ${name})`;
}
// src/measure/format.ts
function formatSeconds(milliseconds) {
	return `${(milliseconds / 1e3).toLocaleString("en-US", { maximumFractionDigits: 1 })} s`;
}
// src/measure/output-lines.ts
const MAX_LINE_LENGTH = 8192;
var OutputLines = class {
	#decoder = new StringDecoder("utf8");
	#emit;
	#line = "";
	#dropped = 0;
	constructor(emit) {
		this.#emit = emit;
	}
	push(chunk) {
		const parts = this.#decoder.write(chunk).split("\n");
		const rest = parts.pop() ?? "";
		for (const part of parts) {
			this.#append(part);
			this.#finishLine();
		}
		this.#append(rest);
	}
	end() {
		this.#append(this.#decoder.end());
		if (this.#line !== "") this.#finishLine();
	}
	#append(text) {
		const room = MAX_LINE_LENGTH - this.#line.length;
		this.#line += text.slice(0, room);
		this.#dropped += Math.max(0, text.length - room);
	}
	#finishLine() {
		const line = this.#line.endsWith("\r") ? this.#line.slice(0, -1) : this.#line;
		const cut = this.#dropped.toLocaleString("en-US");
		const mark = this.#dropped > 0 ? ` … [${cut} more characters cut]` : "";
		this.#line = "";
		this.#dropped = 0;
		this.#emit(line + mark);
	}
};
// src/measure/shell.ts
const DEFAULT_PATH = "/usr/bin:/bin";
async function shellFor(command, path) {
	const bash = await findProgram("bash", path || DEFAULT_PATH);
	if (bash === void 0) return {
		file: "sh",
		args: ["-ec", command]
	};
	return {
		file: bash,
		args: [
			"-eo",
			"pipefail",
			"-c",
			command
		]
	};
}
async function findProgram(name, path) {
	for (const folder of path.split(":").filter((entry) => entry !== "")) {
		const file = join(folder, name);
		try {
			await access(file, constants$1.X_OK);
			return file;
		} catch {}
	}
}
// src/measure/tail.ts
const TAIL_LINES = 40;
var Tail = class {
	#lines = [];
	#earlier = 0;
	push(line) {
		this.#lines.push(line);
		if (this.#lines.length > TAIL_LINES) {
			this.#lines.shift();
			this.#earlier++;
		}
	}
	lines() {
		if (this.#earlier === 0) return [...this.#lines];
		return [`… [${this.#earlier.toLocaleString("en-US")} earlier lines cut]`, ...this.#lines];
	}
};
// src/measure/process-table.ts
async function livingMembers(leader) {
	return (process.platform === "linux" ? await readProc() : await readPs()).filter(({ group, session, zombie }) => !zombie && (group === leader || session === leader));
}
async function readProc() {
	const names = await readdir("/proc");
	return (await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readStat))).filter((entry) => entry !== void 0);
}
async function readStat(pid) {
	try {
		return parseStat(await readFile(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return;
	}
}
function parseStat(stat) {
	const pid = Number.parseInt(stat, 10);
	const [state = "", , group, session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	if (Number.isNaN(pid) || group === void 0 || session === void 0) return void 0;
	return {
		pid,
		group: Number(group),
		session: Number(session),
		zombie: /^[ZXx]/.test(state)
	};
}
async function readPs() {
	const { stdout } = await promisify(execFile)("ps", [
		"-A",
		"-o",
		"pid=,pgid=,stat="
	]);
	return stdout.trim().split("\n").map((line) => {
		const [pid, group, state = ""] = line.trim().split(/\s+/);
		return {
			pid: Number(pid),
			group: Number(group),
			session: void 0,
			zombie: state.startsWith("Z")
		};
	});
}
// src/measure/terminate.ts
const HURRIED_GRACE_MS = 1e3;
const KILL_MS = 5e3;
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 100;
async function endGroup(leader, source, graceMs, hurry) {
	const first = await livingMembers(leader);
	if (first.length === 0) return "gone";
	signalAll(leader, first, "SIGTERM");
	const start = performance.now();
	let hurriedSince;
	const graceIsOver = () => {
		const now = performance.now();
		if (hurry?.aborted) hurriedSince ??= now;
		return hurriedSince !== void 0 && now - hurriedSince >= HURRIED_GRACE_MS || now - start >= graceMs;
	};
	if ((await poll(leader, graceIsOver)).length === 0) return "exited";
	const killStart = performance.now();
	const survivors = await poll(leader, (members) => {
		signalAll(leader, members, "SIGKILL");
		return performance.now() - killStart >= KILL_MS;
	});
	if (survivors.length === 0) return "killed";
	const pids = survivors.map(({ pid }) => pid).join(", ");
	throw new FlamegateError("measurement", `${source} could not be killed: process ${pids}`, { hint: "Look at these processes; one that waits for a device or a network file system ends only with that." });
}
async function poll(leader, giveUp) {
	for (let wait = FIRST_POLL_MS;; wait = Math.min(LAST_POLL_MS, wait * 1.5)) {
		const members = await livingMembers(leader);
		if (members.length === 0 || giveUp(members)) return members;
		await setTimeout$1(wait);
	}
}
function signalAll(leader, members, signal) {
	for (const group of new Set([leader, ...members.map((member) => member.group)])) try {
		process.kill(-group, signal);
	} catch {}
}
// src/measure/process-group.ts
const DRAIN_MS = 250;
async function startGroup(options) {
	const { source, log } = options;
	const { child, pid } = await spawnShell(options);
	const exited = new Promise((resolve) => {
		child.once("exit", (code, signal) => resolve({
			code,
			signal
		}));
	});
	const tail = new Tail();
	const drained = readOutput(child, (line) => {
		tail.push(line);
		log.child(source, line);
	});
	let ended;
	return {
		pid,
		exited,
		tail: () => tail.lines(),
		async terminate(graceMs, hurry) {
			if (ended !== void 0) return ended;
			ended = await endGroup(pid, source, graceMs, hurry);
			await Promise.race([drained, setTimeout$1(DRAIN_MS)]);
			child.stdout.destroy();
			child.stderr.destroy();
			return ended;
		}
	};
}
async function spawnShell(options) {
	const { command, directory, environment } = options;
	const shell = await shellFor(command, environment.PATH);
	try {
		const child = spawn(shell.file, shell.args, {
			cwd: directory,
			env: { ...environment },
			detached: true,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			]
		});
		await once(child, "spawn");
		if (child.pid === void 0) throw new Error("it has no process id");
		return {
			child,
			pid: child.pid
		};
	} catch (cause) {
		throw explainNoStart$1(options, cause);
	}
}
function explainNoStart$1({ directory, source }, cause) {
	if (!existsSync(directory)) return new FlamegateError("measurement", `${source}: the folder ${directory} does not exist`, {
		hint: "See that the folder of the service is in both commits.",
		cause
	});
	const reason = cause instanceof Error ? cause.message : String(cause);
	return new FlamegateError("measurement", `${source} could not be started: ${reason}`, { cause });
}
async function readOutput(child, emit) {
	await Promise.all([child.stdout, child.stderr].map(async (stream) => {
		const lines = new OutputLines(emit);
		stream.on("data", (chunk) => lines.push(chunk));
		stream.on("error", () => {});
		await new Promise((resolve) => stream.once("close", resolve));
		lines.end();
	}));
}
// src/measure/run-command.ts
const GRACE_MS$1 = 5e3;
async function runCommand(options) {
	const { source, signal, timeoutMs } = options;
	signal.throwIfAborted();
	const group = await startGroup(options);
	let exit;
	const timer = new AbortController();
	try {
		const timeout = delay(timeoutMs, timer.signal).then(() => "timeout", () => "timeout");
		exit = await unlessAborted(Promise.race([group.exited, timeout]), signal);
	} finally {
		timer.abort();
		await group.terminate(GRACE_MS$1, signal);
	}
	if (exit !== "timeout" && exit.code === 0) return;
	const fact = exit === "timeout" ? `did not end within ${formatSeconds(timeoutMs)}` : describeExit(exit);
	throw new FlamegateError("measurement", `${source} ${fact}`, {
		hint: options.hint,
		output: group.tail()
	});
}
// src/measure/build.ts
async function buildSide(build) {
	await runCommand({
		...build,
		source: `build ${build.side}`,
		hint: `Run the build command in a clean checkout of ${build.side} to see it fail.`
	});
}
// src/measure/git-config-env.ts
const SECRET_KEY = /extraheader$|^credential\./i;
const CREDENTIAL_URL = /:\/\/[^/\s]*@/;
const AUTHORIZATION = /\bauthorization:/i;
function safeGitConfig(parent, isSecret) {
	const result = {};
	const carriesSecret = (key, value) => SECRET_KEY.test(key) || [key, value].some((text) => CREDENTIAL_URL.test(text) || isSecret(text)) || AUTHORIZATION.test(value);
	let count = 0;
	for (let index = 0; index < Number(parent.GIT_CONFIG_COUNT ?? 0); index++) {
		const key = parent[`GIT_CONFIG_KEY_${index}`];
		const value = parent[`GIT_CONFIG_VALUE_${index}`];
		if (key === void 0 || value === void 0) break;
		if (carriesSecret(key, value)) continue;
		result[`GIT_CONFIG_KEY_${count}`] = key;
		result[`GIT_CONFIG_VALUE_${count}`] = value;
		count++;
	}
	if (count > 0) result.GIT_CONFIG_COUNT = String(count);
	for (const name of [
		"GIT_CONFIG_GLOBAL",
		"GIT_CONFIG_SYSTEM",
		"GIT_CONFIG_NOSYSTEM"
	]) {
		const value = parent[name];
		if (value !== void 0 && !isSecret(value)) result[name] = value;
	}
	const parameters = parent.GIT_CONFIG_PARAMETERS;
	if (parameters !== void 0 && !/extraheader|credential\./i.test(parameters)) {
		if (!carriesSecret("", parameters)) result.GIT_CONFIG_PARAMETERS = parameters;
	}
	return result;
}
// src/measure/child-env.ts
const WITHHELD = [
	/^INPUT_/i,
	/^(?:GITHUB|GH)_(?:ENTERPRISE_)?TOKEN$/i,
	/^ACTIONS_/i,
	/^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i,
	/^PYROSCOPE_(?:AUTH_TOKEN|BASIC_AUTH_\w+|TENANT_ID|HTTP_HEADERS)$/i,
	/^OTEL_EXPORTER_OTLP_(?:\w+_)?HEADERS$/i,
	/^FLAMEGATE_\w*(?:TOKEN|PASSWORD|SECRET)$/i
];
const KEPT$1 = new Set([
	"PATH",
	"HOME",
	"PWD",
	"SHELL",
	"USER",
	"LOGNAME",
	"TMPDIR"
]);
const MIN_PART_LENGTH = 8;
function childEnvironment(parent, additions, secretValues = []) {
	const secrets = secretValues.flatMap(spellings);
	const isSecret = (value) => secrets.some((secret) => value === secret || secret.length >= MIN_PART_LENGTH && value.includes(secret));
	const result = {};
	for (const [name, value] of Object.entries(parent)) {
		if (value === void 0 || name.startsWith("GIT_CONFIG_")) continue;
		if (WITHHELD.some((pattern) => pattern.test(name))) continue;
		if (!KEPT$1.has(name) && isSecret(value)) continue;
		result[name] = value;
	}
	return {
		...result,
		...safeGitConfig(parent, isSecret),
		...additions
	};
}
function spellings(secret) {
	if (secret === "") return [];
	const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
	return [...new Set([
		secret,
		encodeURIComponent(secret),
		base64
	])];
}
// src/measure/load/judge.ts
const Z_CRITICAL = 3.2905;
const REASONS_SHOWN = 3;
function judgeLoad(rounds, maxFailed) {
	const counted = rounds.filter(({ outcome }) => outcome.succeeded !== void 0);
	if (counted.length === 0) return void 0;
	if (counted.length < rounds.length) return `the load reported counts in only ${counted.length} of ${rounds.length} rounds`;
	const base = tally(rounds, "base");
	const head = tally(rounds, "head");
	const reasons = [base, head].flatMap((side) => judgeSide(side, maxFailed) ?? []);
	if (reasons.length > 0) return reasons.join("; ");
	return judgeDifference(base, head, maxFailed);
}
function judgeSide(side, maxFailed) {
	const total = side.succeeded + side.failed;
	if (total === 0) return `${side.side}: no request was answered`;
	if (side.failed > maxFailed * total) return `${side.side}: ${describeFailed(side)}, ${percent(maxFailed)} allowed${topFailures(side)}`;
	if (side.empty > 0) return `${side.side}: no request succeeded in ${side.empty} of ${side.rounds} rounds`;
}
function judgeDifference(base, head, maxFailed) {
	const [n1, n2] = [base, head].map((side) => side.succeeded + side.failed);
	if (!n1 || !n2) return void 0;
	const difference = head.failed / n2 - base.failed / n1;
	const pooled = (base.failed + head.failed) / (n1 + n2);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
	if (error === 0 || Math.abs(difference) / error < Z_CRITICAL) return void 0;
	if (Math.abs(difference) <= maxFailed / 2) return void 0;
	const worse = difference > 0 ? head : base;
	return `the sides do not do the same work: base: ${describeFailed(base)}; head: ${describeFailed(head)}${topFailures(worse)}`;
}
function tally(rounds, side) {
	const outcomes = rounds.filter((round) => round.side === side).map((round) => round.outcome);
	const failures = new Map();
	for (const [reason, count] of outcomes.flatMap((outcome) => [...outcome.failures])) failures.set(reason, (failures.get(reason) ?? 0) + count);
	return {
		side,
		succeeded: sum(outcomes.map((outcome) => outcome.succeeded ?? 0)),
		failed: sum(outcomes.map((outcome) => outcome.failed ?? 0)),
		empty: outcomes.filter((outcome) => outcome.succeeded === 0).length,
		rounds: outcomes.length,
		failures
	};
}
function describeFailed({ succeeded, failed }) {
	const total = succeeded + failed;
	return `${failed.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} requests failed (${percent(failed / total)})`;
}
function topFailures({ failures }) {
	const sorted = [...failures].sort(([, a], [, b]) => b - a);
	if (sorted.length === 0) return "";
	const shown = sorted.slice(0, REASONS_SHOWN).map(([reason, count]) => `${count.toLocaleString("en-US")} × ${reason}`);
	const rest = sorted.length - shown.length > 0 ? ` (${shown.length} of ${sorted.length} reasons shown)` : "";
	return `: ${shown.join(", ")}${rest}`;
}
function percent(fraction) {
	return `${(fraction * 100).toLocaleString("en-US", { maximumSignificantDigits: 2 })} %`;
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
// src/measure/progress.ts
function roundTitle({ side, round }, pairs) {
	return `round ${round + 1}/${pairs} ${side}`;
}
function describeRound(title, measured, leftMs) {
	const left = leftMs > 0 ? `, about ${duration(leftMs)} left` : "";
	return `${title}: ${describeWork(measured)}${left}`;
}
function describeWork({ interval, succeeded, failed }) {
	const seconds = (interval.until - interval.from) / 1e3;
	if (succeeded === void 0) return `${count(seconds)} s of load, requests not counted`;
	const failures = failed ? `, ${count(failed)} failed` : "";
	return `${count(succeeded)} requests (${count(succeeded / seconds)}/s)${failures}`;
}
function duration(milliseconds) {
	const seconds = Math.ceil(milliseconds / 1e3);
	const minutes = Math.floor(seconds / 60);
	const hours = Math.floor(minutes / 60);
	if (hours > 0) return `${hours} h ${minutes % 60} min`;
	if (minutes > 0) return `${minutes} min ${seconds % 60} s`;
	return `${seconds} s`;
}
function count(value) {
	return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 1 : 0 });
}
// src/measure/load/counts/counts.ts
function asRecord(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	return Object.fromEntries(Object.entries(value));
}
function asCount(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}
function fromTotal(total, failed, what) {
	if (failed > total) return `${what}: ${failed} of ${total} requests failed`;
	return {
		succeeded: total - failed,
		failed
	};
}
// src/measure/load/counts/autocannon.ts
const STATUS_CLASSES = [
	"1xx",
	"2xx",
	"3xx",
	"4xx",
	"5xx"
];
const readAutocannonCounts = (value) => {
	if (!("non2xx" in value) || !("2xx" in value)) return void 0;
	const errors = asCount(value.errors);
	if (errors === void 0) return "\"errors\" is missing or not a count";
	let succeeded = 0;
	let failed = errors;
	for (const name of STATUS_CLASSES) {
		const count = asCount(value[name]);
		if (count === void 0) return `"${name}" is missing or not a count`;
		if (name === "2xx" || name === "3xx") succeeded += count;
		else if (name !== "1xx") failed += count;
	}
	return {
		succeeded,
		failed
	};
};
// src/measure/load/counts/k6.ts
const readK6Counts = (value) => {
	const metrics = asRecord(value.metrics) ?? listedMetrics(value);
	if (metrics === void 0) return void 0;
	const requests = valuesOf(metrics.http_reqs);
	if (requests === void 0) return "k6 has no metric \"http_reqs\": it sent no HTTP request";
	const failures = valuesOf(metrics.http_req_failed);
	if (failures === void 0) return "k6 has no metric \"http_req_failed\"; setResponseCallback(null) switches it off";
	return countsOf(requests, failures);
};
function countsOf(requests, failures) {
	const total = asCount(requests.count);
	if (total === void 0) return "\"count\" of k6's \"http_reqs\" is missing or not a count";
	const failed = asCount(failures.passes ?? failures.matches);
	if (failed === void 0) return "\"passes\" of k6's \"http_req_failed\" is missing or not a count";
	return fromTotal(total, failed, "k6");
}
function listedMetrics(value) {
	const list = asRecord(value.results)?.metrics;
	if (!Array.isArray(list)) return void 0;
	return Object.fromEntries(list.map((metric) => [String(asRecord(metric)?.name), metric]));
}
function valuesOf(metric) {
	const record = asRecord(metric);
	return asRecord(record?.values) ?? record;
}
// src/measure/load/counts/plain.ts
const readPlainCounts = (value) => {
	if (!("requests" in value)) return void 0;
	const succeeded = asCount(value.requests);
	const failed = asCount(value.failed);
	if (succeeded === void 0) return "\"requests\" is not a count";
	if (failed === void 0) return "\"failed\" is missing or not a count";
	return {
		succeeded,
		failed
	};
};
// src/measure/load/counts/read-counts.ts
const READERS = [
	readAutocannonCounts,
	readPlainCounts,
	readK6Counts
];
const MAX_BYTES$1 = 8388608;
const HINT = "Write {\"requests\": <succeeded>, \"failed\": <failed>}, autocannon's --json output or a summary of k6 to the file in FLAMEGATE_RESULT.";
async function readCounts(file) {
	const text = await readResult(file);
	if (text === void 0 || text.trim() === "") return void 0;
	return parseCounts(text);
}
function parseCounts(text) {
	const record = asRecord(parseJson(text));
	if (record !== void 0) for (const read of READERS) {
		const counts = read(record);
		if (typeof counts === "string") throw unreadable(counts);
		if (counts !== void 0) return counts;
	}
	throw unreadable("the format is not known");
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw unreadable("it is not JSON");
	}
}
async function readResult(file) {
	const found = await stat(file).catch(() => void 0);
	if (found === void 0) return void 0;
	if (!found.isFile()) throw unreadable("it is not a file");
	if (found.size > MAX_BYTES$1) {
		const [size, limit] = [found.size, MAX_BYTES$1].map((bytes) => bytes.toLocaleString("en-US"));
		throw unreadable(`it has ${size} bytes, more than ${limit}`);
	}
	return readFile(file, "utf8");
}
function unreadable(why) {
	return new FlamegateError("measurement", `the result of the load command cannot be read: ${why}`, { hint: HINT });
}
// src/measure/load/command.ts
const timeoutMs = (seconds) => (seconds * 3 + 60) * 1e3;
async function runCommandLoad(command, run) {
	const { load, phase, side, port, directory, log, signal } = run;
	const seconds = loadSeconds(run);
	const folder = await mkdtemp(join(tmpdir(), "flamegate-load-"));
	try {
		const result = join(folder, "result.json");
		const from = Date.now();
		const start = performance.now();
		await runCommand({
			command,
			directory,
			environment: {
				...run.environment,
				FLAMEGATE_TARGET: withPort(load.url, port),
				FLAMEGATE_PORT: String(port),
				FLAMEGATE_DURATION: String(seconds),
				FLAMEGATE_CONNECTIONS: String(load.connections),
				FLAMEGATE_PHASE: phase,
				FLAMEGATE_RESULT: result
			},
			source: `load ${side}`,
			timeoutMs: timeoutMs(seconds),
			hint: "The load command must end by itself after FLAMEGATE_DURATION seconds, with exit code 0.",
			log,
			signal
		});
		const interval = {
			from,
			until: from + Math.floor(performance.now() - start)
		};
		const counts = await readCounts(result);
		return {
			interval,
			slices: counts === void 0 ? [] : [{
				...interval,
				...counts
			}],
			succeeded: counts?.succeeded,
			failed: counts?.failed,
			failures: new Map()
		};
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
// src/measure/load/load.ts
async function runLoad(run) {
	const { command } = run.load;
	if (command !== void 0) return runCommandLoad(command, run);
	const { runBuiltinLoad } = await import("./builtin.js");
	return runBuiltinLoad(run);
}
// src/measure/ready.ts
const PROBE_TIMEOUT_MS = 5e3;
const PAUSE_MS = 50;
async function waitUntilReady(options) {
	const { url, timeoutMs, signal } = options;
	let exit;
	const exitController = new AbortController();
	options.exited.then((value) => {
		exit = value;
		exitController.abort();
	});
	const stop = AbortSignal.any([signal, exitController.signal]);
	const deadline = performance.now() + timeoutMs;
	let last = { kind: "refused" };
	try {
		for (;;) {
			const left = deadline - performance.now();
			if (left <= 0) return {
				kind: "timeout",
				last
			};
			last = await probe$1(url, Math.min(left, PROBE_TIMEOUT_MS), stop);
			if (isReady(last)) return { kind: "ready" };
			await delay(Math.min(PAUSE_MS, left), stop);
		}
	} catch (error) {
		signal.throwIfAborted();
		if (exit !== void 0) return {
			kind: "exited",
			exit
		};
		throw error;
	}
}
function isReady(answer) {
	return answer.kind === "status" && answer.status >= 200 && answer.status < 400;
}
function describeAnswer(answer) {
	switch (answer.kind) {
		case "status": return `answered ${answer.status}`;
		case "refused": return "refused every connection (nothing listens there)";
		case "silent": return "accepted the connection and did not answer";
		case "broken": return `gave no answer (${answer.reason})`;
	}
}
async function probe$1(url, timeoutMs, signal) {
	const get$2 = new URL(url).protocol === "https:" ? get$1 : get;
	const answer = await new Promise((resolve) => {
		const request = get$2(url, {
			agent: false,
			signal,
			rejectUnauthorized: false
		}, (response) => {
			resolve({
				kind: "status",
				status: response.statusCode ?? 0
			});
			response.destroy();
		});
		const timer = setTimeout(() => {
			resolve({ kind: "silent" });
			request.destroy();
		}, timeoutMs);
		request.on("error", (error) => {
			resolve(error.code === "ECONNREFUSED" ? { kind: "refused" } : {
				kind: "broken",
				reason: error.code ?? error.message
			});
		});
		request.on("close", () => clearTimeout(timer));
	});
	signal.throwIfAborted();
	return answer;
}
// src/measure/service.ts
const OCCUPANT_TIMEOUT_MS = 500;
async function startService(options) {
	const { config, side, directory, environment, log, signal } = options;
	signal.throwIfAborted();
	const source = `service ${side}`;
	const port = await freePort();
	const readyUrl = withPort(config.readyUrl, port);
	await refuseOccupant(readyUrl, signal);
	const group = await startGroup({
		command: withPort(config.start, port),
		directory,
		environment: {
			...environment,
			PORT: String(port)
		},
		source,
		log
	});
	let readiness;
	try {
		const { exited } = group;
		const timeoutMs = config.readyTimeoutMs;
		readiness = await waitUntilReady({
			url: readyUrl,
			timeoutMs,
			exited,
			signal
		});
	} finally {
		if (readiness?.kind !== "ready") await group.terminate(config.stopTimeoutMs, AbortSignal.abort());
	}
	if (readiness.kind !== "ready") {
		const { fact, hint } = explain(readiness, readyUrl, config.readyTimeoutMs);
		throw new FlamegateError("measurement", `${source} ${fact}`, {
			hint,
			output: group.tail()
		});
	}
	return {
		source,
		port,
		pid: group.pid,
		exited: group.exited,
		tail: () => group.tail(),
		stop: (hurry) => group.terminate(config.stopTimeoutMs, hurry)
	};
}
async function refuseOccupant(readyUrl, signal) {
	if (!isReady(await probe$1(readyUrl, OCCUPANT_TIMEOUT_MS, signal))) return;
	throw new FlamegateError("measurement", `${readyUrl} already answers before the service is started`, { hint: "Stop what listens there, or let the service listen on {port} (it is in PORT as well)." });
}
function explain(readiness, readyUrl, timeoutMs) {
	if (readiness.kind === "exited") return {
		fact: `${describeExit(readiness.exit)} before it was ready`,
		hint: readiness.exit.code === 0 ? "The start command must stay in the foreground as long as the service runs." : "Its output says why; it gets its port in PORT."
	};
	return {
		fact: `was not ready after ${formatSeconds(timeoutMs)}: ${readyUrl} ${describeAnswer(readiness.last)}`,
		hint: readiness.last.kind === "refused" ? "Let the service listen on the port in PORT, or write {port} into the start command." : "The ready URL must answer 2xx or 3xx once the service takes requests."
	};
}
// src/measure/while-alive.ts
const DEATH_NOTICE_MS = 100;
async function whileAlive(service, signal, act) {
	const death = new AbortController();
	const end = { exit: void 0 };
	service.exited.then((exit) => {
		end.exit = exit;
		death.abort();
	});
	try {
		const result = await act(AbortSignal.any([signal, death.signal]));
		if (end.exit === void 0) return result;
	} catch (error) {
		signal.throwIfAborted();
		await Promise.race([service.exited, setTimeout$1(DEATH_NOTICE_MS)]);
		if (end.exit === void 0) throw error;
	}
	await service.stop(AbortSignal.abort());
	throw new FlamegateError("measurement", `${service.source} ${describeExit(end.exit)} under load`, {
		hint: "Its output may say why; a service that is killed by SIGKILL often ran out of memory.",
		output: service.tail()
	});
}
// src/measure/round.ts
async function measureRound(name, title, input, deps) {
	const { log, signal } = deps;
	signal.throwIfAborted();
	const cleanup = new Cleanup(log);
	let phase = "receiver";
	try {
		const intake = await deps.openIntake(name);
		cleanup.defer("close the round on the receiver", () => intake.close());
		phase = "start";
		const service = await startService({
			config: input.service,
			side: name.side,
			directory: input.directories[name.side],
			environment: {
				...input.environment,
				...intake.environment
			},
			log,
			signal
		});
		cleanup.defer(`stop ${service.source}`, async () => {
			await service.stop(AbortSignal.abort());
		});
		phase = "warm-up";
		const warmup = input.load.warmupSeconds > 0 ? await loadService("warmup", name.side, service, input, deps) : void 0;
		phase = "load";
		const measured = await loadService("measure", name.side, service, input, deps);
		phase = "upload";
		await whileAlive(service, signal, (untilDeath) => intake.flushed(untilDeath));
		phase = "stop";
		await stopService(service, input.service.stopTimeoutMs, deps);
		phase = "upload";
		await intake.settle(signal);
		return {
			...name,
			measured,
			warmup,
			...intake.collect()
		};
	} catch (error) {
		throw located(`${title}, ${phase}`, error);
	} finally {
		await cleanup.run();
	}
}
async function loadService(phase, side, service, input, { log, signal }) {
	const { load, loadDirectory: directory, environment } = input;
	const { port } = service;
	const outcome = await whileAlive(service, signal, (untilDeath) => runLoad({
		load,
		phase,
		side,
		port,
		directory,
		environment,
		log,
		signal: untilDeath
	}));
	if (outcome.succeeded !== 0) return outcome;
	const failures = [...outcome.failures].map(([reason, times]) => `${times} × ${reason}`);
	throw new FlamegateError("measurement", `no request to ${service.source} succeeded: ${failures.join(", ") || "none was answered"}`, {
		hint: "See that the URL and the requests of the load fit the service.",
		output: service.tail()
	});
}
async function stopService(service, stopTimeoutMs, { log, signal }) {
	const ending = await service.stop(signal);
	signal.throwIfAborted();
	if (ending !== "killed") return;
	log.warn(`${service.source} did not end within ${formatSeconds(stopTimeoutMs)} after SIGTERM and was killed; profiles that it had not sent are lost. Let it end on SIGTERM, or raise the stop time-out.`);
}
function located(place, error) {
	if (!(error instanceof FlamegateError) || error.kind !== "measurement") return error;
	return new FlamegateError("measurement", `${place}: ${error.message}`, {
		...error.hint === void 0 ? {} : { hint: error.hint },
		output: error.output,
		exitCode: error.exitCode,
		cause: error
	});
}
// src/measure/schedule.ts
function sideOrder(pair) {
	return pair % 2 === 0 ? ["base", "head"] : ["head", "base"];
}
function roundsInOrder(pairs) {
	return Array.from({ length: pairs }, (_, round) => sideOrder(round).map((side) => ({
		side,
		round
	}))).flat();
}
function timeLeft(finishedMs, total) {
	if (finishedMs.length === 0) return 0;
	return finishedMs.reduce((sum, duration) => sum + duration, 0) / finishedMs.length * (total - finishedMs.length);
}
// src/measure/rounds.ts
async function* measureRounds(pairs, input, deps) {
	const names = roundsInOrder(pairs);
	const finished = [];
	for (const name of names) {
		const title = roundTitle(name, pairs);
		const start = performance.now();
		const round = await measureRound(name, title, input, deps);
		finished.push(performance.now() - start);
		deps.log.info(describeRound(title, round.measured, timeLeft(finished, names.length)));
		yield round;
	}
}
// src/plan/git-failure.ts
const KNOWN = [
	{
		sign: /detected dubious ownership|safe\.directory/,
		hint: "The folder belongs to another user. Run `git config --global --add safe.directory \"$PWD\"` in it first."
	},
	{
		sign: /not a git repository/,
		hint: "Run inside a checkout; in a workflow, put a step with actions/checkout before this one."
	},
	{
		sign: /Could not resolve host|Failed to connect|Connection (?:refused|reset|timed out)|early EOF|RPC failed|requested URL returned error: 5\d\d/,
		hint: "The server could not be reached; run again when it can.",
		infrastructure: true
	},
	{
		sign: /Permission denied \(publickey|Host key verification failed/,
		hint: "SSH was refused, and nobody was asked for a passphrase: load the key into an agent, or fetch what is missing first."
	}
];
function explainFailure(args, cwd, outcome) {
	const known = KNOWN.find(({ sign }) => sign.test(outcome.stderr));
	return new FlamegateError("plan", `${describe(args)} ${ending(outcome)} in ${cwd}`, {
		...known === void 0 ? {} : { hint: known.hint },
		...known?.infrastructure ? { exitCode: EXIT.measurement } : {},
		output: stderrLines(outcome)
	});
}
function explainNoStart(cwd, cause) {
	if (!existsSync(cwd)) return new FlamegateError("plan", `the folder ${cwd} does not exist`, { cause });
	return new FlamegateError("plan", "git could not be started", {
		hint: "Install git, and see that it is on the PATH.",
		cause
	});
}
function stderrLines(outcome) {
	return withoutCredentials(outcome.stderr).split("\n").filter((line) => line.trim() !== "").slice(-20);
}
function ending({ cut, status }) {
	if (cut) return "printed more than we read, and was ended,";
	return status === -1 ? "was ended by a signal" : `failed with exit status ${status}`;
}
function describe(args) {
	return withoutCredentials(`git ${args.join(" ")}`).slice(0, 200);
}
function withoutCredentials(text) {
	return text.replaceAll(/:\/\/[^/@\s]+@/g, "://***@");
}
// src/plan/git-environment.ts
const KEPT = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|(?:SSH|SSL|HTTP|PROXY)(?:_\w+)?|ASKPASS|EXEC_PATH|CEILING_DIRECTORIES|ALLOW_PROTOCOL)$/;
const FIXED = {
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_PAGER: "cat",
	LC_ALL: "C",
	LANGUAGE: ""
};
function gitEnvironment(parent) {
	const result = {};
	for (const [name, value] of Object.entries({
		...parent,
		...FIXED
	})) {
		if (value === void 0) continue;
		if (name.startsWith("GIT_") && !(name in FIXED) && !KEPT.test(name)) continue;
		result[name] = value;
	}
	return result;
}
function withConfig(parent, entries) {
	const first = Number(parent.GIT_CONFIG_COUNT ?? 0);
	const result = { ...parent };
	entries.forEach(({ key, value }, index) => {
		result[`GIT_CONFIG_KEY_${first + index}`] = key;
		result[`GIT_CONFIG_VALUE_${first + index}`] = value;
	});
	result.GIT_CONFIG_COUNT = String(first + entries.length);
	return result;
}
// src/plan/git-process.ts
const MAX_STDOUT = 67108864;
const MAX_STDERR = 16384;
const GRACE_MS = 2e3;
const SAFE = [
	"core.hooksPath=/dev/null",
	"core.fsmonitor=false",
	"gc.auto=0",
	"maintenance.auto=false"
].flatMap((entry) => ["-c", entry]);
function runGit(args, options) {
	const { cwd, env, signal, input = "", maxBytes = MAX_STDOUT } = options;
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const child = spawn("git", [...SAFE, ...args], {
			cwd,
			env: gitEnvironment(env),
			detached: true
		});
		let cut = false;
		const stdout = collect(child.stdout, maxBytes, () => {
			cut = true;
			stop();
		});
		const stderr = collectTail(child.stderr, MAX_STDERR);
		let kill;
		const stop = () => {
			if (kill !== void 0) return;
			killGroup(child, "SIGTERM");
			kill = setTimeout(() => killGroup(child, "SIGKILL"), GRACE_MS);
		};
		signal?.addEventListener("abort", stop);
		const settle = () => {
			clearTimeout(kill);
			signal?.removeEventListener("abort", stop);
		};
		child.on("error", (error) => {
			settle();
			reject(explainNoStart(cwd, error));
		});
		child.on("close", (code) => {
			settle();
			if (signal?.aborted) return reject(signal.reason);
			resolve({
				status: cut ? -1 : code ?? -1,
				stdout: stdout(),
				stderr: stderr(),
				cut
			});
		});
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}
function killGroup(child, signal) {
	if (child.pid === void 0) return;
	try {
		process.kill(-child.pid, signal);
	} catch {}
}
function collect(stream, limit, over) {
	const chunks = [];
	let size = 0;
	stream.on("data", (chunk) => {
		if (size > limit) return;
		chunks.push(chunk);
		size += chunk.length;
		if (size > limit) over();
	});
	return () => Buffer.concat(chunks).subarray(0, limit).toString();
}
function collectTail(stream, limit) {
	let tail = Buffer.alloc(0);
	stream.on("data", (chunk) => {
		tail = Buffer.concat([tail, chunk]).subarray(-limit);
	});
	return () => tail.toString();
}
// src/plan/git.ts
async function git(args, options) {
	const outcome = await runGit(args, options);
	if (outcome.status !== 0) throw explainFailure(args, options.cwd, outcome);
	return outcome.stdout;
}
async function gitLine(args, options) {
	const output = await git(args, options);
	const line = output.endsWith("\n") ? output.slice(0, -1) : output;
	if (line === "") throw new FlamegateError("plan", `git ${args[0] ?? ""} printed nothing where one line was due`);
	return line;
}
// src/measure/worktree.ts
const REMOVE_TIMEOUT_MS = 6e4;
async function addWorktree(repository, commit, directory, { env, signal }) {
	signal.throwIfAborted();
	await mkdir(dirname(directory), { recursive: true });
	const target = join(await realpath(dirname(directory)), basename(directory));
	if (existsSync(target)) throw new FlamegateError("plan", `the folder ${target} for a worktree already exists`);
	const remove = () => removeWorktree(repository, target, env);
	try {
		await git([
			"worktree",
			"add",
			"--detach",
			"--force",
			target,
			commit
		], {
			cwd: repository,
			env,
			signal
		});
		await addSubmodules(target, commit, {
			env,
			signal
		});
	} catch (error) {
		await remove();
		throw error;
	}
	return {
		directory: target,
		remove
	};
}
async function addSubmodules(directory, commit, { env, signal }) {
	if (!existsSync(join(directory, ".gitmodules"))) return;
	try {
		await git([
			"submodule",
			"update",
			"--init",
			"--recursive"
		], {
			cwd: directory,
			env,
			signal
		});
	} catch (error) {
		if (!(error instanceof FlamegateError) || error.kind !== "plan") throw error;
		throw new FlamegateError("plan", `the submodules of ${commit} could not be checked out`, {
			hint: "git needs access to the repositories in .gitmodules; for private ones give it credentials in the global configuration.",
			output: error.output,
			exitCode: error.exitCode,
			cause: error
		});
	}
}
async function removeWorktree(repository, directory, env) {
	await forget(repository, directory, env);
	if (!existsSync(directory)) return;
	try {
		await removeTree(directory);
	} catch (cause) {
		throw new FlamegateError("plan", `the worktree ${directory} could not be removed`, {
			hint: "Delete the folder and run `git worktree prune`.",
			cause
		});
	}
	await forget(repository, directory, env);
}
async function forget(repository, directory, env) {
	try {
		await git([
			"worktree",
			"remove",
			"--force",
			"--force",
			directory
		], {
			cwd: repository,
			env,
			signal: AbortSignal.timeout(REMOVE_TIMEOUT_MS)
		});
	} catch {}
}
// src/plan/checkout.ts
const REMOTE = "origin";
async function localCommit(checkout, name) {
	const answer = await runGit([
		"rev-parse",
		"--verify",
		"--quiet",
		`${name}^{commit}`
	], checkout.options);
	return answer.status === 0 ? answer.stdout.trim() : void 0;
}
async function isShallow(checkout) {
	return await gitLine(["rev-parse", "--is-shallow-repository"], checkout.options) === "true";
}
async function remoteUrl(checkout) {
	if (!(await runGit(["remote"], checkout.options)).stdout.split("\n").includes("origin")) return void 0;
	return gitLine([
		"ls-remote",
		"--get-url",
		REMOTE
	], checkout.options);
}
// src/plan/fetch.ts
const FETCH = [
	"fetch",
	"--quiet",
	"--no-tags",
	"--no-prune",
	"--no-recurse-submodules",
	"--refmap="
];
async function fetchFromOrigin(checkout, wanted, depth) {
	return askOrigin(checkout, [
		...FETCH,
		...depthArguments(depth),
		REMOTE,
		...wanted
	]);
}
async function askOrigin(checkout, args) {
	const { options, token } = checkout;
	const first = await runGit(args, options);
	if (first.status === 0 || token === void 0 || !isRefusal(first)) return first;
	if (!(await remoteUrl(checkout))?.startsWith(`${token.serverUrl}/`)) return first;
	return runGit(args, {
		...options,
		env: withConfig(options.env, tokenConfig(token))
	});
}
function explainFetch(checkout, outcome) {
	if (!isRefusal(outcome)) return explainFailure(["fetch", REMOTE], checkout.options.cwd, outcome);
	return new FlamegateError("plan", `${REMOTE} refused us, so missing commits could not be fetched`, {
		hint: "Give the checkout step `fetch-depth: 0`, or this one a `github-token` with `contents: read`.",
		output: stderrLines(outcome)
	});
}
function isRefusal(outcome) {
	return REFUSAL.test(outcome.stderr);
}
const REFUSAL = /Authentication failed|could not read (?:Username|Password)|returned error: 40[0134]|repository '.*' not found/;
function tokenConfig({ serverUrl, token }) {
	const header = `http.${serverUrl}/.extraheader`;
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return [
		{
			key: "credential.helper",
			value: ""
		},
		{
			key: header,
			value: ""
		},
		{
			key: header,
			value: `AUTHORIZATION: basic ${basic}`
		}
	];
}
function depthArguments(depth) {
	if (depth.kind === "newest") return ["--depth=1"];
	return depth.kind === "deepen" ? [`--deepen=${depth.commits}`] : [];
}
// src/plan/deepen.ts
async function deepen(checkout, commits) {
	if (!await isShallow(checkout)) return false;
	const { cwd } = checkout.options;
	const file = await gitLine([
		"rev-parse",
		"--git-path",
		"shallow"
	], checkout.options);
	const outcome = await fetchFromOrigin(checkout, (await readFile(path.resolve(cwd, file), "utf8")).split("\n").filter(Boolean), {
		kind: "deepen",
		commits
	});
	if (outcome.status !== 0) throw explainFetch(checkout, outcome);
	return true;
}
// src/plan/merge-base.ts
const DEEPENING = [
	20,
	100,
	500,
	2e3
];
async function mergeBase(checkout, one, other) {
	let depth = 0;
	for (const commits of [...DEEPENING, 0]) {
		const answer = await runGit([
			"merge-base",
			one,
			other
		], checkout.options);
		if (answer.status === 0) return answer.stdout.trim();
		if (commits === 0) break;
		if (!await deepen(checkout, commits)) throw new FlamegateError("plan", `${one} and ${other} have no commit in common`, { hint: "Name the base yourself with the option `base`." });
		depth += commits;
	}
	throw new FlamegateError("plan", `${one} and ${other} have no commit in common among the newest ${depth} generations`, { hint: "Give the checkout step `fetch-depth: 0`, or name the base yourself with the option `base`." });
}
async function defaultBranch(checkout) {
	const known = await runGit([
		"symbolic-ref",
		"--quiet",
		"--short",
		`refs/remotes/${REMOTE}/HEAD`
	], checkout.options);
	if (known.status === 0) return known.stdout.trim();
	if (await remoteUrl(checkout) === void 0) return void 0;
	const answer = await askOrigin(checkout, [
		"ls-remote",
		"--quiet",
		"--symref",
		REMOTE,
		"HEAD"
	]);
	const branch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer.stdout)?.[1];
	return branch === void 0 ? void 0 : `${REMOTE}/${branch}`;
}
// src/plan/ref.ts
const MAX_GENERATIONS = 1e4;
function parseRef(ref) {
	const [, name = "", steps = ""] = /^([^~^]*)(.*)$/s.exec(ref) ?? [];
	const refusal = refuse(ref, name);
	if (refusal !== void 0) throw new FlamegateError("usage", `${JSON.stringify(ref)} can't name a commit: ${refusal}`, { hint: "Give a branch, a tag or a commit id." });
	return {
		name,
		steps,
		generations: Math.min(countGenerations(steps), MAX_GENERATIONS)
	};
}
function refuse(ref, name) {
	if (ref === "") return "it is empty";
	if (ref.startsWith("-")) return "it starts with a dash";
	if (/\p{Cc}/u.test(ref)) return "it has control characters";
	if (ref.length > 1e3) return "it is over 1000 characters long";
	return name === "" ? "nothing comes before the ~ or ^" : void 0;
}
function countGenerations(steps) {
	let count = 0;
	for (const [, kind, number] of steps.matchAll(/([~^])(?!\{)(\d*)/g)) count += kind === "^" || number === "" ? 1 : Number(number);
	return count;
}
function isFullId(name) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(name);
}
function isShortId(name) {
	return /^[0-9a-f]{4,39}$/i.test(name);
}
function isBranchName(name) {
	return !/[\s:?*[\\]|\.\.|@\{/.test(name);
}
// src/plan/origin.ts
async function commitFromOrigin(checkout, name) {
	if (await remoteUrl(checkout) === void 0) return void 0;
	const wanted = isFullId(name) ? name : await refOnOrigin(checkout, name);
	if (wanted === void 0) return void 0;
	const depth = await isShallow(checkout) ? { kind: "newest" } : { kind: "all" };
	const outcome = await fetchFromOrigin(checkout, [wanted], depth);
	if (outcome.status === 0) return localCommit(checkout, "FETCH_HEAD");
	if (NOT_THERE.test(outcome.stderr)) return void 0;
	throw explainFetch(checkout, outcome);
}
const NOT_THERE = /not our ref|unadvertised object|(?:could|did)n't find remote ref|no such remote ref/i;
async function refOnOrigin(checkout, name) {
	if (!isBranchName(name)) return void 0;
	const wanted = fullNames(name);
	const patterns = isShortId(name) ? [] : wanted;
	const answer = await askOrigin(checkout, [
		"ls-remote",
		"--quiet",
		"--refs",
		REMOTE,
		...patterns
	]);
	if (answer.status !== 0) throw explainFetch(checkout, answer);
	const refs = new Map();
	for (const line of answer.stdout.split("\n")) {
		const [commit = "", ref = ""] = line.split("	");
		refs.set(ref, commit);
	}
	const named = wanted.find((ref) => refs.has(ref));
	if (named !== void 0 || !isShortId(name)) return named;
	const tips = new Set([...refs.values()].filter((commit) => commit.startsWith(name.toLowerCase())));
	return tips.size === 1 ? [...tips][0] : void 0;
}
function fullNames(name) {
	if (name.startsWith("refs/")) return [name.replace(`refs/remotes/${REMOTE}/`, "refs/heads/")];
	const branch = name.startsWith(`origin/`) ? [`refs/heads/${name.slice(7)}`] : [];
	return [
		`refs/tags/${name}`,
		`refs/heads/${name}`,
		...branch
	];
}
// src/plan/resolve.ts
async function resolveCommit(checkout, ref) {
	const { name, steps, generations } = parseRef(ref);
	const known = await knownCommit(checkout, ref);
	if (known !== void 0) return known;
	if (isShortId(name)) await refuseAmbiguous(checkout, name);
	const start = await knownCommit(checkout, name) ?? await commitFromOrigin(checkout, name);
	if (start === void 0) throw await noSuchCommit(checkout, name);
	if (generations > 0) await deepen(checkout, generations);
	const commit = await localCommit(checkout, `${start}${steps}`);
	if (commit === void 0) throw await noSuchCommit(checkout, ref);
	return commit;
}
async function knownCommit(checkout, name) {
	return await localCommit(checkout, name) ?? localCommit(checkout, `refs/remotes/origin/${name}`);
}
async function refuseAmbiguous({ options }, id) {
	const objects = await git(["rev-parse", `--disambiguate=${id}`], options);
	const commits = (await git(["cat-file", "--batch-check=%(objecttype) %(objectname)"], {
		...options,
		input: objects
	})).split("\n").flatMap((line) => /^commit (\w+)$/.exec(line)?.[1] ?? []);
	if (commits.length < 2) return;
	throw new FlamegateError("plan", `"${id}" is the beginning of ${commits.length} commit ids`, { hint: `Give more of it: ${commits.slice(0, 5).join(", ")}${commits.length > 5 ? ", …" : ""}.` });
}
async function noSuchCommit(checkout, ref) {
	const where = await remoteUrl(checkout) !== void 0 ? `here or on ${REMOTE}` : `here, and there is no remote called ${REMOTE} to ask`;
	const shallow = await isShallow(checkout);
	return new FlamegateError("plan", `no commit called "${ref}" ${where}`, { hint: shallow ? "Check the spelling, or give the checkout step `fetch-depth: 0` so that all commits are here." : "Check the spelling; a commit that was never pushed has to be in this checkout." });
}
// src/plan/pull-request.ts
async function pullRequestEnds(checkout, github, pullRequest) {
	const head = await resolveCommit(checkout, "HEAD");
	const name = `refs/pull/${pullRequest.number}`;
	if (head === github.sha && github.eventName !== "pull_request_target") {
		const [parent, second] = await parents(checkout, head);
		if (parent !== void 0 && second !== void 0) return {
			base: {
				ref: pullRequest.baseRef,
				commit: await resolveCommit(checkout, parent)
			},
			head: {
				ref: `${name}/merge`,
				commit: head
			},
			warnings: []
		};
	}
	if (head === pullRequest.headSha) {
		const target = await resolveCommit(checkout, pullRequest.baseSha);
		return {
			base: {
				ref: pullRequest.baseRef,
				commit: await mergeBase(checkout, target, head)
			},
			head: {
				ref: `${name}/head`,
				commit: head
			},
			warnings: []
		};
	}
	throw new FlamegateError("plan", `HEAD is ${head}, which is neither GitHub's merge commit of pull request ${pullRequest.number} nor its newest commit ${pullRequest.headSha}`, { hint: "Let actions/checkout choose the commit (no `ref:`), or name both commits with the options `base` and `head`." });
}
async function mergeGroupEnds(checkout, github) {
	const head = await resolveCommit(checkout, "HEAD");
	const [parent, second] = await parents(checkout, head);
	if (head !== github.sha || parent === void 0) throw new FlamegateError("plan", `HEAD is ${head}, and not the merge group's commit ${github.sha}`, { hint: "Let actions/checkout choose the commit (no `ref:`), or name both commits with the options `base` and `head`." });
	return {
		base: {
			ref: `${github.sha.slice(0, 12)}^`,
			commit: await resolveCommit(checkout, parent)
		},
		head: {
			ref: "merge group",
			commit: head
		},
		warnings: second === void 0 ? ["The merge group ends in a commit with one parent. That is the whole change when the queue squashes; when it rebases, only the last commit was compared: set `base` to github.event.merge_group.base_sha then."] : []
	};
}
async function parents({ options }, commit) {
	const text = await git([
		"cat-file",
		"commit",
		commit
	], options);
	return [...text.slice(0, text.indexOf("\n\n")).matchAll(/^parent (\w+)$/gm)].flatMap(([, parent]) => parent ?? []);
}
// src/plan/choose.ts
async function chooseEnds(checkout, wanted) {
	const { base, head, github } = wanted;
	if (base === void 0 && head === void 0) {
		if (github?.pullRequest !== void 0) return pullRequestEnds(checkout, github, github.pullRequest);
		if (github?.eventName === "merge_group") return mergeGroupEnds(checkout, github);
	}
	const newer = {
		ref: head ?? await currentBranch(checkout),
		commit: await resolveCommit(checkout, head ?? "HEAD")
	};
	return {
		base: base === void 0 ? await whereItLeft(checkout, newer, github) : {
			ref: base,
			commit: await resolveCommit(checkout, base)
		},
		head: newer,
		warnings: []
	};
}
async function whereItLeft(checkout, head, github) {
	const target = github?.pullRequest?.baseSha ?? await defaultBranch(checkout);
	if (target === void 0) throw new FlamegateError("usage", "nothing says which commit to compare with", { hint: NAME_IT });
	const commit = await mergeBase(checkout, await resolveCommit(checkout, target), head.commit);
	if (commit === head.commit) throw new FlamegateError("usage", `${head.ref} (${commit.slice(0, 12)}) has nothing that ${target} does not have, so there is nothing to compare`, { hint: NAME_IT });
	return {
		ref: github?.pullRequest?.baseRef ?? target,
		commit
	};
}
const NAME_IT = "Name the base with the option `base`: a branch, a tag, a commit, or `HEAD~1` for the commit before.";
async function currentBranch({ options }) {
	const answer = await runGit([
		"symbolic-ref",
		"--quiet",
		"--short",
		"HEAD"
	], options);
	return answer.status === 0 ? answer.stdout.trim() : "HEAD";
}
// src/plan/diff.ts
const MAX_BYTES = 20971520;
const DIFF_TREE = [
	"diff-tree",
	"-r",
	"-p",
	"--unified=0",
	"--find-renames",
	"--no-color",
	"--no-ext-diff",
	"--no-textconv"
];
async function diffOf(checkout, base, head, maxBytes = MAX_BYTES) {
	const args = [
		...DIFF_TREE,
		base,
		head
	];
	const outcome = await runGit(args, {
		...checkout.options,
		maxBytes
	});
	if (outcome.cut) return void 0;
	if (outcome.status !== 0) throw explainFailure(args, checkout.options.cwd, outcome);
	return outcome.stdout;
}
// src/plan/uncommitted.ts
const SHOWN = 3;
async function uncommittedChanges({ options }, attention) {
	const files = (await git([
		"status",
		"--porcelain",
		"-z",
		"--no-renames",
		`--untracked-files=${attention === "all" ? "normal" : "no"}`
	], options)).split("\0").filter(Boolean).map((entry) => entry.slice(3));
	if (files.length === 0) return [];
	const rest = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : "";
	return [`${files.length === 1 ? "1 file has" : `${files.length} files have`} uncommitted changes, which are not measured: ${files.slice(0, SHOWN).join(", ")}${rest}.`];
}
// src/plan/plan.ts
async function planComparison(options) {
	const checkout = await openCheckout(options);
	const ends = await chooseEnds(checkout, options);
	const { base, head } = ends;
	options.log.info(`Comparing ${inWords(base)} with ${inWords(head)}.`);
	const diff = await diffOf(checkout, base.commit, head.commit);
	const warnings = [...ends.warnings];
	if (base.commit === head.commit) warnings.push(SAME_COMMIT);
	if (diff === void 0) warnings.push(NO_DIFF);
	if (head.commit === await localCommit(checkout, "HEAD")) {
		const attention = options.github === void 0 ? "all" : "tracked";
		warnings.push(...await uncommittedChanges(checkout, attention));
	}
	return {
		repository: checkout.options.cwd,
		...ends,
		diff,
		warnings
	};
}
function inWords({ ref, commit }) {
	return ref === commit ? commit : `${ref} (${commit})`;
}
const SAME_COMMIT = "Base and head are the same commit; whatever differs between them is noise of the measurement.";
const NO_DIFF = "The commits differ by more than 20 MB, so their lines are not followed: functions without a name count as new.";
async function openCheckout(options) {
	const { cwd, environment: env, signal, token, github } = options;
	return {
		options: {
			cwd: await gitLine(["rev-parse", "--show-toplevel"], {
				cwd,
				env,
				signal
			}),
			env,
			signal
		},
		token: token === void 0 || github === void 0 ? void 0 : {
			serverUrl: github.serverUrl,
			token
		}
	};
}
// src/profiles/attribution/intervals.ts
function unionOf(intervals) {
	const union = [];
	for (const interval of intervals.toSorted((a, b) => a.from - b.from)) {
		const last = union.at(-1);
		if (last === void 0 || interval.from > last.until) union.push(interval);
		else union[union.length - 1] = {
			from: last.from,
			until: Math.max(last.until, interval.until)
		};
	}
	return union;
}
function overlap(union, interval) {
	return union.reduce((sum, { from, until }) => {
		return sum + Math.max(0, Math.min(until, interval.until) - Math.max(from, interval.from));
	}, 0);
}
function lengthOf({ from, until }) {
	return until - from;
}
// src/profiles/attribution/sdk-advice.ts
const ADVICE = [
	[["nodespy"], "Node: `await Pyroscope.stop()` on SIGTERM, and leave PYROSCOPE_FLUSH_INTERVAL_MS as Flamegate sets it"],
	[["gospy"], "Go: `profiler.Stop()` on SIGTERM, and an UploadRate well below the length of a round"],
	[[
		"pyspy",
		"rbspy",
		"pyroscope-rs"
	], "Python, Ruby, Rust: `shutdown()` (or `stop`) on SIGTERM with a second before the exit, and rounds longer than the 10 s interval of the SDK"],
	[["javaspy"], "Java: PYROSCOPE_UPLOAD_INTERVAL=1s and rounds of several such intervals, since nothing is sent at exit"],
	[["dotnetspy"], ".NET: PYROSCOPE_PROFILING_UPLOAD_PERIOD=1"]
];
function flushAdvice(spies) {
	const known = ADVICE.filter(([names]) => names.some((name) => spies.includes(name)));
	return `A profiler that has not sent its profile when the process ends has lost it. ${(known.length > 0 ? known : ADVICE).map(([, advice]) => advice).join(". ")}.`;
}
// src/profiles/attribution/upload-window.ts
const COARSE_MS = 1e3;
const ROUNDING_MS = 2;
function uploadWindow(upload, { timeNanos, durationNanos }) {
	const until = endOf(upload, timeNanos / 1e6, durationNanos / 1e6);
	return {
		from: until - (durationNanos > 0 ? durationNanos / 1e6 : claimedLength(upload)),
		until
	};
}
function endOf({ until: claimed, receivedAt }, time, duration) {
	const latest = receivedAt + ROUNDING_MS;
	if (claimed !== void 0 && claimed % 1e3 !== 0 && claimed <= latest) return claimed;
	const expected = claimed !== void 0 && claimed <= latest ? claimed : receivedAt;
	const distance = (end) => Math.abs(end - expected);
	const [end] = [time, time + duration].filter((candidate) => candidate <= latest && distance(candidate) <= COARSE_MS).toSorted((a, b) => distance(a) - distance(b));
	return end ?? Math.min(receivedAt, expected + COARSE_MS);
}
function claimedLength({ from, until }) {
	return from !== void 0 && until !== void 0 && until > from ? until - from : Number.POSITIVE_INFINITY;
}
// src/profiles/attribution/usable-uploads.ts
function usableUploads(round, wanted) {
	if (round.uploads.length === 0) throw noUploads(round);
	const decoded = withoutRepeats(ofOneService(round.uploads, wanted.service)).map((upload) => {
		const columns = decodePprof(upload.pprof);
		return {
			spy: upload.spy,
			columns,
			window: uploadWindow(upload, columns)
		};
	});
	const usable = decoded.filter(({ columns }) => hasType(columns, wanted.profileType));
	if (usable.length === 0) throw missingSampleType("what arrived", decoded.flatMap(({ columns }) => columns.sampleTypes), wanted.profileType);
	return usable;
}
function hasType({ sampleTypes }, wanted) {
	return sampleTypes.some(({ type }) => type === wanted);
}
function ofOneService(uploads, service) {
	const names = [...new Set(uploads.map((upload) => upload.service))];
	if (names.length === 1) return uploads;
	const own = uploads.filter((upload) => upload.service === service);
	if (own.length > 0) return own;
	throw new FlamegateError("measurement", `profiles of ${names.length} services arrived, none of them named ${JSON.stringify(service)}: ${names.toSorted().join(", ")}`, { hint: "Set the service name to the application name of the one to compare." });
}
function withoutRepeats(uploads) {
	return uploads.filter((upload, index) => {
		return uploads.findIndex((other) => isSame(other, upload)) === index;
	});
}
function isSame(a, b) {
	return a.from === b.from && a.until === b.until && a.pprof.length === b.pprof.length && Buffer.compare(a.pprof, b.pprof) === 0;
}
function noUploads({ refusals }) {
	const reasons = refusals.map(({ reason }) => reason).join("; ");
	const hints = refusals.map(({ hint }) => hint).join(" ");
	return new FlamegateError("measurement", `no profile arrived that can be used${reasons === "" ? "" : `: ${reasons}`}`, { hint: `${hints} ${flushAdvice([])}`.trim() });
}
// src/profiles/attribution/work.ts
const NO_WORK$1 = {
	succeeded: 0,
	failed: 0
};
function workWithin(load, union) {
	if (overlap(union, load.interval) === 0) return NO_WORK$1;
	const slices = slicesOf(load);
	if (slices.length === 0) return void 0;
	return slices.reduce((sum, slice) => {
		const part = lengthOf(slice) > 0 ? overlap(union, slice) / lengthOf(slice) : 0;
		return addWork(sum, {
			succeeded: slice.succeeded * part,
			failed: slice.failed * part
		});
	}, NO_WORK$1);
}
function addWork(a, b) {
	return {
		succeeded: a.succeeded + b.succeeded,
		failed: a.failed + b.failed
	};
}
function slicesOf({ slices, interval, succeeded, failed }) {
	if (slices.length > 0 || succeeded === void 0) return slices;
	return [{
		...interval,
		succeeded,
		failed: failed ?? 0
	}];
}
// src/profiles/merge.ts
function mergeStacks(profiles) {
	const [first, ...others] = profiles;
	if (first === void 0) throw new FlamegateError("measurement", "no profiles to merge");
	const { type, unit } = first.sampleType;
	for (const { sampleType } of others) {
		if (sampleType.type === type && sampleType.unit === unit) continue;
		throw new FlamegateError("measurement", `profiles of ${type} (${unit}) and of ${sampleType.type} (${sampleType.unit}) can't be summed`);
	}
	const functions = new FunctionTable();
	const stacks = new StackTable();
	for (const profile of profiles) addTo(profile, functions, stacks);
	return {
		sampleType: first.sampleType,
		functions: functions.list(),
		...stacks.columns(),
		ticks: profiles.reduce((sum, { ticks }) => sum + ticks, 0)
	};
}
function addTo(profile, functions, stacks) {
	const indices = profile.functions.map((info) => functions.intern(info));
	profile.values.forEach((value, stack) => {
		const end = profile.offsets[stack + 1] ?? 0;
		for (let i = profile.offsets[stack] ?? 0; i < end; i++) stacks.frame(indices[profile.frames[i] ?? 0] ?? 0);
		stacks.close(value);
	});
}
// src/profiles/attribute.ts
const NO_WORK = {
	succeeded: 0,
	failed: 0
};
const GOOD_COVERAGE = .8;
const GOOD_IDLENESS = .2;
function attributeRound(measured, wanted) {
	return located$1(`${measured.side} round ${measured.round}`, () => attribute(measured, wanted));
}
function attribute(measured, wanted) {
	const { interval } = measured.measured;
	const uploads = usableUploads(measured, wanted);
	const inTime = uploads.filter(({ window }) => overlap([window], interval) > 0);
	if (inTime.length === 0) throw noneInTime(uploads);
	const union = unionOf(inTime.map(({ window }) => window));
	const profile = mergeStacks(inTime.map(({ columns }) => foldProfile(columns, wanted.profileType)));
	if (profile.values.length === 0) throw noCost(profile);
	const loads = measured.warmup ? [measured.warmup, measured.measured] : [measured.measured];
	const loaded = loads.reduce((sum, load) => sum + overlap(union, load.interval), 0);
	const work = loads.map((load) => workWithin(load, union)).reduce((sum, part) => sum && part && addWork(sum, part), NO_WORK);
	return {
		round: {
			side: measured.side,
			round: measured.round,
			profile,
			requests: work && Math.round(work.succeeded),
			failed: work && Math.round(work.failed),
			seconds: loaded / 1e3
		},
		warnings: [...coverageWarnings(union, interval, loaded), ...typeWarnings(profile)]
	};
}
function coverageWarnings(union, measured, loaded) {
	const covered = overlap(union, measured) / lengthOf(measured);
	const profiled = overlap(union, {
		from: Number.NEGATIVE_INFINITY,
		until: measured.until
	});
	return [
		...covered < GOOD_COVERAGE ? ["Profiles cover less than 80 % of the measured time in some rounds: uploads were late or lost. Lengthen the rounds or shorten the upload interval."] : [],
		...profiled === Number.POSITIVE_INFINITY ? ["Some profiles do not say what time they cover; they are taken to cover all since the start of the service."] : [],
		...Number.isFinite(profiled) && profiled - loaded > GOOD_IDLENESS * profiled ? ["Over 20 % of the profiled time has no load in some rounds (start-up), and its cost is counted as that of requests. Shorten the upload interval."] : []
	];
}
function typeWarnings({ sampleType: { type } }) {
	return /^inuse_|^goroutines?$|^live$/.test(type) ? [`${type} is a snapshot of one moment: the value of a round is the sum of its snapshots, not a cost.`] : [];
}
function noneInTime(uploads) {
	return new FlamegateError("measurement", `none of the ${uploads.length} profiles that arrived was taken during the measured load`, { hint: flushAdvice(uploads.map(({ spy }) => spy)) });
}
function noCost({ sampleType: { type, unit } }) {
	return new FlamegateError("measurement", `the profiles hold no ${type}: every value is 0 ${unit}`, { hint: "Lengthen the rounds or raise the load or the sample rate." });
}
// node_modules/pprof-format/dist/esm/index.js
var __classPrivateFieldGet = function(receiver, state, kind, f) {
	if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
	if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
	return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
};
var _StringTable_encodings;
var _StringTable_positions;
/*!
* Private helpers. These are only used by other helpers.
*/
const lowMaxBig = 2n ** 32n - 1n;
const lowMax = 2 ** 32 - 1;
const lowMaxPlus1 = lowMax + 1;
const toUtf8 = typeof Buffer === "undefined" ? (value) => new TextEncoder().encode(value) : (value) => Buffer.from(value, "utf8");
function countNumberBytes(buffer) {
	if (!buffer.length) return 0;
	let i = 0;
	while (i < buffer.length && buffer[i++] >= 128);
	return i;
}
function decodeBigNumber(buffer) {
	if (!buffer.length) return BigInt(0);
	let value = BigInt(buffer[0] & 127);
	let i = 0;
	while (buffer[i++] >= 128) value |= BigInt(buffer[i] & 127) << BigInt(7 * i);
	return value;
}
function makeValue(value, offset = 0) {
	return {
		value,
		offset
	};
}
function getValue(mode, buffer) {
	switch (mode) {
		case kTypeVarInt:
			for (let i = 0; i < buffer.length; i++) if (!(buffer[i] & 128)) return makeValue(buffer.subarray(0, i + 1));
			return makeValue(buffer);
		case kTypeLengthDelim: {
			const offset = countNumberBytes(buffer);
			const size = decodeNumber(buffer);
			return makeValue(buffer.subarray(offset, Number(size) + offset), offset);
		}
		default: throw new Error(`Unrecognized value type: ${mode}`);
	}
}
function lowBits(number) {
	return typeof number !== "bigint" ? (number >>> 0) % lowMaxPlus1 : Number(number & lowMaxBig);
}
function highBits(number) {
	return typeof number !== "bigint" ? number / lowMaxPlus1 >>> 0 : Number(number >> 32n & lowMaxBig);
}
function long(number) {
	const sign = number < 0;
	if (sign) number = -number;
	let lo = lowBits(number);
	let hi = highBits(number);
	if (sign) {
		hi = ~hi >>> 0;
		lo = ~lo >>> 0;
		if (++lo > lowMax) {
			lo = 0;
			if (++hi > lowMax) hi = 0;
		}
	}
	return [hi, lo];
}
const kTypeVarInt = 0;
const kTypeLengthDelim = 2;
function decodeNumber(buffer) {
	if (countNumberBytes(buffer) > 4) return decodeBigNumber(buffer);
	if (!buffer.length) return 0;
	let value = buffer[0] & 127;
	let i = 0;
	while (buffer[i++] >= 128) value |= (buffer[i] & 127) << 7 * i;
	return value;
}
function decodeNumbers(buffer) {
	const values = [];
	let start = 0;
	for (let i = 0; i < buffer.length; i++) if ((buffer[i] & 128) === 0) {
		values.push(decodeNumber(buffer.subarray(start, i + 1)));
		start = i + 1;
	}
	return values;
}
function push(value, list) {
	if (list == null) return [value];
	list.push(value);
	return list;
}
function pushAll(values, list) {
	if (list == null) return values;
	for (const value of values) list.push(value);
	return list;
}
function measureNumber(number) {
	if (number === 0 || number === 0n) return 0;
	const [hi, lo] = long(number);
	const a = lo;
	const b = (lo >>> 28 | hi << 4) >>> 0;
	const c = hi >>> 24;
	if (c !== 0) return c < 128 ? 9 : 10;
	if (b !== 0) {
		if (b < 16384) return b < 128 ? 5 : 6;
		return b < 2097152 ? 7 : 8;
	}
	if (a < 16384) return a < 128 ? 1 : 2;
	return a < 2097152 ? 3 : 4;
}
function measureValue(value) {
	if (typeof value === "undefined") return 0;
	if (typeof value === "number" || typeof value === "bigint") return measureNumber(value) || 1;
	return value.length;
}
function measureArray(list) {
	let size = 0;
	for (const item of list) size += measureValue(item);
	return size;
}
function measureNumberField(number) {
	const length = measureNumber(number);
	return length ? 1 + length : 0;
}
function measureNumberArrayField(values) {
	let total = 0;
	for (const value of values) total += measureNumber(value) || 1;
	return total ? 1 + measureNumber(total) + total : 0;
}
function measureLengthDelimField(value) {
	const length = measureValue(value);
	return length ? 1 + measureNumber(length) + length : 0;
}
function measureLengthDelimArrayField(values) {
	let total = 0;
	for (const value of values) total += measureLengthDelimField(value);
	return total;
}
function encodeNumber(buffer, i, number) {
	if (number === 0 || number === 0n) {
		buffer[i++] = 0;
		return i;
	}
	let [hi, lo] = long(number);
	while (hi) {
		buffer[i++] = lo & 127 | 128;
		lo = (lo >>> 7 | hi << 25) >>> 0;
		hi >>>= 7;
	}
	while (lo > 127) {
		buffer[i++] = lo & 127 | 128;
		lo = lo >>> 7;
	}
	buffer[i++] = lo;
	return i;
}
const emptyTableToken = Symbol();
var StringTable = class StringTable {
	constructor(tok) {
		this.strings = new Array();
		_StringTable_encodings.set(this, new Array());
		_StringTable_positions.set(this, new Map());
		if (tok !== emptyTableToken) this.dedup("");
	}
	get encodedLength() {
		let size = 0;
		for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) size += encoded.length;
		return size;
	}
	_encodeToBuffer(buffer, offset) {
		for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) {
			buffer.set(encoded, offset);
			offset += encoded.length;
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.encodedLength)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static _encodeStringFromUtf8(stringBuffer) {
		const buffer = new Uint8Array(1 + stringBuffer.length + (measureNumber(stringBuffer.length) || 1));
		let offset = 0;
		buffer[offset++] = 50;
		offset = encodeNumber(buffer, offset, stringBuffer.length);
		if (stringBuffer.length > 0) buffer.set(stringBuffer, offset);
		return buffer;
	}
	static _encodeString(string) {
		return StringTable._encodeStringFromUtf8(toUtf8(string));
	}
	dedup(string) {
		if (typeof string === "number") return string;
		if (!__classPrivateFieldGet(this, _StringTable_positions, "f").has(string)) {
			const pos = this.strings.push(string) - 1;
			__classPrivateFieldGet(this, _StringTable_positions, "f").set(string, pos);
			__classPrivateFieldGet(this, _StringTable_encodings, "f").push(StringTable._encodeString(string));
		}
		return __classPrivateFieldGet(this, _StringTable_positions, "f").get(string);
	}
	_decodeString(buffer) {
		const string = new TextDecoder().decode(buffer);
		__classPrivateFieldGet(this, _StringTable_positions, "f").set(string, this.strings.push(string) - 1);
		__classPrivateFieldGet(this, _StringTable_encodings, "f").push(StringTable._encodeStringFromUtf8(buffer));
	}
};
_StringTable_encodings = new WeakMap(), _StringTable_positions = new WeakMap();
function decode(buffer, decoder) {
	const data = {};
	let index = 0;
	while (index < buffer.length) {
		const field = buffer[index] >> 3;
		const mode = buffer[index] & 7;
		index++;
		const { offset, value } = getValue(mode, buffer.subarray(index));
		index += value.length + offset;
		decoder(data, field, value);
	}
	return data;
}
var ValueType = class ValueType {
	static create(data) {
		return data instanceof ValueType ? data : new ValueType(data);
	}
	constructor(data) {
		this.type = data.type || 0;
		this.unit = data.unit || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.type);
		total += measureNumberField(this.unit);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.type) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.type);
		}
		if (this.unit) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.unit);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.type = decodeNumber(buffer);
				break;
			case 2: data.unit = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Label = class Label {
	static create(data) {
		return data instanceof Label ? data : new Label(data);
	}
	constructor(data) {
		this.key = data.key || 0;
		this.str = data.str || 0;
		this.num = data.num || 0;
		this.numUnit = data.numUnit || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.key);
		total += measureNumberField(this.str);
		total += measureNumberField(this.num);
		total += measureNumberField(this.numUnit);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.key) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.key);
		}
		if (this.str) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.str);
		}
		if (this.num) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.num);
		}
		if (this.numUnit) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.numUnit);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.key = decodeNumber(buffer);
				break;
			case 2:
				data.str = decodeNumber(buffer);
				break;
			case 3:
				data.num = decodeNumber(buffer);
				break;
			case 4: data.numUnit = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Sample = class Sample {
	static create(data) {
		return data instanceof Sample ? data : new Sample(data);
	}
	constructor(data) {
		this.locationId = data.locationId || [];
		this.value = data.value || [];
		this.label = (data.label || []).map(Label.create);
	}
	get length() {
		let total = 0;
		total += measureNumberArrayField(this.locationId);
		total += measureNumberArrayField(this.value);
		total += measureLengthDelimArrayField(this.label);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.locationId.length) {
			buffer[offset++] = 10;
			offset = encodeNumber(buffer, offset, measureArray(this.locationId));
			for (const locationId of this.locationId) offset = encodeNumber(buffer, offset, locationId);
		}
		if (this.value.length) {
			buffer[offset++] = 18;
			offset = encodeNumber(buffer, offset, measureArray(this.value));
			for (const value of this.value) offset = encodeNumber(buffer, offset, value);
		}
		for (const label of this.label) {
			buffer[offset++] = 26;
			offset = encodeNumber(buffer, offset, label.length);
			offset = label._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.locationId = pushAll(decodeNumbers(buffer), data.locationId);
				break;
			case 2:
				data.value = pushAll(decodeNumbers(buffer), data.value);
				break;
			case 3: data.label = push(Label.decode(buffer), data.label);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Mapping = class Mapping {
	static create(data) {
		return data instanceof Mapping ? data : new Mapping(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.memoryStart = data.memoryStart || 0;
		this.memoryLimit = data.memoryLimit || 0;
		this.fileOffset = data.fileOffset || 0;
		this.filename = data.filename || 0;
		this.buildId = data.buildId || 0;
		this.hasFunctions = !!data.hasFunctions;
		this.hasFilenames = !!data.hasFilenames;
		this.hasLineNumbers = !!data.hasLineNumbers;
		this.hasInlineFrames = !!data.hasInlineFrames;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.memoryStart);
		total += measureNumberField(this.memoryLimit);
		total += measureNumberField(this.fileOffset);
		total += measureNumberField(this.filename);
		total += measureNumberField(this.buildId);
		total += measureNumberField(this.hasFunctions ? 1 : 0);
		total += measureNumberField(this.hasFilenames ? 1 : 0);
		total += measureNumberField(this.hasLineNumbers ? 1 : 0);
		total += measureNumberField(this.hasInlineFrames ? 1 : 0);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.memoryStart) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.memoryStart);
		}
		if (this.memoryLimit) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.memoryLimit);
		}
		if (this.fileOffset) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.fileOffset);
		}
		if (this.filename) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, this.filename);
		}
		if (this.buildId) {
			buffer[offset++] = 48;
			offset = encodeNumber(buffer, offset, this.buildId);
		}
		if (this.hasFunctions) {
			buffer[offset++] = 56;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasFilenames) {
			buffer[offset++] = 64;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasLineNumbers) {
			buffer[offset++] = 72;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasInlineFrames) {
			buffer[offset++] = 80;
			offset = encodeNumber(buffer, offset, 1);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.memoryStart = decodeNumber(buffer);
				break;
			case 3:
				data.memoryLimit = decodeNumber(buffer);
				break;
			case 4:
				data.fileOffset = decodeNumber(buffer);
				break;
			case 5:
				data.filename = decodeNumber(buffer);
				break;
			case 6:
				data.buildId = decodeNumber(buffer);
				break;
			case 7:
				data.hasFunctions = !!decodeNumber(buffer);
				break;
			case 8:
				data.hasFilenames = !!decodeNumber(buffer);
				break;
			case 9:
				data.hasLineNumbers = !!decodeNumber(buffer);
				break;
			case 10: data.hasInlineFrames = !!decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Line = class Line {
	static create(data) {
		return data instanceof Line ? data : new Line(data);
	}
	constructor(data) {
		this.functionId = data.functionId || 0;
		this.line = data.line || 0;
		this.column = data.column || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.functionId);
		total += measureNumberField(this.line);
		total += measureNumberField(this.column);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.functionId) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.functionId);
		}
		if (this.line) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.line);
		}
		if (this.column) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.column);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.functionId = decodeNumber(buffer);
				break;
			case 2:
				data.line = decodeNumber(buffer);
				break;
			case 3: data.column = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Location = class Location {
	static create(data) {
		return data instanceof Location ? data : new Location(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.mappingId = data.mappingId || 0;
		this.address = data.address || 0;
		this.line = (data.line || []).map(Line.create);
		this.isFolded = !!data.isFolded;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.mappingId);
		total += measureNumberField(this.address);
		total += measureLengthDelimArrayField(this.line);
		total += measureNumberField(this.isFolded ? 1 : 0);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.mappingId) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.mappingId);
		}
		if (this.address) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.address);
		}
		for (const line of this.line) {
			buffer[offset++] = 34;
			offset = encodeNumber(buffer, offset, line.length);
			offset = line._encodeToBuffer(buffer, offset);
		}
		if (this.isFolded) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, 1);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.mappingId = decodeNumber(buffer);
				break;
			case 3:
				data.address = decodeNumber(buffer);
				break;
			case 4:
				data.line = push(Line.decode(buffer), data.line);
				break;
			case 5: data.isFolded = !!decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Function = class Function {
	static create(data) {
		return data instanceof Function ? data : new Function(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.name = data.name || 0;
		this.systemName = data.systemName || 0;
		this.filename = data.filename || 0;
		this.startLine = data.startLine || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.name);
		total += measureNumberField(this.systemName);
		total += measureNumberField(this.filename);
		total += measureNumberField(this.startLine);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.name) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.name);
		}
		if (this.systemName) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.systemName);
		}
		if (this.filename) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.filename);
		}
		if (this.startLine) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, this.startLine);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.name = decodeNumber(buffer);
				break;
			case 3:
				data.systemName = decodeNumber(buffer);
				break;
			case 4:
				data.filename = decodeNumber(buffer);
				break;
			case 5: data.startLine = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Profile = class {
	constructor(data = {}) {
		this.sampleType = (data.sampleType || []).map(ValueType.create);
		this.sample = (data.sample || []).map(Sample.create);
		this.mapping = (data.mapping || []).map(Mapping.create);
		this.location = (data.location || []).map(Location.create);
		this.function = (data.function || []).map(Function.create);
		this.stringTable = data.stringTable || new StringTable();
		this.dropFrames = data.dropFrames || 0;
		this.keepFrames = data.keepFrames || 0;
		this.timeNanos = data.timeNanos || 0;
		this.durationNanos = data.durationNanos || 0;
		this.periodType = data.periodType ? ValueType.create(data.periodType) : void 0;
		this.period = data.period || 0;
		this.comment = data.comment || [];
		this.defaultSampleType = data.defaultSampleType || 0;
		this.docUrl = data.docUrl || 0;
	}
	get length() {
		let total = 0;
		total += measureLengthDelimArrayField(this.sampleType);
		total += measureLengthDelimArrayField(this.sample);
		total += measureLengthDelimArrayField(this.mapping);
		total += measureLengthDelimArrayField(this.location);
		total += measureLengthDelimArrayField(this.function);
		total += this.stringTable.encodedLength;
		total += measureNumberField(this.dropFrames);
		total += measureNumberField(this.keepFrames);
		total += measureNumberField(this.timeNanos);
		total += measureNumberField(this.durationNanos);
		total += measureLengthDelimField(this.periodType);
		total += measureNumberField(this.period);
		total += measureNumberArrayField(this.comment);
		total += measureNumberField(this.defaultSampleType);
		total += measureNumberField(this.docUrl);
		return total;
	}
	_encodeSampleTypesToBuffer(buffer, offset = 0) {
		for (const sampleType of this.sampleType) {
			buffer[offset++] = 10;
			offset = encodeNumber(buffer, offset, sampleType.length);
			offset = sampleType._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeSamplesToBuffer(buffer, offset = 0) {
		for (const sample of this.sample) {
			buffer[offset++] = 18;
			offset = encodeNumber(buffer, offset, sample.length);
			offset = sample._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeMappingsToBuffer(buffer, offset = 0) {
		for (const mapping of this.mapping) {
			buffer[offset++] = 26;
			offset = encodeNumber(buffer, offset, mapping.length);
			offset = mapping._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeLocationsToBuffer(buffer, offset = 0) {
		for (const location of this.location) {
			buffer[offset++] = 34;
			offset = encodeNumber(buffer, offset, location.length);
			offset = location._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeFunctionsToBuffer(buffer, offset = 0) {
		for (const fun of this.function) {
			buffer[offset++] = 42;
			offset = encodeNumber(buffer, offset, fun.length);
			offset = fun._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeBasicValuesToBuffer(buffer, offset = 0) {
		if (this.dropFrames) {
			buffer[offset++] = 56;
			offset = encodeNumber(buffer, offset, this.dropFrames);
		}
		if (this.keepFrames) {
			buffer[offset++] = 64;
			offset = encodeNumber(buffer, offset, this.keepFrames);
		}
		if (this.timeNanos) {
			buffer[offset++] = 72;
			offset = encodeNumber(buffer, offset, this.timeNanos);
		}
		if (this.durationNanos) {
			buffer[offset++] = 80;
			offset = encodeNumber(buffer, offset, this.durationNanos);
		}
		if (typeof this.periodType !== "undefined") {
			buffer[offset++] = 90;
			offset = encodeNumber(buffer, offset, this.periodType.length);
			offset = this.periodType._encodeToBuffer(buffer, offset);
		}
		if (this.period) {
			buffer[offset++] = 96;
			offset = encodeNumber(buffer, offset, this.period);
		}
		if (this.comment.length) {
			buffer[offset++] = 106;
			offset = encodeNumber(buffer, offset, measureArray(this.comment));
			for (const comment of this.comment) offset = encodeNumber(buffer, offset, comment);
		}
		if (this.defaultSampleType) {
			buffer[offset++] = 112;
			offset = encodeNumber(buffer, offset, this.defaultSampleType);
		}
		if (this.docUrl) {
			buffer[offset++] = 120;
			offset = encodeNumber(buffer, offset, this.docUrl);
		}
		return offset;
	}
	_encodeToBuffer(buffer, offset = 0) {
		offset = this._encodeSampleTypesToBuffer(buffer, offset);
		offset = this._encodeSamplesToBuffer(buffer, offset);
		offset = this._encodeMappingsToBuffer(buffer, offset);
		offset = this._encodeLocationsToBuffer(buffer, offset);
		offset = this._encodeFunctionsToBuffer(buffer, offset);
		offset = this.stringTable._encodeToBuffer(buffer, offset);
		offset = this._encodeBasicValuesToBuffer(buffer, offset);
		return offset;
	}
	async _encodeToBufferAsync(buffer, offset = 0) {
		offset = this._encodeSampleTypesToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeSamplesToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeMappingsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeLocationsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeFunctionsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this.stringTable._encodeToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeBasicValuesToBuffer(buffer, offset);
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	async encodeAsync(buffer = new Uint8Array(this.length)) {
		await this._encodeToBufferAsync(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.sampleType = push(ValueType.decode(buffer), data.sampleType);
				break;
			case 2:
				data.sample = push(Sample.decode(buffer), data.sample);
				break;
			case 3:
				data.mapping = push(Mapping.decode(buffer), data.mapping);
				break;
			case 4:
				data.location = push(Location.decode(buffer), data.location);
				break;
			case 5:
				data.function = push(Function.decode(buffer), data.function);
				break;
			case 6:
				if (data.stringTable === void 0) data.stringTable = new StringTable(emptyTableToken);
				data.stringTable._decodeString(buffer);
				break;
			case 7:
				data.dropFrames = decodeNumber(buffer);
				break;
			case 8:
				data.keepFrames = decodeNumber(buffer);
				break;
			case 9:
				data.timeNanos = decodeNumber(buffer);
				break;
			case 10:
				data.durationNanos = decodeNumber(buffer);
				break;
			case 11:
				data.periodType = ValueType.decode(buffer);
				break;
			case 12:
				data.period = decodeNumber(buffer);
				break;
			case 13:
				data.comment = pushAll(decodeNumbers(buffer), data.comment);
				break;
			case 14:
				data.defaultSampleType = decodeNumber(buffer);
				break;
			case 15: data.docUrl = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
// src/profiles/encode.ts
function encodeProfile(profile) {
	const strings = new StringTable();
	const { type, unit } = profile.sampleType;
	const withTicks = profile.ticks > 0 && !isTickCount(type);
	const message = new Profile({
		sampleType: [...withTicks ? [{
			type: strings.dedup("samples"),
			unit: strings.dedup("count")
		}] : [], {
			type: strings.dedup(type),
			unit: strings.dedup(unit)
		}].map((valueType) => new ValueType(valueType)),
		sample: samplesOf(profile, withTicks),
		location: profile.functions.map(({ line }, index) => new Location({
			id: index + 1,
			line: [{
				functionId: index + 1,
				line
			}]
		})),
		function: profile.functions.map((info, index) => new Function({
			id: index + 1,
			name: strings.dedup(info.name),
			systemName: strings.dedup(info.systemName),
			filename: strings.dedup(info.file),
			startLine: info.line
		})),
		stringTable: strings
	});
	return gzipSync(message.encode());
}
function samplesOf(profile, withTicks) {
	const total = profile.values.reduce((sum, value) => sum + value, 0);
	let valueSoFar = 0;
	let ticksSoFar = 0;
	return Array.from(profile.values, (value, stack) => {
		if (!Number.isSafeInteger(value)) throw new FlamegateError("internal", `stack ${stack} has the value ${value}, not an integer`);
		valueSoFar += value;
		const ticks = Math.round(valueSoFar / total * profile.ticks) - ticksSoFar;
		ticksSoFar += ticks;
		const frames = profile.frames.subarray(profile.offsets[stack], profile.offsets[stack + 1]);
		return new Sample({
			locationId: Array.from(frames, (frame) => frame + 1),
			value: withTicks ? [ticks, value] : [value]
		});
	});
}
// src/profiles/bundle.ts
const MANIFEST = "rounds.json";
const DIFF = "changes.diff";
var BundleWriter = class {
	#directory;
	#subject;
	#rounds = [];
	#unit = "";
	constructor(directory, subject) {
		this.#directory = directory;
		this.#subject = subject;
	}
	async add(round) {
		const profile = `${round.side}.${round.round}.pb.gz`;
		await this.#write(profile, encodeProfile(round.profile));
		this.#unit = round.profile.sampleType.unit;
		this.#rounds.push({
			side: round.side,
			round: round.round,
			profile,
			...round.requests === void 0 ? {} : { requests: round.requests },
			...round.failed === void 0 ? {} : { failed: round.failed },
			seconds: round.seconds
		});
	}
	async finish() {
		const { service, profileType, base, head, diff } = this.#subject;
		if (diff !== void 0) await this.#write(DIFF, diff);
		const manifest = {
			schema: 1,
			service,
			profileType,
			unit: this.#unit,
			base,
			head,
			...diff === void 0 ? {} : { diff: DIFF },
			rounds: this.#rounds
		};
		const path = join(this.#directory, MANIFEST);
		await this.#attempt(() => writeManifest(path, manifest));
		return path;
	}
	#write(name, content) {
		return this.#attempt(() => writeFile(join(this.#directory, name), content));
	}
	async #attempt(write) {
		try {
			await mkdir(this.#directory, { recursive: true });
			await write();
		} catch (cause) {
			throw new FlamegateError("measurement", `the recorded rounds can't be written to ${this.#directory}: ${cause instanceof Error ? cause.message : String(cause)}`, {
				hint: "See that the folder is writable and the disk has room.",
				cause
			});
		}
	}
};
// src/receiver/connections.ts
const POLL_MS$1 = 10;
function watchConnections(server) {
	const busy = new Set();
	server.on("connection", (socket) => {
		busy.add(socket);
		socket.once("close", () => busy.delete(socket));
	});
	server.on("request", (request, response) => {
		busy.add(request.socket);
		response.once("close", () => busy.delete(request.socket));
	});
	return { async quiet(port, limitMs, signal) {
		const deadline = performance.now() + limitMs;
		await probe(port, limitMs);
		for (;;) {
			if (busy.size === 0) return true;
			if (performance.now() > deadline) return false;
			await setTimeout$1(POLL_MS$1);
			signal?.throwIfAborted();
		}
	} };
}
async function probe(port, limitMs) {
	await new Promise((resolve) => {
		const request = get({
			host: "127.0.0.1",
			port,
			path: "/ready",
			agent: false,
			timeout: limitMs
		}, (response) => response.resume().once("close", resolve));
		request.once("timeout", () => request.destroy());
		request.once("error", () => resolve());
	});
	await setImmediate$1();
}
// src/receiver/formats.ts
const EXPORT_HINT = "Push to a Pyroscope server instead, export the profiles as pprof, and use flamegate compare --rounds.";
const FORMATS = new Map([["jfr", {
	reason: "The service pushed JFR recordings (Java SDK), which Flamegate cannot read",
	hint: EXPORT_HINT
}], ["speedscope", {
	reason: "The service pushed speedscope profiles, which Flamegate cannot read",
	hint: "Let it push pprof."
}]]);
const TEXT = {
	reason: "The service pushed folded text (format trie, tree, lines or groups), which has no files and lines",
	hint: "Update the Pyroscope SDK to one that pushes pprof."
};
const PUSH = {
	reason: "The service pushed with Pyroscope's Push protocol (SDKs for Rust, .NET, and newer ones for Python and Ruby), which Flamegate cannot read",
	hint: `Use an SDK that pushes pprof to /ingest (Python before 1.0, Ruby before 0.6.9, Rust before 1.0). ${EXPORT_HINT}`
};
const OTLP = {
	reason: "The service pushed OTLP profiles, which Flamegate cannot read",
	hint: `Unset PYROSCOPE_FORMAT unless the service is Java. ${EXPORT_HINT}`
};
const ROUTES = new Map([
	["/push.v1.PusherService/Push", PUSH],
	["/v1development/profiles", OTLP],
	["/opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export", OTLP]
]);
function unreadableFormat(format) {
	if (format === null || format === "" || format === "pprof") return void 0;
	return FORMATS.get(format) ?? TEXT;
}
const UNREADABLE_TEXT = TEXT;
function unreadableRoute(path) {
	return ROUTES.get(path);
}
// src/receiver/application-name.ts
function parseApplicationName(name) {
	const brace = name.indexOf("{");
	const service = (brace < 0 ? name : name.slice(0, brace)).trim();
	if (service === "") return void 0;
	const pairs = (brace < 0 ? "" : name.slice(brace + 1).replace(/\}.*$/s, "")).split(",").flatMap((pair) => {
		const equals = pair.indexOf("=");
		if (equals <= 0) return [];
		return [[pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]];
	});
	return {
		service,
		labels: Object.fromEntries(pairs)
	};
}
// src/receiver/problem.ts
function found(value) {
	return {
		ok: true,
		value
	};
}
function failed(status, code, refusal) {
	return {
		ok: false,
		problem: {
			status,
			code,
			refusal
		}
	};
}
function replyOk(response) {
	response.writeHead(200, { "content-length": 0 }).end();
}
function replyError(response, problem) {
	const { reason, hint } = problem.refusal;
	const body = JSON.stringify({
		code: problem.code,
		message: `${reason}. ${hint}`
	});
	response.writeHead(problem.status, { "content-type": "application/json" }).end(body);
}
// src/receiver/body.ts
const decompress = promisify(gunzip);
async function readBody(request, limit) {
	const body = await readRaw(request, limit);
	const encoding = request.headers["content-encoding"] ?? "identity";
	if (!body.ok || encoding === "identity") return body;
	if (encoding !== "gzip") return failed(415, "invalid_argument", {
		reason: `The service pushed a profile with Content-Encoding ${encoding}`,
		hint: "Only gzip can be read."
	});
	return isGzip(body.value) ? inflate(body.value, limit) : body;
}
function isGzip(bytes) {
	return bytes[0] === 31 && bytes[1] === 139;
}
async function inflate(bytes, limit) {
	try {
		return found(await decompress(bytes, { maxOutputLength: limit }));
	} catch (error) {
		if (error instanceof RangeError) return tooLarge(limit);
		return failed(422, "invalid_argument", {
			reason: "The service pushed a body that is not valid gzip",
			hint: "Check what lies between the service and its Pyroscope address."
		});
	}
}
function readRaw(request, limit) {
	return new Promise((resolve) => {
		const chunks = [];
		let length = 0;
		const tooMuch = () => {
			chunks.length = 0;
			resolve(tooLarge(limit));
		};
		request.on("data", (chunk) => {
			length += chunk.length;
			if (length > limit) tooMuch();
			else chunks.push(chunk);
		});
		request.once("end", () => resolve(found(Buffer.concat(chunks))));
		request.once("close", () => resolve(brokenOff()));
		request.once("error", () => resolve(brokenOff()));
	});
}
function tooLarge(limit) {
	return failed(413, "resource_exhausted", {
		reason: `The service pushed a profile larger than ${limit} bytes`,
		hint: "Lower the sample rate, or let the SDK upload more often."
	});
}
function brokenOff() {
	return failed(408, "canceled", {
		reason: "An upload of the service broke off before all of it had arrived",
		hint: "Let the service finish its uploads before it exits, and allow it more time to stop."
	});
}
// node_modules/busboy/lib/utils.js
var require_utils = __commonJSMin(((exports, module, this$1) => {
	function parseContentType(str) {
		if (str.length === 0) return;
		const params = Object.create(null);
		let i = 0;
		for (; i < str.length; ++i) {
			const code = str.charCodeAt(i);
			if (TOKEN[code] !== 1) {
				if (code !== 47 || i === 0) return;
				break;
			}
		}
		if (i === str.length) return;
		const type = str.slice(0, i).toLowerCase();
		const subtypeStart = ++i;
		for (; i < str.length; ++i) {
			const code = str.charCodeAt(i);
			if (TOKEN[code] !== 1) {
				if (i === subtypeStart) return;
				if (parseContentTypeParams(str, i, params) === void 0) return;
				break;
			}
		}
		if (i === subtypeStart) return;
		return {
			type,
			subtype: str.slice(subtypeStart, i).toLowerCase(),
			params
		};
	}
	function parseContentTypeParams(str, i, params) {
		while (i < str.length) {
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) break;
			if (str.charCodeAt(i++) !== 59) return;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) return;
			let name;
			const nameStart = i;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (TOKEN[code] !== 1) {
					if (code !== 61) return;
					break;
				}
			}
			if (i === str.length) return;
			name = str.slice(nameStart, i);
			++i;
			if (i === str.length) return;
			let value = "";
			let valueStart;
			if (str.charCodeAt(i) === 34) {
				valueStart = ++i;
				let escaping = false;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (code === 92) {
						if (escaping) {
							valueStart = i;
							escaping = false;
						} else {
							value += str.slice(valueStart, i);
							escaping = true;
						}
						continue;
					}
					if (code === 34) {
						if (escaping) {
							valueStart = i;
							escaping = false;
							continue;
						}
						value += str.slice(valueStart, i);
						break;
					}
					if (escaping) {
						valueStart = i - 1;
						escaping = false;
					}
					if (QDTEXT[code] !== 1) return;
				}
				if (i === str.length) return;
				++i;
			} else {
				valueStart = i;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (TOKEN[code] !== 1) {
						if (i === valueStart) return;
						break;
					}
				}
				value = str.slice(valueStart, i);
			}
			name = name.toLowerCase();
			if (params[name] === void 0) params[name] = value;
		}
		return params;
	}
	function parseDisposition(str, defDecoder) {
		if (str.length === 0) return;
		const params = Object.create(null);
		let i = 0;
		for (; i < str.length; ++i) {
			const code = str.charCodeAt(i);
			if (TOKEN[code] !== 1) {
				if (parseDispositionParams(str, i, params, defDecoder) === void 0) return;
				break;
			}
		}
		return {
			type: str.slice(0, i).toLowerCase(),
			params
		};
	}
	function parseDispositionParams(str, i, params, defDecoder) {
		while (i < str.length) {
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) break;
			if (str.charCodeAt(i++) !== 59) return;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) return;
			let name;
			const nameStart = i;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (TOKEN[code] !== 1) {
					if (code === 61) break;
					return;
				}
			}
			if (i === str.length) return;
			let value = "";
			let valueStart;
			let charset;
			name = str.slice(nameStart, i);
			if (name.charCodeAt(name.length - 1) === 42) {
				const charsetStart = ++i;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (CHARSET[code] !== 1) {
						if (code !== 39) return;
						break;
					}
				}
				if (i === str.length) return;
				charset = str.slice(charsetStart, i);
				++i;
				for (; i < str.length; ++i) if (str.charCodeAt(i) === 39) break;
				if (i === str.length) return;
				++i;
				if (i === str.length) return;
				valueStart = i;
				let encode = 0;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (EXTENDED_VALUE[code] !== 1) {
						if (code === 37) {
							let hexUpper;
							let hexLower;
							if (i + 2 < str.length && (hexUpper = HEX_VALUES[str.charCodeAt(i + 1)]) !== -1 && (hexLower = HEX_VALUES[str.charCodeAt(i + 2)]) !== -1) {
								const byteVal = (hexUpper << 4) + hexLower;
								value += str.slice(valueStart, i);
								value += String.fromCharCode(byteVal);
								i += 2;
								valueStart = i + 1;
								if (byteVal >= 128) encode = 2;
								else if (encode === 0) encode = 1;
								continue;
							}
							return;
						}
						break;
					}
				}
				value += str.slice(valueStart, i);
				value = convertToUTF8(value, charset, encode);
				if (value === void 0) return;
			} else {
				++i;
				if (i === str.length) return;
				if (str.charCodeAt(i) === 34) {
					valueStart = ++i;
					let escaping = false;
					for (; i < str.length; ++i) {
						const code = str.charCodeAt(i);
						if (code === 92) {
							if (escaping) {
								valueStart = i;
								escaping = false;
							} else {
								value += str.slice(valueStart, i);
								escaping = true;
							}
							continue;
						}
						if (code === 34) {
							if (escaping) {
								valueStart = i;
								escaping = false;
								continue;
							}
							value += str.slice(valueStart, i);
							break;
						}
						if (escaping) {
							valueStart = i - 1;
							escaping = false;
						}
						if (QDTEXT[code] !== 1) return;
					}
					if (i === str.length) return;
					++i;
				} else {
					valueStart = i;
					for (; i < str.length; ++i) {
						const code = str.charCodeAt(i);
						if (TOKEN[code] !== 1) {
							if (i === valueStart) return;
							break;
						}
					}
					value = str.slice(valueStart, i);
				}
				value = defDecoder(value, 2);
				if (value === void 0) return;
			}
			name = name.toLowerCase();
			if (params[name] === void 0) params[name] = value;
		}
		return params;
	}
	function getDecoder(charset) {
		let lc;
		while (true) switch (charset) {
			case "utf-8":
			case "utf8": return decoders.utf8;
			case "latin1":
			case "ascii":
			case "us-ascii":
			case "iso-8859-1":
			case "iso8859-1":
			case "iso88591":
			case "iso_8859-1":
			case "windows-1252":
			case "iso_8859-1:1987":
			case "cp1252":
			case "x-cp1252": return decoders.latin1;
			case "utf16le":
			case "utf-16le":
			case "ucs2":
			case "ucs-2": return decoders.utf16le;
			case "base64": return decoders.base64;
			default:
				if (lc === void 0) {
					lc = true;
					charset = charset.toLowerCase();
					continue;
				}
				return decoders.other.bind(charset);
		}
	}
	const decoders = {
		utf8: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") {
				if (hint < 2) return data;
				data = Buffer.from(data, "latin1");
			}
			return data.utf8Slice(0, data.length);
		},
		latin1: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") return data;
			return data.latin1Slice(0, data.length);
		},
		utf16le: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") data = Buffer.from(data, "latin1");
			return data.ucs2Slice(0, data.length);
		},
		base64: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") data = Buffer.from(data, "latin1");
			return data.base64Slice(0, data.length);
		},
		other: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") data = Buffer.from(data, "latin1");
			try {
				return new TextDecoder(this$1).decode(data);
			} catch {}
		}
	};
	function convertToUTF8(data, charset, hint) {
		const decode = getDecoder(charset);
		if (decode) return decode(data, hint);
	}
	function basename(path) {
		if (typeof path !== "string") return "";
		for (let i = path.length - 1; i >= 0; --i) switch (path.charCodeAt(i)) {
			case 47:
			case 92:
				path = path.slice(i + 1);
				return path === ".." || path === "." ? "" : path;
		}
		return path === ".." || path === "." ? "" : path;
	}
	const TOKEN = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const QDTEXT = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1
	];
	const CHARSET = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const EXTENDED_VALUE = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const HEX_VALUES = [
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		0,
		1,
		2,
		3,
		4,
		5,
		6,
		7,
		8,
		9,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1
	];
	module.exports = {
		basename,
		convertToUTF8,
		getDecoder,
		parseContentType,
		parseDisposition
	};
}));
// node_modules/streamsearch/lib/sbmh.js
var require_sbmh = __commonJSMin(((exports, module) => {
	function memcmp(buf1, pos1, buf2, pos2, num) {
		for (let i = 0; i < num; ++i) if (buf1[pos1 + i] !== buf2[pos2 + i]) return false;
		return true;
	}
	var SBMH = class {
		constructor(needle, cb) {
			if (typeof cb !== "function") throw new Error("Missing match callback");
			if (typeof needle === "string") needle = Buffer.from(needle);
			else if (!Buffer.isBuffer(needle)) throw new Error(`Expected Buffer for needle, got ${typeof needle}`);
			const needleLen = needle.length;
			this.maxMatches = Infinity;
			this.matches = 0;
			this._cb = cb;
			this._lookbehindSize = 0;
			this._needle = needle;
			this._bufPos = 0;
			this._lookbehind = Buffer.allocUnsafe(needleLen);
			this._occ = [
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen
			];
			if (needleLen > 1) for (let i = 0; i < needleLen - 1; ++i) this._occ[needle[i]] = needleLen - 1 - i;
		}
		reset() {
			this.matches = 0;
			this._lookbehindSize = 0;
			this._bufPos = 0;
		}
		push(chunk, pos) {
			let result;
			if (!Buffer.isBuffer(chunk)) chunk = Buffer.from(chunk, "latin1");
			const chunkLen = chunk.length;
			this._bufPos = pos || 0;
			while (result !== chunkLen && this.matches < this.maxMatches) result = feed(this, chunk);
			return result;
		}
		destroy() {
			const lbSize = this._lookbehindSize;
			if (lbSize) this._cb(false, this._lookbehind, 0, lbSize, false);
			this.reset();
		}
	};
	function feed(self, data) {
		const len = data.length;
		const needle = self._needle;
		const needleLen = needle.length;
		let pos = -self._lookbehindSize;
		const lastNeedleCharPos = needleLen - 1;
		const lastNeedleChar = needle[lastNeedleCharPos];
		const end = len - needleLen;
		const occ = self._occ;
		const lookbehind = self._lookbehind;
		if (pos < 0) {
			while (pos < 0 && pos <= end) {
				const nextPos = pos + lastNeedleCharPos;
				const ch = nextPos < 0 ? lookbehind[self._lookbehindSize + nextPos] : data[nextPos];
				if (ch === lastNeedleChar && matchNeedle(self, data, pos, lastNeedleCharPos)) {
					self._lookbehindSize = 0;
					++self.matches;
					if (pos > -self._lookbehindSize) self._cb(true, lookbehind, 0, self._lookbehindSize + pos, false);
					else self._cb(true, void 0, 0, 0, true);
					return self._bufPos = pos + needleLen;
				}
				pos += occ[ch];
			}
			while (pos < 0 && !matchNeedle(self, data, pos, len - pos)) ++pos;
			if (pos < 0) {
				const bytesToCutOff = self._lookbehindSize + pos;
				if (bytesToCutOff > 0) self._cb(false, lookbehind, 0, bytesToCutOff, false);
				self._lookbehindSize -= bytesToCutOff;
				lookbehind.copy(lookbehind, 0, bytesToCutOff, self._lookbehindSize);
				lookbehind.set(data, self._lookbehindSize);
				self._lookbehindSize += len;
				self._bufPos = len;
				return len;
			}
			self._cb(false, lookbehind, 0, self._lookbehindSize, false);
			self._lookbehindSize = 0;
		}
		pos += self._bufPos;
		const firstNeedleChar = needle[0];
		while (pos <= end) {
			const ch = data[pos + lastNeedleCharPos];
			if (ch === lastNeedleChar && data[pos] === firstNeedleChar && memcmp(needle, 0, data, pos, lastNeedleCharPos)) {
				++self.matches;
				if (pos > 0) self._cb(true, data, self._bufPos, pos, true);
				else self._cb(true, void 0, 0, 0, true);
				return self._bufPos = pos + needleLen;
			}
			pos += occ[ch];
		}
		while (pos < len) {
			if (data[pos] !== firstNeedleChar || !memcmp(data, pos, needle, 0, len - pos)) {
				++pos;
				continue;
			}
			data.copy(lookbehind, 0, pos, len);
			self._lookbehindSize = len - pos;
			break;
		}
		if (pos > 0) self._cb(false, data, self._bufPos, pos < len ? pos : len, true);
		self._bufPos = len;
		return len;
	}
	function matchNeedle(self, data, pos, len) {
		const lb = self._lookbehind;
		const lbSize = self._lookbehindSize;
		const needle = self._needle;
		for (let i = 0; i < len; ++i, ++pos) if ((pos < 0 ? lb[lbSize + pos] : data[pos]) !== needle[i]) return false;
		return true;
	}
	module.exports = SBMH;
}));
// node_modules/busboy/lib/types/multipart.js
var require_multipart = __commonJSMin(((exports, module) => {
	const { Readable, Writable } = __require("stream");
	const StreamSearch = require_sbmh();
	const { basename, convertToUTF8, getDecoder, parseContentType, parseDisposition } = require_utils();
	const BUF_CRLF = Buffer.from("\r\n");
	const BUF_CR = Buffer.from("\r");
	const BUF_DASH = Buffer.from("-");
	function noop() {}
	const MAX_HEADER_PAIRS = 2e3;
	const MAX_HEADER_SIZE = 16384;
	const HPARSER_NAME = 0;
	const HPARSER_PRE_OWS = 1;
	const HPARSER_VALUE = 2;
	var HeaderParser = class {
		constructor(cb) {
			this.header = Object.create(null);
			this.pairCount = 0;
			this.byteCount = 0;
			this.state = HPARSER_NAME;
			this.name = "";
			this.value = "";
			this.crlf = 0;
			this.cb = cb;
		}
		reset() {
			this.header = Object.create(null);
			this.pairCount = 0;
			this.byteCount = 0;
			this.state = HPARSER_NAME;
			this.name = "";
			this.value = "";
			this.crlf = 0;
		}
		push(chunk, pos, end) {
			let start = pos;
			while (pos < end) switch (this.state) {
				case HPARSER_NAME: {
					let done = false;
					for (; pos < end; ++pos) {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						const code = chunk[pos];
						if (TOKEN[code] !== 1) {
							if (code !== 58) return -1;
							this.name += chunk.latin1Slice(start, pos);
							if (this.name.length === 0) return -1;
							++pos;
							done = true;
							this.state = HPARSER_PRE_OWS;
							break;
						}
					}
					if (!done) {
						this.name += chunk.latin1Slice(start, pos);
						break;
					}
				}
				case HPARSER_PRE_OWS: {
					let done = false;
					for (; pos < end; ++pos) {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						const code = chunk[pos];
						if (code !== 32 && code !== 9) {
							start = pos;
							done = true;
							this.state = HPARSER_VALUE;
							break;
						}
					}
					if (!done) break;
				}
				case HPARSER_VALUE: switch (this.crlf) {
					case 0:
						for (; pos < end; ++pos) {
							if (this.byteCount === MAX_HEADER_SIZE) return -1;
							++this.byteCount;
							const code = chunk[pos];
							if (FIELD_VCHAR[code] !== 1) {
								if (code !== 13) return -1;
								++this.crlf;
								break;
							}
						}
						this.value += chunk.latin1Slice(start, pos++);
						break;
					case 1:
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						if (chunk[pos++] !== 10) return -1;
						++this.crlf;
						break;
					case 2: {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						const code = chunk[pos];
						if (code === 32 || code === 9) {
							start = pos;
							this.crlf = 0;
						} else {
							if (++this.pairCount < MAX_HEADER_PAIRS) {
								this.name = this.name.toLowerCase();
								if (this.header[this.name] === void 0) this.header[this.name] = [this.value];
								else this.header[this.name].push(this.value);
							}
							if (code === 13) {
								++this.crlf;
								++pos;
							} else {
								start = pos;
								this.crlf = 0;
								this.state = HPARSER_NAME;
								this.name = "";
								this.value = "";
							}
						}
						break;
					}
					case 3: {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						if (chunk[pos++] !== 10) return -1;
						const header = this.header;
						this.reset();
						this.cb(header);
						return pos;
					}
				}
			}
			return pos;
		}
	};
	var FileStream = class extends Readable {
		constructor(opts, owner) {
			super(opts);
			this.truncated = false;
			this._readcb = null;
			this.once("end", () => {
				this._read();
				if (--owner._fileEndsLeft === 0 && owner._finalcb) {
					const cb = owner._finalcb;
					owner._finalcb = null;
					process.nextTick(cb);
				}
			});
		}
		_read(n) {
			const cb = this._readcb;
			if (cb) {
				this._readcb = null;
				cb();
			}
		}
	};
	const ignoreData = {
		push: (chunk, pos) => {},
		destroy: () => {}
	};
	function callAndUnsetCb(self, err) {
		const cb = self._writecb;
		self._writecb = null;
		if (err) self.destroy(err);
		else if (cb) cb();
	}
	function nullDecoder(val, hint) {
		return val;
	}
	var Multipart = class extends Writable {
		constructor(cfg) {
			const streamOpts = {
				autoDestroy: true,
				emitClose: true,
				highWaterMark: typeof cfg.highWaterMark === "number" ? cfg.highWaterMark : void 0
			};
			super(streamOpts);
			if (!cfg.conType.params || typeof cfg.conType.params.boundary !== "string") throw new Error("Multipart: Boundary not found");
			const boundary = cfg.conType.params.boundary;
			const paramDecoder = typeof cfg.defParamCharset === "string" && cfg.defParamCharset ? getDecoder(cfg.defParamCharset) : nullDecoder;
			const defCharset = cfg.defCharset || "utf8";
			const preservePath = cfg.preservePath;
			const fileOpts = {
				autoDestroy: true,
				emitClose: true,
				highWaterMark: typeof cfg.fileHwm === "number" ? cfg.fileHwm : void 0
			};
			const limits = cfg.limits;
			const fieldSizeLimit = limits && typeof limits.fieldSize === "number" ? limits.fieldSize : 1048576;
			const fileSizeLimit = limits && typeof limits.fileSize === "number" ? limits.fileSize : Infinity;
			const filesLimit = limits && typeof limits.files === "number" ? limits.files : Infinity;
			const fieldsLimit = limits && typeof limits.fields === "number" ? limits.fields : Infinity;
			const partsLimit = limits && typeof limits.parts === "number" ? limits.parts : Infinity;
			let parts = -1;
			let fields = 0;
			let files = 0;
			let skipPart = false;
			this._fileEndsLeft = 0;
			this._fileStream = void 0;
			this._complete = false;
			let fileSize = 0;
			let field;
			let fieldSize = 0;
			let partCharset;
			let partEncoding;
			let partType;
			let partName;
			let partTruncated = false;
			let hitFilesLimit = false;
			let hitFieldsLimit = false;
			this._hparser = null;
			const hparser = new HeaderParser((header) => {
				this._hparser = null;
				skipPart = false;
				partType = "text/plain";
				partCharset = defCharset;
				partEncoding = "7bit";
				partName = void 0;
				partTruncated = false;
				let filename;
				if (!header["content-disposition"]) {
					skipPart = true;
					return;
				}
				const disp = parseDisposition(header["content-disposition"][0], paramDecoder);
				if (!disp || disp.type !== "form-data") {
					skipPart = true;
					return;
				}
				if (disp.params) {
					if (disp.params.name) partName = disp.params.name;
					if (disp.params["filename*"]) filename = disp.params["filename*"];
					else if (disp.params.filename) filename = disp.params.filename;
					if (filename !== void 0 && !preservePath) filename = basename(filename);
				}
				if (header["content-type"]) {
					const conType = parseContentType(header["content-type"][0]);
					if (conType) {
						partType = `${conType.type}/${conType.subtype}`;
						if (conType.params && typeof conType.params.charset === "string") partCharset = conType.params.charset.toLowerCase();
					}
				}
				if (header["content-transfer-encoding"]) partEncoding = header["content-transfer-encoding"][0].toLowerCase();
				if (partType === "application/octet-stream" || filename !== void 0) {
					if (files === filesLimit) {
						if (!hitFilesLimit) {
							hitFilesLimit = true;
							this.emit("filesLimit");
						}
						skipPart = true;
						return;
					}
					++files;
					if (this.listenerCount("file") === 0) {
						skipPart = true;
						return;
					}
					fileSize = 0;
					this._fileStream = new FileStream(fileOpts, this);
					++this._fileEndsLeft;
					this.emit("file", partName, this._fileStream, {
						filename,
						encoding: partEncoding,
						mimeType: partType
					});
				} else {
					if (fields === fieldsLimit) {
						if (!hitFieldsLimit) {
							hitFieldsLimit = true;
							this.emit("fieldsLimit");
						}
						skipPart = true;
						return;
					}
					++fields;
					if (this.listenerCount("field") === 0) {
						skipPart = true;
						return;
					}
					field = [];
					fieldSize = 0;
				}
			});
			let matchPostBoundary = 0;
			const ssCb = (isMatch, data, start, end, isDataSafe) => {
				retrydata: while (data) {
					if (this._hparser !== null) {
						const ret = this._hparser.push(data, start, end);
						if (ret === -1) {
							this._hparser = null;
							hparser.reset();
							this.emit("error", new Error("Malformed part header"));
							break;
						}
						start = ret;
					}
					if (start === end) break;
					if (matchPostBoundary !== 0) {
						if (matchPostBoundary === 1) {
							switch (data[start]) {
								case 45:
									matchPostBoundary = 2;
									++start;
									break;
								case 13:
									matchPostBoundary = 3;
									++start;
									break;
								default: matchPostBoundary = 0;
							}
							if (start === end) return;
						}
						if (matchPostBoundary === 2) {
							matchPostBoundary = 0;
							if (data[start] === 45) {
								this._complete = true;
								this._bparser = ignoreData;
								return;
							}
							const writecb = this._writecb;
							this._writecb = noop;
							ssCb(false, BUF_DASH, 0, 1, false);
							this._writecb = writecb;
						} else if (matchPostBoundary === 3) {
							matchPostBoundary = 0;
							if (data[start] === 10) {
								++start;
								if (parts >= partsLimit) break;
								this._hparser = hparser;
								if (start === end) break;
								continue retrydata;
							} else {
								const writecb = this._writecb;
								this._writecb = noop;
								ssCb(false, BUF_CR, 0, 1, false);
								this._writecb = writecb;
							}
						}
					}
					if (!skipPart) {
						if (this._fileStream) {
							let chunk;
							const actualLen = Math.min(end - start, fileSizeLimit - fileSize);
							if (!isDataSafe) {
								chunk = Buffer.allocUnsafe(actualLen);
								data.copy(chunk, 0, start, start + actualLen);
							} else chunk = data.slice(start, start + actualLen);
							fileSize += chunk.length;
							if (fileSize === fileSizeLimit) {
								if (chunk.length > 0) this._fileStream.push(chunk);
								this._fileStream.emit("limit");
								this._fileStream.truncated = true;
								skipPart = true;
							} else if (!this._fileStream.push(chunk)) {
								if (this._writecb) this._fileStream._readcb = this._writecb;
								this._writecb = null;
							}
						} else if (field !== void 0) {
							let chunk;
							const actualLen = Math.min(end - start, fieldSizeLimit - fieldSize);
							if (!isDataSafe) {
								chunk = Buffer.allocUnsafe(actualLen);
								data.copy(chunk, 0, start, start + actualLen);
							} else chunk = data.slice(start, start + actualLen);
							fieldSize += actualLen;
							field.push(chunk);
							if (fieldSize === fieldSizeLimit) {
								skipPart = true;
								partTruncated = true;
							}
						}
					}
					break;
				}
				if (isMatch) {
					matchPostBoundary = 1;
					if (this._fileStream) {
						this._fileStream.push(null);
						this._fileStream = null;
					} else if (field !== void 0) {
						let data;
						switch (field.length) {
							case 0:
								data = "";
								break;
							case 1:
								data = convertToUTF8(field[0], partCharset, 0);
								break;
							default: data = convertToUTF8(Buffer.concat(field, fieldSize), partCharset, 0);
						}
						field = void 0;
						fieldSize = 0;
						this.emit("field", partName, data, {
							nameTruncated: false,
							valueTruncated: partTruncated,
							encoding: partEncoding,
							mimeType: partType
						});
					}
					if (++parts === partsLimit) this.emit("partsLimit");
				}
			};
			this._bparser = new StreamSearch(`\r\n--${boundary}`, ssCb);
			this._writecb = null;
			this._finalcb = null;
			this.write(BUF_CRLF);
		}
		static detect(conType) {
			return conType.type === "multipart" && conType.subtype === "form-data";
		}
		_write(chunk, enc, cb) {
			this._writecb = cb;
			this._bparser.push(chunk, 0);
			if (this._writecb) callAndUnsetCb(this);
		}
		_destroy(err, cb) {
			this._hparser = null;
			this._bparser = ignoreData;
			if (!err) err = checkEndState(this);
			const fileStream = this._fileStream;
			if (fileStream) {
				this._fileStream = null;
				fileStream.destroy(err);
			}
			cb(err);
		}
		_final(cb) {
			this._bparser.destroy();
			if (!this._complete) return cb(new Error("Unexpected end of form"));
			if (this._fileEndsLeft) this._finalcb = finalcb.bind(null, this, cb);
			else finalcb(this, cb);
		}
	};
	function finalcb(self, cb, err) {
		if (err) return cb(err);
		err = checkEndState(self);
		cb(err);
	}
	function checkEndState(self) {
		if (self._hparser) return new Error("Malformed part header");
		const fileStream = self._fileStream;
		if (fileStream) {
			self._fileStream = null;
			fileStream.destroy(new Error("Unexpected end of file"));
		}
		if (!self._complete) return new Error("Unexpected end of form");
	}
	const TOKEN = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const FIELD_VCHAR = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1
	];
	module.exports = Multipart;
}));
// node_modules/busboy/lib/types/urlencoded.js
var require_urlencoded = __commonJSMin(((exports, module) => {
	const { Writable } = __require("stream");
	const { getDecoder } = require_utils();
	var URLEncoded = class extends Writable {
		constructor(cfg) {
			const streamOpts = {
				autoDestroy: true,
				emitClose: true,
				highWaterMark: typeof cfg.highWaterMark === "number" ? cfg.highWaterMark : void 0
			};
			super(streamOpts);
			let charset = cfg.defCharset || "utf8";
			if (cfg.conType.params && typeof cfg.conType.params.charset === "string") charset = cfg.conType.params.charset;
			this.charset = charset;
			const limits = cfg.limits;
			this.fieldSizeLimit = limits && typeof limits.fieldSize === "number" ? limits.fieldSize : 1048576;
			this.fieldsLimit = limits && typeof limits.fields === "number" ? limits.fields : Infinity;
			this.fieldNameSizeLimit = limits && typeof limits.fieldNameSize === "number" ? limits.fieldNameSize : 100;
			this._inKey = true;
			this._keyTrunc = false;
			this._valTrunc = false;
			this._bytesKey = 0;
			this._bytesVal = 0;
			this._fields = 0;
			this._key = "";
			this._val = "";
			this._byte = -2;
			this._lastPos = 0;
			this._encode = 0;
			this._decoder = getDecoder(charset);
		}
		static detect(conType) {
			return conType.type === "application" && conType.subtype === "x-www-form-urlencoded";
		}
		_write(chunk, enc, cb) {
			if (this._fields >= this.fieldsLimit) return cb();
			let i = 0;
			const len = chunk.length;
			this._lastPos = 0;
			if (this._byte !== -2) {
				i = readPctEnc(this, chunk, i, len);
				if (i === -1) return cb(new Error("Malformed urlencoded form"));
				if (i >= len) return cb();
				if (this._inKey) ++this._bytesKey;
				else ++this._bytesVal;
			}
			main: while (i < len) if (this._inKey) {
				i = skipKeyBytes(this, chunk, i, len);
				while (i < len) {
					switch (chunk[i]) {
						case 61:
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = ++i;
							this._key = this._decoder(this._key, this._encode);
							this._encode = 0;
							this._inKey = false;
							continue main;
						case 38:
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = ++i;
							this._key = this._decoder(this._key, this._encode);
							this._encode = 0;
							if (this._bytesKey > 0) this.emit("field", this._key, "", {
								nameTruncated: this._keyTrunc,
								valueTruncated: false,
								encoding: this.charset,
								mimeType: "text/plain"
							});
							this._key = "";
							this._val = "";
							this._keyTrunc = false;
							this._valTrunc = false;
							this._bytesKey = 0;
							this._bytesVal = 0;
							if (++this._fields >= this.fieldsLimit) {
								this.emit("fieldsLimit");
								return cb();
							}
							continue;
						case 43:
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._key += " ";
							this._lastPos = i + 1;
							break;
						case 37:
							if (this._encode === 0) this._encode = 1;
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = i + 1;
							this._byte = -1;
							i = readPctEnc(this, chunk, i + 1, len);
							if (i === -1) return cb(new Error("Malformed urlencoded form"));
							if (i >= len) return cb();
							++this._bytesKey;
							i = skipKeyBytes(this, chunk, i, len);
							continue;
					}
					++i;
					++this._bytesKey;
					i = skipKeyBytes(this, chunk, i, len);
				}
				if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
			} else {
				i = skipValBytes(this, chunk, i, len);
				while (i < len) {
					switch (chunk[i]) {
						case 38:
							if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = ++i;
							this._inKey = true;
							this._val = this._decoder(this._val, this._encode);
							this._encode = 0;
							if (this._bytesKey > 0 || this._bytesVal > 0) this.emit("field", this._key, this._val, {
								nameTruncated: this._keyTrunc,
								valueTruncated: this._valTrunc,
								encoding: this.charset,
								mimeType: "text/plain"
							});
							this._key = "";
							this._val = "";
							this._keyTrunc = false;
							this._valTrunc = false;
							this._bytesKey = 0;
							this._bytesVal = 0;
							if (++this._fields >= this.fieldsLimit) {
								this.emit("fieldsLimit");
								return cb();
							}
							continue main;
						case 43:
							if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
							this._val += " ";
							this._lastPos = i + 1;
							break;
						case 37:
							if (this._encode === 0) this._encode = 1;
							if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = i + 1;
							this._byte = -1;
							i = readPctEnc(this, chunk, i + 1, len);
							if (i === -1) return cb(new Error("Malformed urlencoded form"));
							if (i >= len) return cb();
							++this._bytesVal;
							i = skipValBytes(this, chunk, i, len);
							continue;
					}
					++i;
					++this._bytesVal;
					i = skipValBytes(this, chunk, i, len);
				}
				if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
			}
			cb();
		}
		_final(cb) {
			if (this._byte !== -2) return cb(new Error("Malformed urlencoded form"));
			if (!this._inKey || this._bytesKey > 0 || this._bytesVal > 0) {
				if (this._inKey) this._key = this._decoder(this._key, this._encode);
				else this._val = this._decoder(this._val, this._encode);
				this.emit("field", this._key, this._val, {
					nameTruncated: this._keyTrunc,
					valueTruncated: this._valTrunc,
					encoding: this.charset,
					mimeType: "text/plain"
				});
			}
			cb();
		}
	};
	function readPctEnc(self, chunk, pos, len) {
		if (pos >= len) return len;
		if (self._byte === -1) {
			const hexUpper = HEX_VALUES[chunk[pos++]];
			if (hexUpper === -1) return -1;
			if (hexUpper >= 8) self._encode = 2;
			if (pos < len) {
				const hexLower = HEX_VALUES[chunk[pos++]];
				if (hexLower === -1) return -1;
				if (self._inKey) self._key += String.fromCharCode((hexUpper << 4) + hexLower);
				else self._val += String.fromCharCode((hexUpper << 4) + hexLower);
				self._byte = -2;
				self._lastPos = pos;
			} else self._byte = hexUpper;
		} else {
			const hexLower = HEX_VALUES[chunk[pos++]];
			if (hexLower === -1) return -1;
			if (self._inKey) self._key += String.fromCharCode((self._byte << 4) + hexLower);
			else self._val += String.fromCharCode((self._byte << 4) + hexLower);
			self._byte = -2;
			self._lastPos = pos;
		}
		return pos;
	}
	function skipKeyBytes(self, chunk, pos, len) {
		if (self._bytesKey > self.fieldNameSizeLimit) {
			if (!self._keyTrunc) {
				if (self._lastPos < pos) self._key += chunk.latin1Slice(self._lastPos, pos - 1);
			}
			self._keyTrunc = true;
			for (; pos < len; ++pos) {
				const code = chunk[pos];
				if (code === 61 || code === 38) break;
				++self._bytesKey;
			}
			self._lastPos = pos;
		}
		return pos;
	}
	function skipValBytes(self, chunk, pos, len) {
		if (self._bytesVal > self.fieldSizeLimit) {
			if (!self._valTrunc) {
				if (self._lastPos < pos) self._val += chunk.latin1Slice(self._lastPos, pos - 1);
			}
			self._valTrunc = true;
			for (; pos < len; ++pos) {
				if (chunk[pos] === 38) break;
				++self._bytesVal;
			}
			self._lastPos = pos;
		}
		return pos;
	}
	const HEX_VALUES = [
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		0,
		1,
		2,
		3,
		4,
		5,
		6,
		7,
		8,
		9,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1
	];
	module.exports = URLEncoded;
}));
// src/receiver/multipart.ts
var import_lib = __toESM(__commonJSMin(((exports, module) => {
	const { parseContentType } = require_utils();
	function getInstance(cfg) {
		const headers = cfg.headers;
		const conType = parseContentType(headers["content-type"]);
		if (!conType) throw new Error("Malformed content type");
		for (const type of TYPES) {
			if (!type.detect(conType)) continue;
			const instanceCfg = {
				limits: cfg.limits,
				headers,
				conType,
				highWaterMark: void 0,
				fileHwm: void 0,
				defCharset: void 0,
				defParamCharset: void 0,
				preservePath: false
			};
			if (cfg.highWaterMark) instanceCfg.highWaterMark = cfg.highWaterMark;
			if (cfg.fileHwm) instanceCfg.fileHwm = cfg.fileHwm;
			instanceCfg.defCharset = cfg.defCharset;
			instanceCfg.defParamCharset = cfg.defParamCharset;
			instanceCfg.preservePath = cfg.preservePath;
			return new type(instanceCfg);
		}
		throw new Error(`Unsupported content type: ${headers["content-type"]}`);
	}
	const TYPES = [require_multipart(), require_urlencoded()].filter(function(typemod) {
		return typeof typemod.detect === "function";
	});
	module.exports = (cfg) => {
		if (typeof cfg !== "object" || cfg === null) cfg = {};
		if (typeof cfg.headers !== "object" || cfg.headers === null || typeof cfg.headers["content-type"] !== "string") throw new Error("Missing Content-Type");
		return getInstance(cfg);
	};
}))(), 1);
const MALFORMED = {
	reason: "The service pushed a malformed multipart body",
	hint: "Update the Pyroscope SDK; uploads must not be rewritten on their way."
};
const MAX_PARTS = 16;
function readParts(contentType, body) {
	return new Promise((resolve) => {
		const parts = new Map();
		const malformed = () => resolve(failed(422, "invalid_argument", MALFORMED));
		try {
			const parser = (0, import_lib.default)({
				headers: { "content-type": contentType },
				limits: { parts: MAX_PARTS }
			});
			parser.on("file", (name, stream) => {
				const chunks = [];
				stream.on("data", (chunk) => chunks.push(chunk));
				stream.on("error", malformed);
				stream.on("close", () => parts.set(name, Buffer.concat(chunks)));
			});
			parser.on("error", malformed);
			parser.on("close", () => resolve(found(parts)));
			parser.end(body);
		} catch {
			malformed();
		}
	});
}
// src/receiver/upload-time.ts
function parseUploadTime(text) {
	if (text === null || !/^\d+$/.test(text)) return void 0;
	switch (text.length) {
		case 10: return Number(text) * 1e3;
		case 13: return Number(text);
		case 16: return Number(text) / 1e3;
		case 19: return Number(text) / 1e6;
		default: return;
	}
}
// src/receiver/ingest.ts
async function readIngest(request, query, limit) {
	const body = await readBody(request, limit);
	if (!body.ok) return body;
	const name = parseApplicationName(query.get("name") ?? "");
	if (!name) return failed(400, "invalid_argument", {
		reason: "The service pushed a profile without an application name",
		hint: "Give the Pyroscope SDK an application name; PYROSCOPE_APPLICATION_NAME holds one."
	});
	if (body.value.length === 0) return found(void 0);
	const pprof = await readPprof(request.headers["content-type"] ?? "", query, body.value);
	if (!pprof.ok) return pprof;
	if (pprof.value.length === 0) return found(void 0);
	return found({
		...name,
		spy: query.get("spyName") ?? "",
		pprof: pprof.value,
		receivedAt: Date.now(),
		from: parseUploadTime(query.get("from")),
		until: parseUploadTime(query.get("until"))
	});
}
async function readPprof(contentType, query, body) {
	const unreadable = unreadableFormat(query.get("format"));
	if (unreadable) return failed(422, "unimplemented", unreadable);
	if (/^multipart\/form-data\b/i.test(contentType)) return readForm(contentType, body);
	const binary = /^application\/octet-stream\b/i.test(contentType) || isGzip(body);
	if (query.get("format") === "pprof" || binary) return found(body);
	return failed(422, "unimplemented", UNREADABLE_TEXT);
}
async function readForm(contentType, body) {
	const parts = await readParts(contentType, body);
	if (!parts.ok) return parts;
	const profile = parts.value.get("profile");
	if (parts.value.has("prev_profile")) return failed(422, "invalid_argument", {
		reason: "The service pushed cumulative profiles (prev_profile), which Pyroscope no longer takes",
		hint: "Update the Pyroscope SDK."
	});
	if (profile) return found(profile);
	return failed(422, "invalid_argument", {
		reason: "The service pushed a form without a profile in it",
		hint: "Update the Pyroscope SDK."
	});
}
// src/receiver/round-store.ts
const MAX_ROUND_BYTES = 268435456;
const MAX_REASONS = 20;
const ROUND_FULL = {
	reason: `The service pushed more than ${MAX_ROUND_BYTES} bytes of profiles in one round`,
	hint: "Shorten the rounds, lower the sample rate, or let the SDK upload less often."
};
var RoundStore = class {
	#uploads = [];
	#refusals = new Map();
	#bytes = 0;
	#untold = 0;
	get uploads() {
		return this.#uploads;
	}
	get refusals() {
		const told = [...this.#refusals.values()];
		if (this.#untold === 0) return told;
		const reason = `The service made ${this.#untold} more unusable requests; ${told.length} reasons are shown`;
		return [...told, {
			reason,
			hint: "Mend what is shown first."
		}];
	}
	add(upload) {
		if (this.#bytes + upload.pprof.length > MAX_ROUND_BYTES) return false;
		this.#bytes += upload.pprof.length;
		this.#uploads.push(upload);
		return true;
	}
	refuse(refusal) {
		if (this.#refusals.has(refusal.reason)) return;
		if (this.#refusals.size < MAX_REASONS) this.#refusals.set(refusal.reason, refusal);
		else this.#untold++;
	}
};
// src/receiver/handle.ts
async function handleRequest(rounds, request, response) {
	const { token, path, query } = parseTarget(request.url ?? "/");
	if (isHealthCheck(request.method, path)) {
		request.resume();
		replyOk(response);
		return;
	}
	const intake = token === void 0 ? void 0 : rounds.open.get(token);
	const problem = intake ? await serve(rounds, intake, request, path, query) : turnAway(rounds, token);
	request.resume();
	if (problem) replyError(response, problem);
	else replyOk(response);
}
async function serve(rounds, intake, request, path, query) {
	const problem = request.method === "POST" && /^(\/pyroscope)?\/ingest$/.test(path) ? await ingest(rounds, intake, request, query) : unserved(request.method ?? "", path);
	if (problem) intake.store.refuse(problem.refusal);
	return problem;
}
async function ingest(rounds, intake, request, query) {
	const ingested = await readIngest(request, query, rounds.limit);
	if (!ingested.ok) return ingested.problem;
	if (ingested.value === void 0) return void 0;
	if (!rounds.open.has(intake.token)) return turnAway(rounds, intake.token);
	if (intake.store.add(ingested.value)) return void 0;
	return {
		status: 413,
		code: "resource_exhausted",
		refusal: ROUND_FULL
	};
}
function unserved(method, path) {
	const unreadable = unreadableRoute(path);
	if (unreadable) return {
		status: 422,
		code: "unimplemented",
		refusal: unreadable
	};
	return {
		status: 404,
		code: "not_found",
		refusal: {
			reason: `The service sent ${method} ${path.slice(0, 200)} to its Pyroscope address`,
			hint: "Only profiles (POST /ingest) are taken here."
		}
	};
}
function turnAway(rounds, token) {
	const round = token === void 0 ? void 0 : rounds.closed.get(token);
	const reason = round ? `A profile arrived after round ${round.round} of ${round.side} was over` : "A profile was pushed to an address of the receiver that belongs to no round";
	const hint = round ? "A process of the service outlived its round; let it exit on SIGTERM." : "Let the SDK use PYROSCOPE_SERVER_ADDRESS as it is, with its path.";
	rounds.warn(`${reason}. ${hint}`);
	return {
		status: 404,
		code: "not_found",
		refusal: {
			reason,
			hint
		}
	};
}
function parseTarget(target) {
	const [rawPath = "", ...rest] = target.split("?");
	const path = rawPath.replace(/\/{2,}/g, "/");
	const query = new URLSearchParams(rest.join("?"));
	const [, token, inside] = /^\/r\/([0-9a-f]+)(\/.*)?$/.exec(path) ?? [];
	return {
		token,
		path: token === void 0 ? path : inside ?? "/",
		query
	};
}
function isHealthCheck(method, path) {
	return (method === "GET" || method === "HEAD") && (path === "/" || path === "/ready");
}
// src/receiver/diagnosis.ts
function diagnose(arrivals) {
	const failures = arrivals.notes.flatMap((note) => note.kind === "failed" ? [failure(note.code)] : []);
	if (arrivals.usable > 0 || failures.length > 0 || arrivals.refusals.length > 0) return failures;
	return [absence(arrivals)];
}
function failure(code) {
	if (code === "ERR_INSPECTOR_NOT_AVAILABLE") return {
		reason: "The service runs on a Node without an inspector, so it could not be profiled",
		hint: "Use an official build of Node, or add the Pyroscope SDK."
	};
	return {
		reason: `The built-in Node profiler could not profile or write its profiles: ${code}`,
		hint: "Check the free space and the permissions of the temporary folder."
	};
}
function absence({ profiler, notes }) {
	if (notes.some((note) => note.kind === "sdk")) return {
		reason: "The service loaded a Pyroscope SDK, and the SDK pushed no profile",
		hint: "Call init() and start(); an upload interval set in code must be shorter than a round. Or set the profiler to node."
	};
	if (notes.length > 0) return {
		reason: "The built-in Node profiler ran, but the service died before it wrote a profile",
		hint: "Let the service exit on SIGTERM, or make the rounds longer."
	};
	if (profiler === "sdk") return {
		reason: "The service pushed no profile",
		hint: "Add a Pyroscope SDK that reads PYROSCOPE_SERVER_ADDRESS, with an upload interval shorter than a round."
	};
	return {
		reason: "The service pushed no profile, and no Node process of it loaded the built-in profiler",
		hint: "For Node, keep NODE_OPTIONS as it is given; for anything else, add a Pyroscope SDK that reads PYROSCOPE_SERVER_ADDRESS."
	};
}
// src/preload/settings.ts
const SETTING = {
	spool: "FLAMEGATE_SPOOL",
	profiler: "FLAMEGATE_PROFILER",
	samplingInterval: "FLAMEGATE_SAMPLING_INTERVAL_MICROS",
	flushInterval: "FLAMEGATE_FLUSH_INTERVAL_MS"
};
// src/receiver/node-options.ts
function requireInNodeOptions(nodeOptions, path) {
	const quoted = `"${path.replace(/["\\]/g, "\\$&")}"`;
	return [nodeOptions.trim(), `--require ${quoted}`].filter((part) => part !== "").join(" ");
}
// src/receiver/environment.ts
function sdkEnvironment(url, profiling) {
	const flushSeconds = String(Math.max(1, Math.round(profiling.flushIntervalMs / 1e3)));
	return {
		PYROSCOPE_ADHOC_SERVER_ADDRESS: url,
		PYROSCOPE_SERVER_ADDRESS: url,
		PYROSCOPE_APPLICATION_NAME: profiling.service,
		PYROSCOPE_WALL_COLLECT_CPU_TIME: "true",
		PYROSCOPE_WALL_SAMPLING_INTERVAL_MICROS: String(samplingIntervalMicros(profiling)),
		PYROSCOPE_FLUSH_INTERVAL_MS: String(profiling.flushIntervalMs),
		PYROSCOPE_UPLOAD_INTERVAL: `${flushSeconds}s`,
		PYROSCOPE_PROFILING_UPLOAD_PERIOD: flushSeconds
	};
}
function preloadEnvironment(spool, profiler, profiling) {
	return {
		NODE_OPTIONS: requireInNodeOptions(profiling.nodeOptions, profiling.preloadPath),
		[SETTING.spool]: spool,
		[SETTING.profiler]: profiler,
		[SETTING.samplingInterval]: String(samplingIntervalMicros(profiling)),
		[SETTING.flushInterval]: String(profiling.flushIntervalMs)
	};
}
function samplingIntervalMicros(profiling) {
	return Math.max(1, Math.round(1e6 / profiling.sampleRate));
}
// src/preload/spool-name.ts
function parseSpoolName(name) {
	const profile = /^\d+-\d+\.\d+\.(\d{1,15})-(\d{1,15})\.pb$/.exec(name);
	if (profile) return {
		kind: "profile",
		window: {
			from: Number(profile[1]),
			until: Number(profile[2])
		}
	};
	const note = /^\d+-\d+\.(?:(started|sdk)|failed\.(\w{1,64}))$/.exec(name);
	if (!note) return void 0;
	const [, kind, code] = note;
	if (code !== void 0) return {
		kind: "note",
		note: {
			kind: "failed",
			code
		}
	};
	return {
		kind: "note",
		note: { kind: kind === "sdk" ? "sdk" : "started" }
	};
}
// src/receiver/spool.ts
function readSpool(folder, limit) {
	const profiles = [];
	const notes = [];
	let unreadable = 0;
	for (const name of readdirSync(folder).sort()) {
		const entry = parseSpoolName(name);
		if (entry?.kind === "note") notes.push(entry.note);
		if (entry?.kind !== "profile") continue;
		const pprof = readPlainFile(join(folder, name), limit);
		if (pprof) profiles.push({
			window: entry.window,
			pprof
		});
		else unreadable++;
	}
	profiles.sort((a, b) => a.window.from - b.window.from);
	return {
		profiles,
		notes,
		unreadable
	};
}
function readPlainFile(path, limit) {
	let file;
	try {
		file = openSync(path, constants$1.O_RDONLY | constants$1.O_NOFOLLOW | constants$1.O_NONBLOCK);
		const stat = fstatSync(file);
		return stat.isFile() && stat.size <= limit ? readFileSync(file) : void 0;
	} catch {
		return;
	} finally {
		if (file !== void 0) closeSync(file);
	}
}
// src/receiver/intake.ts
const NO_SPOOL = {
	profiles: [],
	notes: [],
	unreadable: 0
};
async function openIntake(name, profiling, { url, limit, log }) {
	const token = randomBytes(16).toString("hex");
	const store = new RoundStore();
	const environment = sdkEnvironment(`${url}/r/${token}`, profiling);
	let spool;
	if (profiling.profiler !== "sdk") {
		await mkdir(profiling.spoolRoot, { recursive: true });
		spool = await mkdtemp(join(profiling.spoolRoot, `${name.side}-${name.round}-`));
		Object.assign(environment, preloadEnvironment(spool, profiling.profiler, profiling));
	}
	return {
		token,
		name,
		store,
		environment,
		collect() {
			const spooled = spool === void 0 ? NO_SPOOL : readSpool(spool, limit);
			const uploads = choose(store.uploads, ownUploads(spooled, profiling.service), profiling, log);
			const refusals = [...store.refusals, ...unreadableFiles(spooled)];
			const diagnosis = diagnose({
				profiler: profiling.profiler,
				usable: uploads.length,
				refusals,
				notes: spooled.notes
			});
			return {
				uploads,
				refusals: [...refusals, ...diagnosis]
			};
		},
		async dispose() {
			if (spool !== void 0) await rm(spool, {
				recursive: true,
				force: true,
				maxRetries: 3
			});
		}
	};
}
function choose(pushed, own, { profiler }, log) {
	const [used, left] = profiler === "node" || pushed.length === 0 ? [own, pushed] : [pushed, own];
	if (left.length > 0) {
		const whose = left === own ? "the built-in Node profiler" : "an SDK";
		log.info(`${left.length} profiles of ${whose} were left out; ${used.length} are used.`);
	}
	return used;
}
function ownUploads(spool, service) {
	return spool.profiles.map(({ pprof, window }) => ({
		service,
		labels: {},
		spy: "flamegate",
		pprof,
		receivedAt: window.until,
		from: window.from,
		until: window.until
	}));
}
function unreadableFiles({ unreadable }) {
	if (unreadable === 0) return [];
	return [{
		reason: `${unreadable} profiles of the built-in Node profiler could not be read`,
		hint: "Nothing but Flamegate may write to its temporary folder."
	}];
}
// src/receiver/next-lull.ts
const POLL_MS = 10;
const LULL_MS = 150;
async function nextLull(store, limitMs, signal) {
	let known = store.uploads.length;
	if (known === 0) return;
	const deadline = performance.now() + limitMs;
	let lastChange;
	for (;;) {
		const now = performance.now();
		if (store.uploads.length > known) {
			known = store.uploads.length;
			lastChange = now;
		}
		if (now > deadline || lastChange !== void 0 && now - lastChange >= LULL_MS) return;
		await setTimeout$1(POLL_MS);
		signal?.throwIfAborted();
	}
}
// src/receiver/server.ts
const DEFAULT_MAX_BODY_BYTES = 67108864;
const DEFAULT_SETTLE_LIMIT_MS = 1e4;
const FLUSH_PATIENCE = 2;
const LIMITS = {
	headersTimeout: 1e4,
	requestTimeout: 3e4,
	connectionsCheckingInterval: 1e3,
	keepAliveTimeout: 12e4,
	maxHeaderSize: 65536
};
async function startReceiver(options) {
	const { log, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
	const { settleLimitMs = DEFAULT_SETTLE_LIMIT_MS } = options;
	const warnings = new Set();
	const rounds = {
		open: new Map(),
		closed: new Map(),
		limit: maxBodyBytes,
		warn(message) {
			if (warnings.has(message)) return;
			warnings.add(message);
			log.warn(message);
		}
	};
	const server = createServer(LIMITS, (request, response) => {
		handleRequest(rounds, request, response);
	});
	const connections = watchConnections(server);
	const port = await listen(server);
	async function closeRound(intake) {
		rounds.open.delete(intake.token);
		rounds.closed.set(intake.token, intake.name);
		await intake.dispose();
	}
	return {
		port,
		async open(name, profiling) {
			const intake = await openIntake(name, profiling, {
				url: `http://127.0.0.1:${port}`,
				limit: maxBodyBytes,
				log
			});
			rounds.open.set(intake.token, intake);
			return {
				environment: intake.environment,
				async flushed(signal) {
					await nextLull(intake.store, FLUSH_PATIENCE * profiling.flushIntervalMs, signal);
				},
				async settle(signal) {
					signal?.throwIfAborted();
					if (await connections.quiet(port, settleLimitMs, signal)) return;
					intake.store.refuse({
						reason: `An upload was still under way ${settleLimitMs / 1e3} s after the service had exited`,
						hint: "Let the service wait for its uploads before it exits."
					});
				},
				collect: () => intake.collect(),
				close: () => closeRound(intake)
			};
		},
		warnings: () => [...warnings],
		async close() {
			await Promise.all([...rounds.open.values()].map(closeRound));
			await stop(server);
		}
	};
}
function listen(server) {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			if (address !== null && typeof address === "object") resolve(address.port);
			else reject(new Error("The receiver has no port"));
		});
	});
}
function stop(server) {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
// src/record.ts
const FLUSH_INTERVAL_MS = 1e3;
function plan(config, surroundings) {
	const { cwd, github, environment, log, signal } = surroundings;
	const { token } = config.publish;
	return planComparison({
		cwd,
		...config.commits,
		github,
		token,
		environment,
		log,
		signal
	});
}
async function recordRounds(planned, config, surroundings) {
	const cleanup = new Cleanup(surroundings.log);
	try {
		return await record(planned, config, surroundings, cleanup);
	} finally {
		await cleanup.run();
	}
}
async function record(planned, config, surroundings, cleanup) {
	const { log, signal } = surroundings;
	const scratch = await scratchFolder(surroundings.tempDirectory, cleanup);
	const roots = {
		base: await checkOut("base", planned, scratch, surroundings, cleanup),
		head: await checkOut("head", planned, scratch, surroundings, cleanup)
	};
	const environment = childEnvironment(surroundings.environment, {}, secretsOf(config));
	const { serviceProcess, load, profiling } = config;
	const directories = {
		base: join(roots.base, serviceProcess.directory),
		head: join(roots.head, serviceProcess.directory)
	};
	await build(config, directories, environment, surroundings);
	const receiver = await startReceiver({ log });
	cleanup.defer("close the receiver", () => receiver.close());
	const bundle = new BundleWriter(config.bundle, {
		service: config.service,
		profileType: config.profileType,
		base: originOf("base", planned, roots),
		head: originOf("head", planned, roots),
		diff: planned.diff
	});
	const outcomes = [];
	const warnings = new Set(planned.warnings);
	const rounds = measureRounds(config.pairs, {
		service: serviceProcess,
		load,
		directories,
		loadDirectory: surroundings.cwd,
		environment
	}, {
		openIntake: (name) => receiver.open(name, {
			service: config.service,
			profiler: profiling.profiler,
			sampleRate: profiling.sampleRate,
			flushIntervalMs: FLUSH_INTERVAL_MS,
			preloadPath: surroundings.preloadPath,
			spoolRoot: join(scratch, "spool"),
			nodeOptions: environment.NODE_OPTIONS ?? ""
		}),
		log,
		signal
	});
	for await (const measured of rounds) {
		outcomes.push({
			side: measured.side,
			outcome: measured.measured
		});
		if (outcomes.length === 2) refuseBadLoad(outcomes, load.maxFailed);
		const attributed = attributeRound(measured, {
			service: config.service,
			profileType: config.profileType
		});
		for (const warning of attributed.warnings) warnings.add(warning);
		await bundle.add(attributed.round);
	}
	refuseBadLoad(outcomes, load.maxFailed);
	for (const warning of receiver.warnings()) warnings.add(warning);
	return {
		manifest: await bundle.finish(),
		warnings: [...warnings]
	};
}
async function scratchFolder(parent, cleanup) {
	const scratch = await mkdtemp(join(await realpath(parent), "flamegate-"));
	cleanup.defer("remove temporary files", () => removeTree(scratch));
	return scratch;
}
async function checkOut(side, planned, scratch, { environment: env, signal }, cleanup) {
	const directory = join(scratch, side);
	const { repository } = planned;
	const worktree = await addWorktree(repository, planned[side].commit, directory, {
		env,
		signal
	});
	cleanup.defer(`remove the worktree of ${side}`, () => worktree.remove());
	return worktree.directory;
}
async function build({ serviceProcess }, directories, environment, { log, signal }) {
	const { build: command, buildTimeoutMs: timeoutMs } = serviceProcess;
	if (command === void 0) return;
	for (const side of ["base", "head"]) {
		log.section(`build ${side}`);
		const directory = directories[side];
		await buildSide({
			side,
			command,
			directory,
			environment,
			timeoutMs,
			log,
			signal
		});
	}
}
function originOf(side, planned, roots) {
	return {
		ref: planned[side].ref,
		commit: planned[side].commit,
		roots: [roots[side]]
	};
}
function refuseBadLoad(outcomes, maxFailed) {
	const reason = judgeLoad(outcomes, maxFailed);
	if (reason === void 0) return;
	throw new FlamegateError("measurement", reason, { hint: "Failed requests cost something else than successful ones. Mend the service or the load, or raise max-failed." });
}
function secretsOf(config) {
	return config.publish.token === void 0 ? [] : [config.publish.token];
}
// src/gate.ts
function gate(config, surroundings) {
	switch (config.job) {
		case "run": return runAndCompare(config, surroundings);
		case "compare-files": return compareFiles(config, surroundings);
		case "compare-server": return compareServer(config, surroundings);
	}
}
async function runAndCompare(config, surroundings) {
	const planned = await plan(config, surroundings);
	const subjects = subjectsOf(config, surroundings, planned);
	const cleanup = new Cleanup(surroundings.log);
	try {
		return await orInvalid(subjects, planned.warnings, async () => {
			const bundle = config.bundle ?? await temporaryFolder(surroundings, cleanup);
			const recording = await recordRounds(planned, {
				...config,
				bundle
			}, surroundings);
			return judgeBundle(recording.manifest, config, surroundings, recording.warnings);
		});
	} finally {
		await cleanup.run();
	}
}
function compareFiles(config, surroundings) {
	return orInvalid(subjectsOf(config, surroundings), [], () => judgeBundle(config.manifest, config, surroundings, []));
}
function compareServer(config, surroundings) {
	const subjects = subjectsOf(config, surroundings);
	return orInvalid(subjects, [], async () => {
		const { rounds, warnings } = await fetchRounds({
			...config.pyroscope,
			profileType: config.profileType
		}, surroundings.signal);
		return judge({
			rounds,
			subjects,
			diff: void 0,
			warnings
		});
	});
}
async function judgeBundle(path, config, surroundings, warnings) {
	const { manifest, rounds, diff } = await loadRounds(path);
	const { service, profileType, unit, base, head } = manifest;
	return judge({
		rounds,
		subjects: {
			...subjectsOf(config, surroundings, {
				base,
				head
			}),
			service,
			profileType,
			unit
		},
		diff,
		warnings
	});
}
function judge(evidence) {
	const { rounds, subjects, diff, warnings } = evidence;
	const comparison = compareRounds({
		rounds,
		policy: subjects.policy,
		roots: {
			base: subjects.base?.roots ?? [],
			head: subjects.head?.roots ?? []
		},
		lineMap: diff === void 0 ? void 0 : parseLineMap(diff)
	});
	const unit = rounds[0]?.profile.sampleType.unit ?? subjects.unit;
	return resultOf(comparison, rounds, {
		...subjects,
		unit
	}, warnings);
}
function subjectsOf(config, { version }, sides = {}) {
	const { service, profileType, policy } = config;
	return {
		service,
		profileType,
		unit: "",
		base: sides.base,
		head: sides.head,
		policy,
		version
	};
}
async function orInvalid(subjects, warnings, job) {
	try {
		return await job();
	} catch (error) {
		if (!(error instanceof FlamegateError) || error.kind !== "measurement") throw error;
		return invalidResult(error, subjects, warnings);
	}
}
async function temporaryFolder({ tempDirectory }, cleanup) {
	const folder = await mkdtemp(join(await realpath(tempDirectory), "flamegate-rounds-"));
	cleanup.defer("remove the recorded rounds", () => removeTree(folder));
	return folder;
}
export { gate };
