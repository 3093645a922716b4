/**
 * A message of the OTLP profiles protocol, `opentelemetry.proto.profiles.v1development` as of version
 * 0.3.0 of its Go module, the one that Pyroscope takes. Numbers called `…Index` point into tables of
 * the dictionary and are not checked yet.
 * https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/profiles/v1development/profiles.proto
 */
export interface OtlpMessage {
  readonly dictionary: OtlpDictionary;
  readonly profiles: readonly OtlpProfile[];
}

export interface OtlpDictionary {
  readonly strings: string[];
  readonly mappings: OtlpMapping[];
  readonly functions: OtlpFunction[];
  readonly locations: OtlpLocation[];
  /** Rows of `locations`, leaf first. */
  readonly stacks: (readonly number[])[];
  readonly attributes: OtlpAttribute[];
}

export interface OtlpMapping {
  fileIndex: number;
}

export interface OtlpFunction {
  nameIndex: number;
  systemNameIndex: number;
  fileIndex: number;
  startLine: number;
}

export interface OtlpLocation {
  mappingIndex: number;
  /** Innermost inlined function first; none when nothing knows its symbol. */
  readonly lines: OtlpLine[];
}

export interface OtlpLine {
  functionIndex: number;
  line: number;
}

export interface OtlpAttribute {
  keyIndex: number;
  /** Empty when it is no text. */
  value: string;
}

export interface OtlpValueType {
  typeIndex: number;
  unitIndex: number;
}

export interface OtlpProfile {
  /** Text attributes of the resource that was profiled. Untrusted. */
  readonly resource: Readonly<Record<string, string>>;
  /** Name of the instrumentation scope: who profiled. Untrusted. */
  readonly scope: string;
  sampleType: OtlpValueType;
  readonly samples: OtlpSample[];
  /** Nanoseconds since the epoch, rounded; 0 when unknown. */
  timeNanos: number;
  durationNanos: number;
  periodType: OtlpValueType;
  period: number;
}

export interface OtlpSample {
  stackIndex: number;
  readonly attributeIndices: number[];
  readonly values: number[];
  /** How many times it was seen, where it lists them. */
  timestamps: number;
}
