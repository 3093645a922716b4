import type { DoctorConfig } from '../config/config.ts';
import type { Diagnosis } from '../doctor/checks.ts';
import { renderDiagnosis } from '../doctor/terminal.ts';
import { EXIT } from '../errors.ts';
import { jsonText } from '../report/json.ts';
import { writeReport } from './files.ts';

/** Columns when the terminal does not say. */
const DEFAULT_COLUMNS = 80;

/** Shows the diagnosis, writes the file asked for, and returns the exit code. */
export async function tellDiagnosis(
  diagnosis: Diagnosis,
  { json }: DoctorConfig,
  process: NodeJS.Process,
): Promise<number> {
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? 'on' : 'off';
  const width = process.stdout.columns ?? DEFAULT_COLUMNS;
  process.stdout.write(`\n${renderDiagnosis(diagnosis, { colour, width })}`);
  if (json !== undefined) await writeReport(process.cwd(), json, jsonText(diagnosis));
  return diagnosis.verdict === 'broken' ? EXIT.measurement : EXIT.pass;
}
