export { t as nameServed } from "./name-served.js";
