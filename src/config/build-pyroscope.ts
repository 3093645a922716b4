import type { PyroscopeConfig, PyroscopeSide } from './config.ts';
import { parseHeader } from './headers.ts';
import type { OptionName } from './options.ts';
import { urlOf } from './url.ts';
import type { OptionValues } from './values.ts';
import { parseWindow, type Window } from './window.ts';

/** The server, who asks, and what of both sides; problems are collected. */
export function pyroscopeConfig(values: OptionValues): PyroscopeConfig {
  if (
    (values.text('base-requests') === undefined) !==
    (values.text('head-requests') === undefined)
  ) {
    values.problem('base-requests', 'and head-requests only say something together');
  }
  return {
    url: urlOf(values, 'pyroscope-url'),
    tenant: values.text('pyroscope-tenant'),
    user: values.text('pyroscope-user'),
    password: values.text('pyroscope-password'),
    token: values.text('pyroscope-token'),
    headers: headersOf(values),
    base: sideOf(values, 'base'),
    head: sideOf(values, 'head'),
    slices: values.integer('slices'),
  };
}

/** A line that is wrong is not repeated: it may hold a secret. */
function headersOf(values: OptionValues): Readonly<Record<string, string>> {
  const headers = values.lines('pyroscope-headers').map(parseHeader);
  if (headers.includes(undefined)) {
    values.problem('pyroscope-headers', 'must be lines like X-Gateway-Key: 1234');
  }
  return Object.fromEntries(headers.filter((header) => header !== undefined));
}

function sideOf(values: OptionValues, side: 'base' | 'head'): PyroscopeSide {
  const own = values.text(`${side}-selector`);
  const ref = values.text(side);
  if (own === undefined && ref === undefined) {
    values.problem(`${side}-selector`, `is missing, or a ref for ${side}`);
  }
  return {
    selector: (own ?? values.defaulted('selector')).replaceAll('{service}', serviceText(values)),
    ref,
    requests: values.optionalNumber(`${side}-requests`),
    ...windowOf(values, `${side}-window`),
  };
}

/** The service as it stands between the quotes of a selector. */
function serviceText(values: OptionValues): string {
  return JSON.stringify(values.defaulted('service')).slice(1, -1);
}

function windowOf(values: OptionValues, name: OptionName): Window {
  const text = values.required(name);
  const parsed = text === '' ? NO_WINDOW : parseWindow(text);
  if (typeof parsed !== 'string') return parsed;
  values.problem(name, parsed);
  return NO_WINDOW;
}

/** In place of one that is missing or wrong, which was told. */
const NO_WINDOW: Window = { from: 0, until: 1 };
