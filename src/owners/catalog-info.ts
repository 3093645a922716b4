import { parseAllDocuments } from 'yaml';
import { asJsonObject, type JsonObject } from '../profiles/json-fields.ts';
import { isMention } from '../text/mention.ts';

/** What GitHub calls a group or user of Backstage, where an annotation says it. */
const TEAM = 'github.com/team-slug';
const LOGIN = 'github.com/user-login';

/** Documents of a catalogue file that are looked at; more is no description of a service. */
const MAX_DOCUMENTS = 100;

/** What Backstage's catalogue file says of a service. */
export interface CatalogOwner {
  /** `@acme/search`, or as the file says it: `group:default/search`. Untrusted. */
  readonly owner: string | undefined;
  /** Why there is none though there is a file, in a sentence. May contain untrusted text. */
  readonly problem: string | undefined;
}

/**
 * The owner in `catalog-info.yaml`: `spec.owner` of the component that is named like the service, or of the only
 * one. It is mentioned where an annotation says what GitHub calls it: `github.com/team-slug` or
 * `github.com/user-login` on the component itself, or on the group or user where the file describes them.
 */
export function catalogOwner(text: string, service: string): CatalogOwner {
  const entities = entitiesOf(text);
  if (entities === undefined) return refused('catalog-info.yaml is not YAML');
  const components = entities.filter(({ kind }) => kind === 'Component');
  const named = components.filter(({ name }) => name === service);
  const [component, ...others] = named.length > 0 ? named : components;
  if (component === undefined) return refused('catalog-info.yaml describes no component');
  if (others.length > 0) {
    return refused(`catalog-info.yaml has several components, and not one named ${service}`);
  }
  const reference = referenceOf(component.spec.owner);
  if (reference === undefined) return refused('the component in catalog-info.yaml has no owner');
  const described = entities.find(
    ({ kind, name }) => (kind === 'Group' || kind === 'User') && isNamed(reference, kind, name),
  );
  const mention = [component, described].map(mentionOf).find((found) => found !== undefined);
  return { owner: mention ?? reference, problem: undefined };
}

function refused(problem: string): CatalogOwner {
  return { owner: undefined, problem };
}

interface Entity {
  readonly kind: string;
  readonly name: string;
  readonly annotations: JsonObject;
  readonly spec: JsonObject;
}

/** Undefined when the text is no YAML. */
function entitiesOf(text: string): Entity[] | undefined {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  const entities: Entity[] = [];
  for (const document of documents.slice(0, MAX_DOCUMENTS)) {
    if (document.errors.length > 0) return undefined;
    const value = asJsonObject(document.toJS({ maxAliasCount: 10 }));
    if (value === undefined) continue;
    const metadata = asJsonObject(value.metadata) ?? {};
    entities.push({
      kind: textOf(value.kind),
      name: textOf(metadata.name),
      annotations: asJsonObject(metadata.annotations) ?? {},
      spec: asJsonObject(value.spec) ?? {},
    });
  }
  return entities;
}

/** An owner is `search`, `group:search`, `group:acme/search`, or an object of the three. */
function referenceOf(owner: unknown): string | undefined {
  const parts = asJsonObject(owner);
  if (parts === undefined) return textOf(owner).trim() || undefined;
  const name = textOf(parts.name);
  if (name === '') return undefined;
  const namespace = textOf(parts.namespace);
  const kind = textOf(parts.kind).toLowerCase();
  return `${kind === '' ? '' : `${kind}:`}${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** Names are compared without regard to case, as the catalogue does; without a kind a group is meant. */
function isNamed(reference: string, kind: string, name: string): boolean {
  const [, wantedKind = 'group', wanted = ''] =
    /^(?:(\w{1,100}):)?(?:[^/]{0,200}\/)?(.{1,200})$/su.exec(reference) ?? [];
  return (
    wantedKind.toLowerCase() === kind.toLowerCase() && wanted.toLowerCase() === name.toLowerCase()
  );
}

function mentionOf(entity: Entity | undefined): string | undefined {
  const slug = textOf(entity?.annotations[TEAM]) || textOf(entity?.annotations[LOGIN]);
  const mention = `@${slug.replace(/^@/u, '')}`;
  return isMention(mention) ? mention : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
