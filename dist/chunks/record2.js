export { t as plan, n as recordRounds } from "./record.js";
