import { readFile } from 'node:fs/promises';
import { actionsLog } from '../../../src/logs/actions-log.ts';
import { touchedByDiff } from '../../../src/plan/touched-lines.ts';
import { Connection } from '../../../src/publish/connection.ts';
import { publishReport } from '../../../src/publish/publish.ts';

/**
 * The script of a test action that does nothing but publish: input `call` names a JSON file with the arguments.
 * The context's paths come from the runner, as in the real Action.
 */
const environment = process.env;
const call = JSON.parse(await readFile(environment.INPUT_CALL ?? '', 'utf8'));
const log = actionsLog(process.stdout);
const runner = {
  output: environment.GITHUB_OUTPUT || undefined,
  summary: environment.GITHUB_STEP_SUMMARY || undefined,
};
const connection = new Connection({
  ...call.connection,
  token: environment['INPUT_GITHUB-TOKEN'],
  signal: new AbortController().signal,
});
const touched = call.diff === undefined ? undefined : touchedByDiff(call.diff);
const context = { ...call.context, connection, touched, runner };
const issue = () => ({ title: 'The title', body: 'The issue.' });
const report = await publishReport(call.report, { ...call.rendering, issue }, context, log);
log.info(`report: ${JSON.stringify(report)}`);
