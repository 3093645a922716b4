import { parseCommand, REGISTERED, type WorkflowCommand } from './commands.ts';
import { Masks } from './masks.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title: string | undefined;
  /** As given. */
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** Annotations of one level that are kept of a step, and characters of a message (`ExecutionContext.cs`). */
const KEPT_PER_LEVEL = 10;
const MESSAGE_LENGTH = 4096;

/** Commands that the toolkit no longer writes, and those in the old form, come from somebody else's text. */
const NEVER_WRITTEN = new Set(['set-output', 'save-state', 'set-env', 'add-path', 'add-matcher']);

/** Refused unless a workflow allows them, which ours never does. */
const REFUSED = new Set(['set-env', 'add-path']);

/** A step's output as the runner takes it in: line by line, commands obeyed, secrets hidden. */
export class CommandLog {
  readonly masks = new Masks();
  /** What GitHub shows, at most ten of a level. */
  readonly annotations: Annotation[] = [];
  annotationsDropped = 0;
  /** Obeyed, in order. */
  readonly commands: WorkflowCommand[] = [];
  /** Read while commands were stopped. */
  readonly ignored: WorkflowCommand[] = [];
  readonly groups: string[] = [];
  /** From the dead `set-output` command. */
  readonly outputs = new Map<string, string>();
  /** A command that could not be obeyed fails the step. */
  readonly errors: string[] = [];
  readonly #shown: string[] = [];
  readonly #printed: string[] = [];
  readonly #names = new Set(REGISTERED);
  #stopToken: string | undefined;

  /** One line without its end. */
  take(line: string): void {
    const command = parseCommand(line, this.#names);
    if (command?.name !== 'add-mask' || this.#stopToken !== undefined) this.#printed.push(line);
    if (command === undefined) {
      this.#show(line);
    } else if (this.#stopToken !== undefined) {
      this.#whileStopped(command, line);
    } else {
      this.commands.push(command);
      this.#obey(command, line);
    }
  }

  /** A remark of the runner itself. */
  remark(level: AnnotationLevel, message: string): void {
    this.#annotate({ level, message, title: undefined, file: undefined, line: undefined });
  }

  /** Commands that no part of the toolkit writes: untrusted text reached the log unescaped. */
  get forged(): WorkflowCommand[] {
    return this.commands.filter(({ syntax, name }) => syntax === '##[' || NEVER_WRITTEN.has(name));
  }

  /** As GitHub shows it. */
  get text(): string {
    return this.#shown.join('\n');
  }

  /** Every line as it was printed, without the commands that hand a secret to the runner. */
  get unmasked(): string {
    return this.#printed.join('\n');
  }

  #whileStopped(command: WorkflowCommand, line: string): void {
    this.#show(line);
    if (command.name !== this.#stopToken) {
      this.ignored.push(command);
      return;
    }
    this.#names.delete(command.name);
    this.#stopToken = undefined;
  }

  #obey(command: WorkflowCommand, line: string): void {
    const { name, data, properties } = command;
    if (REFUSED.has(name)) {
      this.#refuse(`The ${name} command is disabled.`);
    } else if (name === 'stop-commands') {
      this.#stop(data, line);
    } else if (name === 'error' || name === 'warning' || name === 'notice') {
      this.#annotate(annotation(name, command));
    } else if (name === 'add-mask') {
      if (data.trim() === '') this.remark('warning', 'add-mask needs a value.');
      else this.masks.add(data);
    } else if (name === 'set-output') {
      if (properties.name === undefined) this.#refuse('set-output needs a name.');
      else this.outputs.set(properties.name, data);
    } else if (name === 'group' || name === 'endgroup') {
      if (name === 'group') this.groups.push(data);
      this.#show(`##[${name}]${data}`);
    }
  }

  #stop(token: string, line: string): void {
    const name = token.toLowerCase();
    if (name === '' || name === 'pause-logging' || this.#names.has(name)) {
      this.#refuse(`stop-commands refuses the token "${token}".`);
      return;
    }
    this.#names.add(name);
    this.#stopToken = name;
    if (token.length > 6) this.masks.add(token);
    this.#show(line);
  }

  #refuse(message: string): void {
    this.errors.push(message);
    this.remark('error', message);
  }

  #annotate(given: Annotation): void {
    const message = this.masks.hide(given.message).slice(0, MESSAGE_LENGTH);
    const same = this.annotations.filter(({ level }) => level === given.level);
    if (same.length < KEPT_PER_LEVEL) this.annotations.push({ ...given, message });
    else this.annotationsDropped += 1;
    this.#show(`##[${given.level}]${message}`);
  }

  #show(line: string): void {
    this.#shown.push(this.masks.hide(line));
  }
}

function annotation(level: AnnotationLevel, { data, properties }: WorkflowCommand): Annotation {
  const line = Number.parseInt(properties.line ?? '', 10);
  return {
    level,
    message: data,
    title: properties.title,
    file: properties.file,
    line: Number.isNaN(line) ? undefined : line,
  };
}
