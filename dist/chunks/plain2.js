export { t as plain } from "./plain.js";
