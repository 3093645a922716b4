export { t as default } from "./axios.js";
