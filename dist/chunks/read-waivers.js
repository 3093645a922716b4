import { i as unlessRefused, t as explainTrouble } from "./trouble.js";
import { n as isDay, r as isExpired, t as dayOf } from "./waivers.js";
// src/waivers/ceiling.ts
function ceilingOf(points) {
	const ceiling = Number(points) / 100;
	if (ceiling > 0 && ceiling <= 1) return ceiling;
	return "a waiver accepts more than 0 and at most 100 points";
}
// src/waivers/command.ts
const MAX_LINE = 500;
const FORM = "a waiver is like `/flamegate waive scoreOne 5 points until 2027-01-31: why, #123`";
const COMMAND = /^\/flamegate\s+waive\s+(?:`([^`]+)`|(\S+))\s+(\d+(?:\.\d+)?)(?:\s+points?)?\s+until\s+(\d{4}-\d\d-\d\d)\s*:?\s+(\S.*)$/u;
function parseCommand(line, now) {
	if (!/^\/flamegate\s+waive(?!\S)/u.test(line)) return void 0;
	if (line.length > MAX_LINE) return `a waiver has at most ${MAX_LINE} characters`;
	const match = COMMAND.exec(line.trim());
	if (match === null) return FORM;
	const [, quoted, word, points = "", expires = "", reason = ""] = match;
	const ceiling = ceilingOf(points);
	if (typeof ceiling === "string") return ceiling;
	if (!isDay(expires)) return `there is no day ${expires}; ${FORM}`;
	const issue = /(?:^|\s)(#\d+|https?:\/\/\S+)/u.exec(reason)?.[1];
	return {
		functions: quoted ?? word ?? "",
		ceiling,
		reason,
		issue,
		expires,
		isExpired: isExpired(expires, now)
	};
}
// src/waivers/label.ts
const LABEL_DAYS = 14;
const DAY_MS = 864e5;
const LABEL = /^flamegate:\s*waive\s+(?:`([^`]+)`|(.*\S))\s+(\d+(?:\.\d+)?)(?:\s+points?)?$/u;
function isWaiverLabel(name) {
	return /^flamegate:\s*waive(?!\S)/u.test(name);
}
function parseLabel(name, setAt, now) {
	const match = LABEL.exec(name.trim());
	if (match === null) return "a label that waives is like `flamegate: waive scoreOne 5`";
	const [, quoted, words = "", points = ""] = match;
	const ceiling = ceilingOf(points);
	if (typeof ceiling === "string") return ceiling;
	const expires = dayOf(new Date(setAt.getTime() + LABEL_DAYS * DAY_MS));
	return {
		functions: quoted ?? words,
		ceiling,
		reason: `label “${name}”`,
		issue: void 0,
		expires,
		isExpired: isExpired(expires, now)
	};
}
// src/waivers/visible-lines.ts
const HIDDEN = /<!--[\s\S]*?(?:-->|$)/gu;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/u;
function visibleLines(body) {
	const lines = [];
	let fence = "";
	for (const line of body.replace(HIDDEN, "").split(/\r\n|[\r\n]/u)) {
		const [, mark = "", rest = ""] = FENCE.exec(line) ?? [];
		if (fence !== "") {
			if (mark.startsWith(fence) && rest.trim() === "") fence = "";
		} else if (mark !== "") fence = mark;
		else if (!/^(?: {4}|\t)/u.test(line)) lines.push(line.trim());
	}
	return lines;
}
// src/waivers/find-claims.ts
const MAX_PAGES = 30;
const OWN_COMMENT = /^<!-- flamegate:/u;
async function claimsOfComments(page) {
	const { client, url, now } = page;
	const { items, isCut } = await all(client.paginate.iterator(client.rest.issues.listComments, addressOf(page)));
	const claims = items.flatMap((comment) => {
		const { id, user, body = "", created_at: at, performed_via_github_app: app } = comment;
		const by = personOf(user, app);
		if (by === void 0 || OWN_COMMENT.test(body)) return [];
		return visibleLines(body).flatMap((line) => {
			const asked = parseCommand(line, now);
			return asked === void 0 ? [] : [{
				by,
				url: `${url}#issuecomment-${id}`,
				at,
				asked
			}];
		});
	});
	const text = `Only the first ${items.length} comments were looked through for waivers.`;
	return {
		claims,
		notices: isCut ? [{
			text,
			url: void 0
		}] : []
	};
}
async function claimsOfLabels(page) {
	const { client, url, now } = page;
	const { issues } = client.rest;
	const names = (await all(client.paginate.iterator(issues.listLabelsOnIssue, addressOf(page)))).items.map(({ name }) => name).filter(isWaiverLabel);
	if (names.length === 0) return {
		claims: [],
		notices: []
	};
	const events = await all(client.paginate.iterator(issues.listEvents, addressOf(page)));
	const claims = [];
	const notices = [];
	for (const name of names) {
		const newest = events.items.findLast((event) => event.event === "labeled" && "label" in event && event.label.name === name);
		const event = events.isCut ? void 0 : newest;
		const by = personOf(event?.actor, event?.performed_via_github_app);
		if (event === void 0 || by === void 0) {
			notices.push({
				text: `The label ${name} counts for nothing: no person set it.`,
				url
			});
			continue;
		}
		const asked = parseLabel(name, new Date(event.created_at), now);
		claims.push({
			by,
			url: `${url}#event-${event.id}`,
			at: event.created_at,
			asked
		});
	}
	return {
		claims,
		notices
	};
}
function addressOf({ connection: { owner, repo }, number }) {
	return {
		owner,
		repo,
		issue_number: number,
		per_page: 100
	};
}
async function all(pages) {
	const items = [];
	let count = 0;
	for await (const { data } of pages) {
		count += 1;
		if (count > MAX_PAGES) return {
			items,
			isCut: true
		};
		items.push(...data);
	}
	return {
		items,
		isCut: false
	};
}
function personOf(account, app) {
	return account?.type === "Bot" || app !== null && app !== void 0 || !account ? void 0 : {
		id: account.id,
		login: account.login
	};
}
// src/waivers/settle.ts
const MAX_CLAIMS = 50;
const MAX_PEOPLE = 30;
function boundedClaims({ claims, notices }) {
	const newestFirst = [...claims].reverse().sort((a, b) => a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
	const people = new Set(newestFirst.map(({ by }) => by.id));
	const known = new Set([...people].slice(0, MAX_PEOPLE));
	const kept = newestFirst.filter(({ by }) => known.has(by.id)).slice(0, MAX_CLAIMS);
	if (kept.length === claims.length) return {
		claims: kept,
		notices
	};
	const text = `Only ${kept.length} of ${claims.length} waivers were looked at, the newest of ${known.size} people.`;
	return {
		claims: kept,
		notices: [...notices, {
			text,
			url: void 0
		}]
	};
}
function settle({ claims, notices }, standings) {
	const waivers = [];
	const refused = [];
	for (const claim of claims) {
		const { by, url, asked } = claim;
		if (typeof asked === "string") {
			refused.push({
				text: `A waiver by ${by.login} counts for nothing: ${asked}.`,
				url
			});
			continue;
		}
		const standing = standings.get(by.id) ?? "unknown";
		if (standing === "writes") waivers.push({
			...asked,
			given: {
				by: by.login,
				url
			}
		});
		else refused.push({
			text: `${whose(claim, asked)} counts for nothing: ${WHY[standing]}.`,
			url
		});
	}
	return {
		waivers,
		notices: [...notices, ...refused]
	};
}
const WHY = {
	"does not write": "only who may write to the repository can give one",
	unknown: "GitHub does not say whether they may write to the repository"
};
function whose({ by }, { functions = "" }) {
	return `The waiver of ${functions} by ${by.login}`;
}
// src/waivers/standing.ts
const WRITING = new Set([
	"write",
	"maintain",
	"admin"
]);
const NOT_WRITING = new Set([
	"none",
	"read",
	"triage"
]);
async function standingOf(client, { owner, repo }, token, { id, login }) {
	const reply = await unlessRefused(token, () => client.rest.repos.getCollaboratorPermissionLevel({
		owner,
		repo,
		username: login
	}));
	if (reply === void 0) return "unknown";
	const { permission, role_name: role, user } = reply.data;
	return user?.id === id && WRITING.has(permission) && !NOT_WRITING.has(role) ? "writes" : "does not write";
}
// src/waivers/read-waivers.ts
async function readWaivers(connection, pull, log) {
	const outcome = await connection.attempt((client, talk) => waiversOn({
		...pull,
		client,
		connection
	}, talk));
	if (outcome.state === "failed") return unread(outcome.trouble, log);
	const { waivers, notices } = outcome.value;
	for (const { functions, expires, given } of waivers) log.info(`${given?.by} waives ${functions} until ${expires}: ${given?.url}`);
	for (const { text } of notices) log.warn(text);
	return outcome.value;
}
async function waiversOn(page, { token }) {
	const comments = await claimsOfComments(page);
	const labels = await claimsOfLabels(page);
	const found = boundedClaims({
		claims: [...comments.claims, ...labels.claims],
		notices: [...comments.notices, ...labels.notices]
	});
	return settle(found, await standings(page, token, found.claims));
}
async function standings({ client, connection }, token, claims) {
	const known = new Map();
	for (const { by, asked } of claims) {
		if (typeof asked === "string" || known.has(by.id)) continue;
		known.set(by.id, await standingOf(client, connection, token, by));
	}
	return known;
}
function unread(trouble, log) {
	if (trouble === void 0) return {
		waivers: [],
		notices: []
	};
	const text = `The waivers of the pull request count for nothing: ${explainTrouble(trouble, (said) => `the token may not read them (${said}). ${HINT}`)}`;
	log.warn(text);
	return {
		waivers: [],
		notices: trouble.kind === "refused" ? [] : [{
			text,
			url: void 0
		}]
	};
}
const HINT = "Give the job `permissions: pull-requests: read`, or set `pull-request-waivers: ignore`.";
export { readWaivers };
