import { serve } from './pool.ts';
import { type Tallies, type Task, Workbench } from './work.ts';

const workbench = new Workbench();
serve<Task, Tallies>(process, (task) => workbench.run(task));
