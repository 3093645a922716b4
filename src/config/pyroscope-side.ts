import type { PyroscopeSide } from './config.ts';
import type { OptionName } from './options.ts';
import type { ServiceValues } from './sources.ts';
import type { OptionValues } from './values.ts';
import { parseWindow, type Window } from './window.ts';

/**
 * What of a side is asked of the server; problems are collected.
 * @param now milliseconds since the epoch
 */
export function sideOf(
  { name, values }: ServiceValues,
  side: 'base' | 'head',
  now: number,
): PyroscopeSide {
  const own = values.text(`${side}-selector`);
  if (own === undefined && values.text(side) === undefined) {
    values.problem(`${side}-selector`, `is missing, or a ref for ${side}`);
  }
  return {
    selector: (own ?? values.defaulted('selector')).replaceAll('{service}', quotable(name)),
    requests: values.optionalNumber(`${side}-requests`),
    ...windowOf(values, `${side}-window`, now),
  };
}

/** The service as it stands between the quotes of a selector. */
function quotable(service: string): string {
  return JSON.stringify(service).slice(1, -1);
}

function windowOf(values: OptionValues, name: OptionName, now: number): Window {
  const text = values.required(name);
  const parsed = text === '' ? NO_WINDOW : parseWindow(text, now);
  if (typeof parsed !== 'string') return parsed;
  values.problem(name, parsed);
  return NO_WINDOW;
}

/** In place of one that is missing or wrong, which was told. */
const NO_WINDOW: Window = { from: 0, until: 1 };
