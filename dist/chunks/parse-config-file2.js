export { t as parseConfigFile } from "./parse-config-file.js";
