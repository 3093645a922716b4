import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Repository } from './state.ts';

export type EventPayload = Readonly<Record<string, unknown>>;

/** Files in `fixtures/github/events`. */
export type EventFile =
  | 'pull-request'
  | 'merge-group'
  | 'workflow-run'
  | 'workflow-dispatch'
  | 'push'
  | 'schedule';

const FIXTURES = new URL('../../../fixtures/github/', import.meta.url);

/** Repositories that the payloads were recorded in. */
const RECORDED_IN = /Codertocat\/Hello-World|octo-org\/octo-repo/g;

/** A recorded payload as it would come from another repository. */
export function recordedEvent(file: EventFile, repository: Repository): EventPayload {
  const text = readFileSync(new URL(`events/${file}.json`, FIXTURES), 'utf8');
  const moved = text.replace(RECORDED_IN, `${repository.owner}/${repository.name}`);
  return JSON.parse(moved, (_, node) => (isRepository(node) ? here(node, repository) : node));
}

/** The object in a field of a payload. */
export function part(payload: EventPayload, field: string): EventPayload {
  const value = payload[field];
  if (!isObject(value)) throw new Error(`there is no object in ${field}`);
  return value;
}

/** What of an event GitHub's own description of it does not allow. */
export function eventViolations(file: EventFile, payload: EventPayload): readonly string[] {
  descriptions ??= readDescriptions();
  const validate = descriptions.getSchema(`webhooks#/webhooks/${file}`);
  if (validate === undefined) return [`GitHub describes no ${file}`];
  validate(payload);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

let descriptions: Ajv | undefined;

function readDescriptions(): Ajv {
  const text = readFileSync(new URL('webhooks.json', FIXTURES), 'utf8');
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.addSchema(JSON.parse(text), 'webhooks');
}

function here(recorded: EventPayload, { id, owner, name, private: hidden }: Repository) {
  return {
    ...recorded,
    id,
    name,
    private: hidden,
    owner: { ...part(recorded, 'owner'), login: owner },
    // The rest is said of a whole repository only. The first field is newer than the recordings, and one of them
    // has an empty text for its homepage, which is no URI.
    ...('default_branch' in recorded && {
      has_discussions: false,
      homepage: null,
      default_branch: 'main',
      visibility: hidden ? 'private' : 'public',
    }),
  };
}

function isRepository(node: unknown): node is EventPayload {
  return isObject(node) && 'full_name' in node;
}

function isObject(value: unknown): value is EventPayload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
