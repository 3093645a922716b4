// src/config/aspects.ts
const ASPECTS = [
	"cpu",
	"cores",
	"memory",
	"system",
	"runtime",
	"sampling",
	"losses",
	"symbols"
];
export { ASPECTS as t };
