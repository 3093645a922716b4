// src/config/waivers.ts
function dayOf(time) {
	return time.toISOString().slice(0, 10);
}
function isExpired(expires, now) {
	return expires < dayOf(now);
}
function isDay(text) {
	if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}
export { isDay as n, isExpired as r, dayOf as t };
