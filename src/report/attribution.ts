import type { Attribution, Way } from '../compare/attribution.ts';
import type { FindingChange } from './result.ts';

/** What a comparison knows of a finding and the change, for the model. */
export function toFindingChange(attribution: Attribution | undefined): FindingChange | null {
  if (attribution === undefined) return null;
  return { mark: attribution.mark, because: because(attribution.way) };
}

/** A sentence without a full stop that goes on after a function's name. */
function because(way: Way): string {
  switch (way.by) {
    case 'lines':
      return `lines of it changed in ${way.path}`;
    case 'file':
      return `other lines of ${way.path} changed`;
    case 'package':
      return `it lies in ${way.name} or what depends on that, and its version changed`;
    case 'calls':
      return `it calls ${way.name}, which changed`;
    case 'called':
      return `${way.name}, which changed, calls it`;
    case 'shared caller':
      return `${way.name} calls both it and what changed`;
    case 'imports':
      return `its file and ${way.path}, which changed, are connected by what they load`;
    case 'everything':
      return `${way.path} changed, which may concern everything`;
    case 'unseen':
      return `${way.name} changed, and no profile shows who calls it`;
    case 'unknown':
      return 'nothing says where it lies';
    case 'nothing':
      return 'no way leads from the change to it';
  }
}

/** The mark, as it follows a verdict in a table: `, touched by the change`; nothing where none is known. */
export function markWords({ change }: { readonly change: FindingChange | null }): string {
  switch (change?.mark) {
    case 'touched':
      return ', touched by the change';
    case 'reachable':
      return ', reachable from the change';
    case 'unrelated':
      return ', out of the change’s reach';
    case undefined:
      return '';
  }
}
