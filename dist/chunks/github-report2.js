export { r as tellGitHub } from "./github-report.js";
