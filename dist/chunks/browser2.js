export { t as parse } from "./browser.js";
