export { i as sealOf } from "./seal.js";
