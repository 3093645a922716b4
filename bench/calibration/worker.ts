import { serve } from '../detection/pool.ts';
import type { CalibrationTally } from './tally.ts';
import { CalibrationBench, type Task } from './work.ts';

const bench = new CalibrationBench();
serve<Task, CalibrationTally>(process, (task) => bench.run(task));
