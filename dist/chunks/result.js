// src/report/result.ts
const WHOLE_PROGRAM = "(whole program)";
export { WHOLE_PROGRAM as t };
