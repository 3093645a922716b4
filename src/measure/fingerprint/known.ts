/** An object without the fields that are undefined: what is not known is absent. */
export type Known<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Leaves out the fields that are undefined. */
export function known<Fields extends object>(fields: Fields): Known<Fields> {
  const result: Known<Fields> = {};
  for (const key in fields) {
    const value = fields[key];
    if (isDefined(value)) result[key] = value;
  }
  return result;
}

function isDefined<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
