import { readFile } from 'node:fs/promises';
import { actionsLog } from '../../../src/logs/actions-log.ts';
import { publishResult } from '../../../src/publish/publish.ts';

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
const token = environment['INPUT_GITHUB-TOKEN'];
const { signal } = new AbortController();
const context = { ...call.context, token, runner, signal };
const report = await publishResult(call.result, call.rendering, context, log);
log.info(`report: ${JSON.stringify(report)}`);
