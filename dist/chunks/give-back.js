// src/profiles/give-back.ts
function giveBack({ buffer }) {
	if (buffer instanceof ArrayBuffer && "transfer" in buffer) buffer.transfer(0);
}
export { giveBack as t };
