import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** What our extract of GitHub's OpenAPI description looks like, as far as it is read here. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-example'?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
}

/** An operation that a request was matched with. */
export interface Matched {
  readonly id: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly violations: (query: URLSearchParams, body: unknown) => string[];
  readonly replyViolations: (status: number, body: unknown) => string[];
}

const EXTRACT = new URL('../../../fixtures/github/openapi.json', import.meta.url);

/** Replies that any operation may give although its description leaves them out. */
const ANY_OPERATION = new Set([401, 403, 404, 410, 422, 429, 500, 502, 503]);

let shared: OpenApi | undefined;

/** The one validator; it takes a while to build and does not change. */
export function openApi(): OpenApi {
  shared ??= new OpenApi();
  return shared;
}

/** GitHub's description of its REST API as a validator of requests and of replies. */
class OpenApi {
  readonly #description: Description;
  readonly #ajv: Ajv;
  readonly #validators = new Map<string, ValidateFunction>();

  constructor() {
    this.#description = JSON.parse(readFileSync(EXTRACT, 'utf8'), withNull);
    // OpenAPI has keywords that JSON schema does not know.
    this.#ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(this.#ajv);
    this.#ajv.addSchema(this.#description, 'github');
  }

  /** GitHub's own example of a successful reply. @throws Error when the extract has none */
  example(id: string): Record<string, unknown> {
    for (const methods of Object.values(this.#description.paths)) {
      for (const operation of Object.values(methods)) {
        const example = operation['x-example'];
        if (operation.operationId === id && isRecord(example)) return structuredClone(example);
      }
    }
    throw new Error(`fixtures/github/openapi.json has no example for ${id}`);
  }

  /** The operation of a method and a path; undefined when GitHub (or our extract of it) has none. */
  match(method: string, path: string): Matched | undefined {
    for (const [template, methods] of Object.entries(this.#description.paths)) {
      const parameters = matchPath(template, path);
      const operation = methods[method.toLowerCase()];
      if (parameters === undefined || operation === undefined) continue;
      const pointer = `github#/paths/${pointerPart(template)}/${method.toLowerCase()}`;
      return {
        id: operation.operationId,
        parameters,
        violations: (query, body) => [
          ...this.#parameterViolations(operation, pointer, parameters, query),
          ...this.#bodyViolations(operation, pointer, body),
        ],
        replyViolations: (status, body) => this.#replyViolations(operation, pointer, status, body),
      };
    }
    return undefined;
  }

  #parameterViolations(
    operation: OperationObject,
    pointer: string,
    path: Readonly<Record<string, string>>,
    query: URLSearchParams,
  ): string[] {
    const found: string[] = [];
    const known = new Set<string>();
    for (const [index, entry] of (operation.parameters ?? []).entries()) {
      const parameter = this.#parameter(entry);
      const at = '$ref' in entry ? `github${entry.$ref}` : `${pointer}/parameters/${index}`;
      const text = parameter.in === 'path' ? path[parameter.name] : query.get(parameter.name);
      if (parameter.in === 'query') known.add(parameter.name);
      if (text === null || text === undefined) {
        if (parameter.required)
          found.push(`${parameter.in} parameter ${parameter.name} is missing`);
      } else {
        const readings = /^\d+$/.test(text) ? [text, Number(text)] : [text];
        if (!readings.some((reading) => this.#check(`${at}/schema`, reading).length === 0)) {
          found.push(`${parameter.in} parameter ${parameter.name}=${text} has the wrong type`);
        }
      }
    }
    for (const name of query.keys()) if (!known.has(name)) found.push(`no query parameter ${name}`);
    return found;
  }

  #parameter(entry: Parameter | { readonly $ref: string }): Parameter {
    if (!('$ref' in entry)) return entry;
    const parameter = this.#description.components.parameters[entry.$ref.split('/').at(-1) ?? ''];
    if (parameter === undefined) throw new Error(`${entry.$ref} is not in the extract`);
    return parameter;
  }

  #bodyViolations(operation: OperationObject, pointer: string, body: unknown): string[] {
    if (operation.requestBody === undefined) {
      return body === undefined ? [] : ['a body, but the operation takes none'];
    }
    if (!isRecord(body)) return ['the body is no JSON object'];
    const known = propertyNames(operation.requestBody);
    const unknown = Object.keys(body).filter((name) => !known.has(name));
    return [
      ...unknown.map((name) => `no body property ${name}`),
      ...this.#check(`${pointer}/requestBody/content/application~1json/schema`, body),
    ];
  }

  #replyViolations(
    operation: OperationObject,
    pointer: string,
    status: number,
    body: unknown,
  ): string[] {
    const response = operation.responses[status];
    if (response === undefined) {
      if (!ANY_OPERATION.has(status)) return [`${operation.operationId} never answers ${status}`];
      const kind = status === 422 ? 'validation-error' : 'basic-error';
      return this.#check(`github#/components/schemas/${kind}`, body);
    }
    const at = reference(response) ?? `${pointer}/responses/${status}`;
    const hasContent = status !== 204 && status !== 304;
    if (!hasContent) return body === undefined ? [] : [`${status} with a body`];
    return this.#check(`${at}/content/application~1json/schema`, body);
  }

  /** What is wrong with `value` under the schema at `pointer`. */
  #check(pointer: string, value: unknown): string[] {
    let validate = this.#validators.get(pointer);
    if (validate === undefined) {
      validate = this.#ajv.compile({ $ref: pointer.replace(/[{}]/g, encodeURIComponent) });
      this.#validators.set(pointer, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map((e) => `${e.instancePath || 'the body'} ${e.message}`);
  }
}

/** JSON schema's way to say OpenAPI's `nullable`; a reviver of JSON.parse. */
function withNull(_key: string, node: unknown): unknown {
  if (!isRecord(node) || node.nullable !== true) return node;
  const { nullable: _, ...schema } = node;
  return { anyOf: [schema, { type: 'null' }] };
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined && value !== '') parameters[name] = value;
    else if (part !== value) return undefined;
  }
  return parameters;
}

/** Every property that a request body's schema, or a branch of it, names. */
function propertyNames(node: unknown): Set<string> {
  if (!isRecord(node)) return new Set();
  const own = isRecord(node.properties) ? Object.keys(node.properties) : [];
  const branches = [node.anyOf, node.oneOf, node.allOf].flat();
  const media = isRecord(node.content) ? node.content['application/json'] : undefined;
  const below = [media, node.schema, ...branches].flatMap((next) => [...propertyNames(next)]);
  return new Set([...own, ...below]);
}

function reference(node: unknown): string | undefined {
  return isRecord(node) && typeof node.$ref === 'string' ? `github${node.$ref}` : undefined;
}

function pointerPart(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
