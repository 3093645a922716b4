import type { Finding } from './result.ts';

/** Findings by what a reader does with them; each is in exactly one group, largest change first. */
export interface Groups {
  /** What fails the gate and is not explained by another function: to be fixed. */
  readonly culprits: readonly Finding[];
  /** Rose only because of a function below them. */
  readonly callers: readonly Finding[];
  /** Rose without failing the gate. */
  readonly risen: readonly Finding[];
  /** Rose, and somebody has accepted it for a while. */
  readonly waived: readonly Finding[];
  /** Cost less, or are gone. */
  readonly improvements: readonly Finding[];
  /** Same cost under another name or in another place. */
  readonly moved: readonly Finding[];
}

type Group = keyof Groups;

/** Sorts findings into groups. */
export function groupFindings(findings: readonly Finding[]): Groups {
  const groups: Record<Group, Finding[]> = {
    culprits: [],
    callers: [],
    risen: [],
    waived: [],
    improvements: [],
    moved: [],
  };
  for (const finding of findings) groups[groupOf(finding)].push(finding);
  for (const group of Object.values(groups)) group.sort(byChange);
  return groups;
}

function groupOf(finding: Finding): Group {
  switch (finding.kind) {
    case 'regression':
    case 'new':
      if (!finding.fails && finding.waiver?.state === 'applies') return 'waived';
      if (!finding.culprit && finding.explainedBy !== null) return 'callers';
      return finding.fails ? 'culprits' : 'risen';
    case 'improvement':
    case 'gone':
      return 'improvements';
    case 'moved':
      return 'moved';
  }
}

/** Largest change first; what is not a number, last. */
function byChange(a: Finding, b: Finding): number {
  return sizeOf(b) - sizeOf(a);
}

function sizeOf(finding: Finding): number {
  const size = Math.abs(finding.delta);
  return Number.isNaN(size) ? -1 : Math.min(size, Number.MAX_VALUE);
}
