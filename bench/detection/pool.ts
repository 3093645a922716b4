import { type ChildProcess, fork } from 'node:child_process';
import { FlamegateError } from '../../src/errors.ts';

/** Answers of a worker: a result, or why there is none. */
type Answer<Result> = { readonly result: Result } | { readonly failure: string };

/**
 * Gives tasks to processes that run the module `worker`, which calls `serve`. They are processes and no
 * threads, because the loader that runs TypeScript here is not passed on to threads.
 * @param onResult is called for every task, in the order in which they are done
 * @throws FlamegateError of kind `internal` for the first task that fails; all processes are gone then
 */
export async function runPool<Task, Result>(
  worker: URL,
  processes: number,
  tasks: readonly Task[],
  onResult: (task: Task, result: Result) => void,
): Promise<void> {
  const queue = [...tasks];
  const children = Array.from({ length: Math.min(processes, tasks.length) }, () =>
    fork(worker, { serialization: 'advanced' }),
  );
  try {
    await Promise.all(children.map((child) => work(child, queue, onResult)));
  } finally {
    for (const child of children) child.kill();
  }
}

function work<Task, Result>(
  child: ChildProcess,
  queue: Task[],
  onResult: (task: Task, result: Result) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: Task | undefined;
    const next = () => {
      current = queue.shift();
      if (current === undefined) resolve();
      else child.send({ task: current });
    };
    child.on('message', (answer: Answer<Result>) => {
      if ('failure' in answer) reject(new FlamegateError('internal', answer.failure));
      else if (current !== undefined) {
        onResult(current, answer.result);
        next();
      }
    });
    child.on('error', reject);
    child.on('exit', (status) => {
      reject(new FlamegateError('internal', `a worker ended with status ${status}`));
    });
    next();
  });
}

/** Does the tasks that `runPool` sends to this process, until it is ended. */
export function serve<Task, Result>(
  process: NodeJS.Process,
  doTask: (task: Task) => Promise<Result>,
): void {
  process.on('message', ({ task }: { readonly task: Task }) => {
    doTask(task).then(
      (result) => process.send?.({ result }),
      (error: unknown) => {
        const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
        process.send?.({ failure });
      },
    );
  });
}
