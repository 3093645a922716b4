import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Given, GivenValues } from '../given.ts';
import { unknownName } from '../nearest.ts';
import type { ItemSpec, OptionSpec } from '../options/spec.ts';
import { OPTIONS, type OptionName } from '../options.ts';
import { Problems } from '../problems.ts';
import { type ConfigFile, SERVICE_NAME } from './config-file.ts';
import { type Node, YamlText } from './yaml-text.ts';

/** Where the file holds its services; all other names are options. */
const SERVICES = 'services';

type FileOption = OptionSpec & { readonly name: OptionName };

/** The options that may stand in the file. */
const FILE_OPTIONS: readonly FileOption[] = OPTIONS.filter(
  (option: OptionSpec) => option.file !== undefined,
);

/**
 * Reads the text of a configuration file.
 * @param name of the file, for messages
 * @throws FlamegateError of kind `usage` that names every problem with its line and column
 */
export function parseConfigFile(text: string, name: string): ConfigFile {
  const problems = new Problems();
  const yaml = new YamlText(text, name, problems);
  const file = new FileReader(yaml).file(name);
  problems.finish(HINT);
  return file;
}

const HINT =
  'Settings are described in docs/configuration.md, and for editors in docs/flamegate.schema.json.';

/** Turns the nodes of the file into texts by option. */
class FileReader {
  readonly #yaml: YamlText;

  constructor(yaml: YamlText) {
    this.#yaml = yaml;
  }

  file(name: string): ConfigFile {
    const settings = new Map<OptionName, readonly Given[]>();
    const services = new Map<string, GivenValues>();
    for (const [key, node, pair] of this.#entries(this.#yaml.root, 'the file')) {
      if (key === SERVICES) {
        for (const [service, own] of this.#services(node)) services.set(service, own);
      } else this.#read(key, node, pair, settings, [SERVICES, ...namesOf(FILE_OPTIONS)]);
    }
    return { name, settings: services.size > 0 ? shared(settings) : settings, services };
  }

  *#services(node: Node): Generator<readonly [string, GivenValues]> {
    const all = this.#entries(node, SERVICES);
    if (all.length === 0) this.#yaml.problem(node, 'names no service', SERVICES);
    for (const [service, own, { key }] of all) {
      if (!SERVICE_NAME.test(service)) {
        this.#yaml.problem(
          key,
          'is no name: letters, digits and . _ - / @ can be in one',
          `“${service}”`,
        );
      }
      const values = new Map<OptionName, readonly Given[]>();
      const path = `${SERVICES}.${service}`;
      for (const [name, value, pair] of this.#entries(own, path)) {
        const known = FILE_OPTIONS.filter((option) => option.file === 'service');
        const option = FILE_OPTIONS.find((one) => one.name === name);
        if (option?.file === 'gate') {
          this.#yaml.problem(pair.key, 'is of the whole gate: move it to the top', name);
        } else this.#read(name, value, pair, values, namesOf(known));
      }
      yield [service, values];
    }
  }

  #read(
    key: string,
    node: Node,
    pair: Pair<Node, Node>,
    values: Map<OptionName, readonly Given[]>,
    known: readonly string[],
  ): void {
    const option = FILE_OPTIONS.find(({ name }) => name === key && known.includes(name));
    if (option === undefined) this.#yaml.problem(pair.key, unknownName(key, known), `“${key}”`);
    else values.set(option.name, this.#valuesOf(option, node, pair));
  }

  #valuesOf(option: FileOption, node: Node, pair: Pair<Node, Node>): readonly Given[] {
    const resolved = this.#yaml.resolved(node);
    if (resolved === undefined) return [];
    if (option.item?.pair !== undefined) return this.#pairs(option, option.item.pair, resolved);
    if (option.kind === 'lines' && isSeq(resolved)) {
      return resolved.items.flatMap((item) => this.#item(option, item as Node));
    }
    const text = isScalar(resolved) ? this.#yaml.textOf(resolved) : undefined;
    if (text !== undefined) return [{ text, place: this.#yaml.place(resolved, option.name) }];
    const isEmpty = resolved === null || isScalar(resolved);
    const what = option.kind === 'lines' ? 'must be a list' : 'must be a single value';
    this.#yaml.problem(isEmpty ? pair.key : resolved, isEmpty ? 'has no value' : what, option.name);
    return [];
  }

  /** A mapping as the items that it stands for. */
  #pairs(
    { name }: FileOption,
    { key, value }: NonNullable<ItemSpec['pair']>,
    node: Node,
  ): readonly Given[] {
    return this.#entries(node, name).map(([own, content, pair]) => {
      const place = this.#yaml.place(pair.key, `${name}: “${own}”`);
      const fields = new Map([[value, this.#yaml.place(content ?? pair.key, `${name}: “${own}”`)]]);
      return {
        text: JSON.stringify({ [key]: own, [value]: this.#yaml.dataOf(content) }),
        place,
        fields,
      };
    });
  }

  #item({ name, item }: FileOption, node: Node): readonly Given[] {
    const resolved = this.#yaml.resolved(node);
    if (resolved === undefined) return [];
    const place = this.#yaml.place(node, name);
    const text = isScalar(resolved) ? this.#yaml.textOf(resolved) : undefined;
    if (text !== undefined) return [{ text, place }];
    if (item !== undefined && isMap(resolved)) {
      const known = Object.keys(item.fields);
      const fields = new Map<string, string>();
      for (const [key, value, pair] of this.#entries(resolved, name)) {
        fields.set(key, this.#yaml.place(value ?? pair.key, `${name}: ${key}`));
        if (known.includes(key)) continue;
        this.#yaml.problem(pair.key, unknownName(key, known), `${name}: “${key}”`);
      }
      return [{ text: JSON.stringify(this.#yaml.dataOf(resolved) ?? {}), place, fields }];
    }
    this.#yaml.problem(
      node,
      item === undefined ? 'must be a text' : 'must be a text or a mapping',
      name,
    );
    return [];
  }

  /** Keys with their values; a problem when it is no mapping. Nothing at all is an empty one. */
  #entries(node: Node, what: string): readonly (readonly [string, Node, Pair<Node, Node>])[] {
    const resolved = this.#yaml.resolved(node);
    if (resolved === undefined || resolved === null) return [];
    if (isScalar(resolved) && resolved.value === null) return [];
    if (!isMap(resolved)) {
      this.#yaml.problem(node, 'must be a mapping', what);
      return [];
    }
    return (resolved as YAMLMap<Node, Node>).items.map((pair) => [
      isScalar(pair.key) ? String(pair.key.value) : '',
      pair.value,
      pair,
    ]);
  }
}

function shared(settings: GivenValues): GivenValues {
  const all = [...settings].map(
    ([name, given]) => [name, given.map((one) => ({ ...one, isShared: true as const }))] as const,
  );
  return new Map(all);
}

function namesOf(options: readonly FileOption[]): readonly string[] {
  return options.map(({ name }) => name);
}
