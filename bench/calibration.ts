import { calibrate } from './calibration/command.ts';

/** Whether p-values are uniform and intervals hold the truth: see calibration/README.md. */
process.exitCode = await calibrate(process);
