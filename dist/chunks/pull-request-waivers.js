export { t as idleNotices, n as notesOf, r as waiversHere } from "./pull-request-waivers2.js";
