// src/profiles/decode/messages.ts
function readFields(reader, visit) {
	while (reader.more()) {
		const tag = reader.tag();
		visit(tag >>> 3, tag);
	}
}
function readMessage(reader, messageTag, visit) {
	const outer = reader.enter(messageTag);
	readFields(reader, visit);
	reader.leave(outer);
}
function readText(reader, tag) {
	return Buffer.from(reader.bytes(tag)).toString("utf8");
}
function readIntegers(reader, tag, into) {
	if ((tag & 7) === 0) {
		into.push(reader.int64(tag));
		return;
	}
	const outer = reader.enter(tag);
	while (reader.more()) into.push(reader.int64(0));
	reader.leave(outer);
}
export { readText as i, readIntegers as n, readMessage as r, readFields as t };
