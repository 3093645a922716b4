import { SERVICE_NAME } from './file/config-file.ts';
import { measurePattern } from './measure.ts';
import type { FieldKind, FieldSpec, ItemSpec, OptionSpec } from './options/spec.ts';
import { OPTIONS } from './options.ts';

/** JSON Schema, as far as it is used here: https://json-schema.org/draft-07 */
type Schema = Readonly<Record<string, unknown>>;

const TABLE: readonly OptionSpec[] = OPTIONS;

/** The JSON Schema of `.flamegate.yml`, for editors; made from the table of options. */
export function configSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.flamegate.yml',
    description: 'Configuration of Flamegate. Settings at the top are for every service.',
    type: 'object',
    properties: {
      services: {
        description: 'The services of the repository, by name. Without it there is one.',
        type: 'object',
        minProperties: 1,
        propertyNames: { pattern: SERVICE_NAME.source },
        additionalProperties: { $ref: '#/definitions/service' },
      },
      ...propertiesOf(TABLE.filter(({ file }) => file !== undefined)),
    },
    additionalProperties: false,
    definitions: {
      service: {
        // A service that only has the settings of all.
        type: ['object', 'null'],
        properties: propertiesOf(TABLE.filter(({ file }) => file === 'service')),
        additionalProperties: false,
      },
    },
  };
}

function propertiesOf(options: readonly OptionSpec[]): Schema {
  return Object.fromEntries(options.map((option) => [option.name, propertyOf(option)]));
}

function propertyOf(option: OptionSpec): Schema {
  const { description, default: preset } = option;
  return {
    description,
    ...schemaOf(option),
    ...(preset === undefined ? {} : { default: defaultOf(option, preset) }),
  };
}

function schemaOf({ kind, choices, item, min, max }: OptionSpec): Schema {
  const range = rangeOf(min, max);
  switch (kind) {
    case 'text':
      return { type: ['string', 'number', 'boolean'] };
    case 'choice':
      return { enum: choices };
    case 'switch':
      return { type: 'boolean' };
    case 'integer':
      return { type: 'integer', ...range };
    case 'number':
      return { type: 'number', ...range };
    case 'percent':
    case 'duration':
      return measured(kind, range);
    case 'lines':
      if (item?.pair !== undefined) return pairsOf(item, item.pair);
      if (item !== undefined && item.text === undefined)
        return { type: 'array', items: itemOf(item) };
      return { anyOf: [{ type: 'array', items: itemOf(item) }, { type: 'string' }] };
  }
}

function pairsOf({ fields }: ItemSpec, { value }: NonNullable<ItemSpec['pair']>): Schema {
  const field = fields[value];
  return { type: 'object', additionalProperties: field === undefined ? {} : fieldOf(field) };
}

/** With or without its unit. Ranges can only be told of plain numbers. */
function measured(kind: 'percent' | 'duration', range: Schema): Schema {
  return {
    anyOf: [
      { type: 'number', ...(kind === 'duration' ? { minimum: 0 } : {}), ...range },
      { type: 'string', pattern: measurePattern(kind) },
    ],
  };
}

function itemOf(item: ItemSpec | undefined): Schema {
  if (item === undefined) return { type: ['string', 'number'] };
  const mapping = {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(item.fields).map(([name, field]) => [
        name,
        { description: field.description, ...fieldOf(field) },
      ]),
    ),
    required: Object.entries(item.fields).flatMap(([name, { required }]) =>
      required ? [name] : [],
    ),
    additionalProperties: false,
  };
  return item.text === undefined ? mapping : { anyOf: [{ type: 'string' }, mapping] };
}

function fieldOf({ kind, min, max }: FieldSpec): Schema {
  const range = rangeOf(min, max);
  return FIELDS[kind](range);
}

const TEXT: Schema = { type: 'string', minLength: 1 };

const FIELDS: Readonly<Record<FieldKind, (range: Schema) => Schema>> = {
  text: () => TEXT,
  number: (range) => ({ type: 'number', ...range }),
  percent: (range) => measured('percent', range),
  flag: () => ({ type: 'boolean' }),
  date: () => ({ type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
  texts: () => ({ anyOf: [TEXT, { type: 'array', items: TEXT, minItems: 1 }] }),
  any: () => ({}),
};

function rangeOf(min: number | undefined, max: number | undefined): Schema {
  return {
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  };
}

/** As it would stand in the file. */
function defaultOf({ kind }: OptionSpec, preset: string): unknown {
  if (kind === 'integer' || kind === 'number') return Number(preset);
  if (kind === 'switch') return preset === 'true';
  return kind === 'lines' ? preset.split('\n') : preset;
}
