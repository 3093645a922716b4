import type { Annotation } from './command-log.ts';
import type { WorkflowCommand } from './commands.ts';
import type { Orphan } from './orphans.ts';
import type { StepSettings } from './runner-environment.ts';

/** A step that uses an action. */
export interface StepOptions extends StepSettings {
  /** Folder with the action.yml. */
  readonly action: string;
  /** The step's `with`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The step's `env`; here it can also replace what the runner sets, to be another runner. */
  readonly env?: Readonly<Record<string, string>>;
  /** Secrets of the repository, which GitHub hides in the log. */
  readonly secrets?: readonly string[];
  /** The Node that runs the action; the one of the tests by default. */
  readonly node?: string;
  /** Milliseconds after which the step is killed and the test fails; two minutes by default. */
  readonly timeoutMs?: number;
  /** Milliseconds that the runner waits on the way to a kill; its own values by default. */
  readonly patience?: Partial<Patience>;
}

/** The runner's waits (actions/runner, `ProcessInvoker.cs`). */
export interface Patience {
  /** From SIGINT to SIGTERM. */
  readonly interruptMs: number;
  /** From SIGTERM to SIGKILL. */
  readonly terminateMs: number;
  /** From the end of the process to the end of its output, which a child may hold open. */
  readonly outputMs: number;
}

/** A finished step. */
export interface ActionRun {
  readonly conclusion: 'success' | 'failure';
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables that the step gives to later ones through GITHUB_ENV. */
  readonly exported: Readonly<Record<string, string>>;
  /** Markdown, secrets hidden; empty when the runner dropped it. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** How many more there were than GitHub keeps. */
  readonly annotationsDropped: number;
  readonly groups: readonly string[];
  /** Commands that the runner obeyed. */
  readonly commands: readonly WorkflowCommand[];
  /** Those among them that no action writes on purpose. */
  readonly forged: readonly WorkflowCommand[];
  /** Commands that came while commands were stopped. */
  readonly ignored: readonly WorkflowCommand[];
  /** The log as GitHub shows it. */
  readonly log: string;
  /** The log before secrets were hidden, without the commands that name them: no secret may be in here. */
  readonly unmasked: string;
  /** Processes that the step left behind; they are ended. */
  readonly orphans: readonly Orphan[];
  /** The output was still open long after the process had ended. */
  readonly outputHeldOpen: boolean;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** Removes `temp`. */
  dispose(): Promise<void>;
}

/** A step under way. */
export interface RunningAction {
  readonly pid: number;
  readonly temp: string;
  /** Resolves once the log holds the text; rejects when the step ends without it. */
  logged(text: string): Promise<void>;
  /** A signal to the process, not to its children. */
  kill(signal: NodeJS.Signals): void;
  /** Somebody cancels the job: SIGINT, then SIGTERM, then SIGKILL. */
  cancel(): Promise<ActionRun>;
  readonly finished: Promise<ActionRun>;
}
