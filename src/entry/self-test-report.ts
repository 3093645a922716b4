import type { SelfTestConfig } from '../config/config.ts';
import { EXIT } from '../errors.ts';
import { jsonText } from '../report/json.ts';
import type { SelfTestResult } from '../self-test/result.ts';
import { renderSelfTest } from '../self-test/terminal.ts';
import { writeReport } from './files.ts';

/** Columns when the terminal does not say. */
const DEFAULT_COLUMNS = 80;

/** Shows what the self-test came to, writes the file asked for, and returns the exit code. */
export async function tellSelfTest(
  result: SelfTestResult,
  { gate }: SelfTestConfig,
  process: NodeJS.Process,
): Promise<number> {
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? 'on' : 'off';
  const width = process.stdout.columns ?? DEFAULT_COLUMNS;
  process.stdout.write(`\n${renderSelfTest(result, { colour, width })}`);
  const { json } = gate.output;
  if (json !== undefined) await writeReport(process.cwd(), json, jsonText(result));
  return result.verdict === 'sound' ? EXIT.pass : EXIT.regression;
}
