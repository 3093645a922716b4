import { t as stackTableFor } from "./stack-table.js";
// node_modules/simple-statistics/dist/simple-statistics.mjs
function sum(x) {
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
	return sum(x) / x.length;
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
// src/compare/costs.ts
function roundCosts(table) {
	return table.rounds.map((round) => costsOf(round, table.rows.length));
}
function costsOf(round, rows) {
	const total = new Float64Array(rows);
	const self = new Float64Array(rows);
	const seenIn = new Int32Array(rows).fill(-1);
	let sum = 0;
	const { frames, offsets, values } = round;
	for (let stack = 0; stack < values.length; stack += 1) {
		const value = values[stack] ?? 0;
		sum += value;
		const start = offsets[stack] ?? 0;
		const end = offsets[stack + 1] ?? 0;
		for (let at = start; at < end; at += 1) {
			const row = frames[at] ?? 0;
			if (at === start) self[row] = (self[row] ?? 0) + value;
			if (seenIn[row] === stack) continue;
			seenIn[row] = stack;
			total[row] = (total[row] ?? 0) + value;
		}
	}
	return {
		total,
		self,
		sum
	};
}
// src/compare/infer/series.ts
function meanOf(series, side) {
	return weightedMean(series[side], series.weights);
}
function changeOf(series) {
	return meanOf(series, "head") - meanOf(series, "base");
}
function differences(series) {
	return series.head.map((head, pair) => head - (series.base[pair] ?? 0));
}
function plus(series, other, weight) {
	const add = (one, two) => one.map((value, pair) => value + weight * (two[pair] ?? 0));
	return {
		base: add(series.base, other.base),
		head: add(series.head, other.head),
		weights: series.weights
	};
}
function weightedMean(values, weights) {
	let sum = 0;
	let all = 0;
	values.forEach((value, index) => {
		const weight = weights[index] ?? 0;
		sum += weight * value;
		all += weight;
	});
	return all > 0 ? sum / all : 0;
}
// src/compare/infer/common.ts
const BIWEIGHT = 4.685;
const MAD_TO_SIGMA = 1.4826;
const STEPS$1 = 20;
function findCommonFactor(program, selves) {
	const { centre, standardError } = robustCentre(selves.flatMap(ratioOf));
	const logs = program.head.map((head, pair) => logRatio(head, program.base[pair] ?? 0) ?? 0);
	const middle = logs.length > 0 ? logRatio(meanOf(program, "head"), meanOf(program, "base")) ?? 0 : 0;
	const factors = logs.map((log) => Math.exp(centre + log - middle));
	return {
		standardError,
		remove: ({ base, head, weights }) => ({
			base,
			weights,
			head: head.map((cost, pair) => cost / (factors[pair] ?? 1))
		})
	};
}
function ratioOf(series) {
	const base = meanOf(series, "base");
	const head = meanOf(series, "head");
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
	for (let step = 0; step < STEPS$1; step += 1) {
		const at = centre;
		const residuals = ratios.map(({ weight, log }) => Math.abs(log - at) * Math.sqrt(weight));
		const reach = BIWEIGHT * MAD_TO_SIGMA * median(residuals);
		if (reach === 0) break;
		weights = ratios.map(({ weight }, index) => {
			const distance = (residuals[index] ?? 0) / reach;
			return distance < 1 ? weight * (1 - distance ** 2) ** 2 : 0;
		});
		centre = weightedMean(ratios.map(({ log }) => log), weights);
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
// src/compare/infer/weights.ts
const PRIOR = 250;
const LARGEST_SURPRISE = 16;
const STEPS = 3;
function pairWeights(selves, pairs) {
	const rows = selves.map(differences).filter((row) => row.some((value) => value !== row[0]));
	let weights = new Array(pairs).fill(1);
	if (pairs < 3 || rows.length === 0) return {
		weights,
		inflation: 1
	};
	const prior = PRIOR / pairs;
	for (let step = 0; step < STEPS; step += 1) {
		const surprises = sumOfSurprises(rows, weights);
		const scale = pairs / (pairs - 1);
		const variances = surprises.map((sum) => (sum * scale + prior) / (rows.length + prior));
		const most = median(variances);
		const inverse = variances.map((variance) => 1 / Math.max(variance, most));
		const level = mean(inverse);
		weights = inverse.map((weight) => weight / level);
	}
	return {
		weights,
		inflation: inflationOf(weights, rows.length + prior)
	};
}
function inflationOf(weights, df) {
	const parts = weights.map((weight) => weight / weights.length);
	return 1 + 4 / df * parts.reduce((sum, part) => sum + part * (1 - part), 0);
}
function sumOfSurprises(rows, weights) {
	const sums = new Array(weights.length).fill(0);
	for (const row of rows) {
		const centre = weightedMean(row, weights);
		const squares = row.map((value) => (value - centre) ** 2);
		const variance = weightedMean(squares, weights) * row.length / (row.length - 1);
		squares.forEach((square, pair) => {
			sums[pair] = (sums[pair] ?? 0) + Math.min(LARGEST_SURPRISE, square / variance);
		});
	}
	return sums;
}
// src/compare/mean-round.ts
function meanRound({ rows, rounds }, side, weightOf) {
	const own = rounds.flatMap((round, index) => round.side === side ? [{
		round,
		index
	}] : []);
	const [only, ...others] = own;
	if (only !== void 0 && others.length === 0) return weighted(only.round, weightOf(only.index));
	const stacks = stackTableFor(rows.length);
	for (const { round, index } of own) {
		const weight = weightOf(index);
		const { frames, offsets, values } = round;
		for (let stack = 0; stack < values.length; stack += 1) {
			const end = offsets[stack + 1] ?? 0;
			for (let at = offsets[stack] ?? 0; at < end; at += 1) stacks.frame(frames[at] ?? 0);
			stacks.close(weight * (values[stack] ?? 0));
		}
	}
	return stacks.columns();
}
function weighted({ frames, offsets, values }, weight) {
	return {
		frames,
		offsets,
		values: values.map((value) => weight * value)
	};
}
// src/compare/disturbance.ts
const MAX_SWEEPS = 200;
const SETTLED = 1e-5;
const MIN_OVERLAP = .25;
const QUIETEST = .02;
function slowdowns(rounds) {
	const tables = rounds.map(({ disturbance }) => disturbance?.filter(isUsed) ?? []);
	if (tables.length === 0 || tables.some((table) => table.length === 0)) return void 0;
	if (overlap(rounds, tables) < MIN_OVERLAP) return void 0;
	const speeds = fitSpeeds(tables);
	const found = new Map();
	for (const group of connected(tables)) {
		const quiet = quietSpeed(group, speeds);
		for (const table of group) found.set(table, quiet / meanSpeed(table, speeds));
	}
	return tables.map((table) => found.get(table) ?? 1);
}
function isUsed({ requests, cpuMs, beats }) {
	return requests > 0 && cpuMs > 0 && beats.length > 0;
}
function fitSpeeds(tables) {
	let speeds = new Map(tables.flat().flatMap(({ beats }) => beats.map(([beat]) => [beat, 1])));
	for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
		const served = new Map();
		const expected = new Map();
		for (const table of tables) {
			const cost = costOf(table, speeds);
			for (const slice of table) {
				const speed = speedOf(slice, speeds);
				for (const [beat, part] of slice.beats) {
					const share = part * (speeds.get(beat) ?? 1) / speed;
					served.set(beat, (served.get(beat) ?? 0) + slice.requests * share);
					expected.set(beat, (expected.get(beat) ?? 0) + slice.cpuMs * part / cost);
				}
			}
		}
		let step = 0;
		const next = new Map();
		for (const [beat, before] of speeds) {
			const speed = (served.get(beat) ?? 0) / (expected.get(beat) ?? 1);
			step = Math.max(step, Math.abs(1 - speed / before));
			next.set(beat, speed);
		}
		speeds = next;
		if (step < SETTLED) break;
	}
	return speeds;
}
function costOf(table, speeds) {
	const requests = sumOf(table, (slice) => slice.requests);
	return sumOf(table, ({ cpuMs }) => cpuMs) * meanSpeed(table, speeds) / requests;
}
function meanSpeed(table, speeds) {
	return sumOf(table, (slice) => slice.cpuMs * speedOf(slice, speeds)) / sumOf(table, ({ cpuMs }) => cpuMs);
}
function speedOf({ beats }, speeds) {
	let sum = 0;
	for (const [beat, part] of beats) sum += part * (speeds.get(beat) ?? 1);
	return sum;
}
function quietSpeed(tables, speeds) {
	const requests = requestsByBeat(tables);
	const all = [...requests.values()].reduce((sum, n) => sum + n, 0);
	let [seen, sum] = [0, 0];
	for (const [beat, n] of [...requests].sort(([a], [b]) => a - b)) {
		seen += n;
		sum += n * (speeds.get(beat) ?? 1);
		if (seen >= QUIETEST * all) break;
	}
	return sum / seen;
}
function requestsByBeat(tables) {
	const requests = new Map();
	for (const { beats, requests: n } of tables.flat()) for (const [beat, part] of beats) requests.set(beat, (requests.get(beat) ?? 0) + n * part);
	return requests;
}
function overlap(rounds, tables) {
	const shares = (side) => {
		const requests = requestsByBeat(tables.filter((_, index) => rounds[index]?.side === side));
		const all = [...requests.values()].reduce((sum, n) => sum + n, 0);
		return new Map([...requests].map(([beat, n]) => [beat, n / all]));
	};
	const head = shares("head");
	return [...shares("base")].reduce((sum, [beat, share]) => sum + Math.min(share, head.get(beat) ?? 0), 0);
}
function connected(tables) {
	let groups = [];
	for (const table of tables) {
		const beats = table.flatMap((slice) => slice.beats.map(([beat]) => beat));
		const joined = groups.filter((group) => beats.some((beat) => group.beats.has(beat)));
		groups = [...groups.filter((group) => !joined.includes(group)), {
			beats: new Set([...joined.flatMap((group) => [...group.beats]), ...beats]),
			tables: [...joined.flatMap((group) => group.tables), table]
		}];
	}
	return groups.map((group) => group.tables);
}
function sumOf(table, of) {
	return table.reduce((sum, slice) => sum + of(slice), 0);
}
// src/compare/normalise.ts
function normalise(rounds, costs) {
	return rounds.every((round) => round.requests !== void 0 && round.requests > 0) ? normaliseByRequests(rounds, costs) : normaliseByRatios(rounds, costs);
}
function costPerRequest({ basePerRequest: base }, headShare) {
	return base === void 0 || headShare === void 0 ? void 0 : {
		base,
		head: base * headShare
	};
}
function estimationWarning({ kind }) {
	if (kind === "counted") return [];
	return ["requests were not counted, so the work was estimated from the functions themselves: a slowdown of the whole program cannot be seen"];
}
const MIN_SLICES = 240;
function isWatchedEnough(rounds) {
	return rounds.reduce((sum, { disturbance = [] }) => sum + disturbance.length, 0) >= MIN_SLICES;
}
function normaliseByRequests(rounds, costs) {
	const slow = isWatchedEnough(rounds) ? slowdowns(rounds) : void 0;
	const work = rounds.map(({ requests }, index) => (requests ?? 1) * (slow?.[index] ?? 1));
	const perRequest = costs.map(({ sum }, index) => sum / (work[index] ?? 1));
	const ofPair = new Map();
	rounds.forEach(({ round }, index) => {
		ofPair.set(round, (ofPair.get(round) ?? 0) + (perRequest[index] ?? 0));
	});
	const scaled = rounds.map(({ round }, index) => 1 / ((work[index] ?? 1) * (ofPair.get(round) ?? 0)));
	const ofBase = (values) => values.filter((_, i) => rounds[i]?.side === "base");
	const ofHead = (values) => values.filter((_, i) => rounds[i]?.side === "head");
	const base = mean(ofBase(scaled.map((factor, index) => factor * (costs[index]?.sum ?? 0))));
	return {
		kind: "counted",
		factors: scaled.map((factor) => factor / base),
		basePerRequest: mean(ofBase(perRequest)),
		slowdown: slow && {
			base: mean(ofBase(slow)),
			head: mean(ofHead(slow))
		}
	};
}
const REFERENCE_SHARE = .01;
function normaliseByRatios(rounds, costs) {
	const shares = {
		base: meanShares(rounds, costs, "base"),
		head: meanShares(rounds, costs, "head")
	};
	const ratios = shares.base.flatMap((base, row) => {
		const head = shares.head[row] ?? 0;
		if (base < REFERENCE_SHARE || head < REFERENCE_SHARE) return [];
		return [{
			weight: (base + head) / 2,
			log: Math.log(head / base)
		}];
	});
	const correction = Math.exp(robustCentre(ratios).centre);
	return {
		kind: "estimated",
		factors: rounds.map((round, index) => {
			const sum = costs[index]?.sum ?? 0;
			if (sum === 0) return 0;
			return round.side === "base" ? 1 / sum : 1 / (sum * correction);
		}),
		basePerRequest: void 0,
		slowdown: void 0
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
	const seriesOf = (costIn, weights) => {
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
			head,
			weights
		};
	};
	const even = new Array(pairs).fill(1);
	const program = seriesOf((cost) => cost.sum, even);
	const selves = wideSelves(table, (row) => seriesOf((cost) => cost.self[row] ?? 0, even));
	const { remove } = findCommonFactor(program, selves);
	const { weights, inflation } = pairWeights(selves.map(remove).map(levelled(program)), pairs);
	const series = (costIn) => seriesOf(costIn, weights);
	const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
	const weightOf = (round) => {
		const pair = table.rounds[round]?.pair ?? 0;
		return (normalisation.factors[round] ?? 0) * (weights[pair] ?? 0) / allWeights;
	};
	const means = {};
	return {
		table,
		pairs,
		normalisation,
		inflation,
		common: findCommonFactor(series((cost) => cost.sum), selves.map((self) => ({
			...self,
			weights
		}))),
		row: (row, measure) => series((cost) => cost[measure][row] ?? 0),
		program: () => series((cost) => cost.sum),
		mean(side) {
			means[side] ??= meanRound(table, side, weightOf);
			return means[side];
		},
		accounts(count, visit) {
			const sums = table.rounds.map((round) => sumAccounts(round, count, visit));
			return Array.from({ length: count }, (_, account) => series((_cost, index) => sums[index]?.[account] ?? 0));
		}
	};
}
const MIN_SHARE = .005;
function isWide(series, least = MIN_SHARE) {
	return Math.max(meanOf(series, "base"), meanOf(series, "head")) >= least;
}
function levelled(program) {
	const level = (costs) => costs.map((cost, pair) => cost / (program.base[pair] || 1));
	return ({ base, head, weights }) => ({
		base: level(base),
		head: level(head),
		weights
	});
}
function wideSelves(table, selfOf) {
	return table.rows.flatMap((row, index) => {
		const self = selfOf(index);
		return row.gated && isWide(self) ? [self] : [];
	});
}
function sumAccounts({ frames, offsets, values }, count, visit) {
	const sums = new Float64Array(count);
	let value = 0;
	const credit = (account) => {
		sums[account] = (sums[account] ?? 0) + value;
	};
	for (let stack = 0; stack < values.length; stack += 1) {
		value = values[stack] ?? 0;
		visit(frames, offsets[stack] ?? 0, offsets[stack + 1] ?? 0, credit);
	}
	return sums;
}
const SAME = .05;
function testedAccounts(evidence, limits) {
	const { rulingOf } = limits;
	const sized = [...functionAccounts(evidence, limits), ...programAccount(evidence)].map((account) => ({
		account,
		size: sizeOf(account.series)
	}));
	sized.sort((a, b) => a.size - b.size);
	const groups = [];
	for (const { account, size } of sized) {
		const near = groups.findLast(({ tested, size: narrower }) => narrower >= size * .95 && rulingOf(tested.row) === rulingOf(account.row) && isSame(tested.series, account.series));
		if (near === void 0) groups.push({
			tested: account,
			size,
			members: [account]
		});
		else near.members.push(account);
	}
	return groups;
}
function functionAccounts(evidence, { rulingOf, own }) {
	return evidence.table.rows.flatMap((row, index) => {
		if (!row.gated || rulingOf(index)?.isIgnored) return [];
		const least = narrowest(own(index, 0));
		const total = evidence.row(index, "total");
		if (!isWide(total, least)) return [];
		const self = evidence.row(index, "self");
		const account = {
			row: index,
			measure: "total",
			series: total
		};
		if (!isWide(self, least) || distance(total, self) === 0) return [account];
		return [account, {
			row: index,
			measure: "self",
			series: self
		}];
	});
}
const NARROWEST = .001;
function narrowest(threshold) {
	return Math.max(NARROWEST, Math.min(MIN_SHARE, threshold));
}
function programAccount(evidence) {
	if (evidence.normalisation.kind !== "counted") return [];
	return [{
		row: -1,
		measure: "total",
		series: evidence.program()
	}];
}
function sizeOf(series) {
	return meanOf(series, "base") + meanOf(series, "head");
}
function isSame(one, other) {
	return distance(one, other) < SAME;
}
function distance(one, other) {
	let apart = 0;
	let all = 0;
	for (const side of ["base", "head"]) one[side].forEach((value, pair) => {
		const twin = other[side][pair] ?? 0;
		apart += Math.abs(value - twin);
		all += value + twin;
	});
	return all > 0 ? apart / all : 0;
}
export { sum as _, estimationWarning as a, meanOf as c, gammaln as d, linearRegression as f, sampleVariance as g, median as h, costPerRequest as i, plus as l, mean as m, gatherEvidence as n, changeOf as o, linearRegressionLine as p, isWide as r, differences as s, testedAccounts as t, weightedMean as u };
