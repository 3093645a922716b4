import type { CostTable } from './table.ts';

/**
 * How a change can reach a function, or why it can't.
 * - `lines`: lines of it changed; `file`: others of its file did; `package`: it lies in a package of another version.
 * - `calls`: it calls changed code; `called`: changed code calls it; `shared caller`: one function calls both.
 * - `imports`: its file is connected with a changed one by what they load.
 * - `everything`: a changed file may concern all of the service; `unseen`: changed code that no profile shows.
 * - `unknown`: nothing says where the function lies.
 * - `nothing`: none of that.
 */
export type Way =
  | { readonly by: 'lines' | 'file' | 'imports' | 'everything'; readonly path: string }
  | {
      readonly by: 'package' | 'calls' | 'called' | 'shared caller' | 'unseen';
      /** Of the package, the function, or the file. Untrusted. */
      readonly name: string;
    }
  | { readonly by: 'unknown' | 'nothing' };

/** Whether a finding is in code that the change touches, in code that it can reach, or in neither. */
export type Mark = 'touched' | 'reachable' | 'unrelated';

/** What a change has to do with a function. */
export interface Attribution {
  readonly mark: Mark;
  readonly way: Way;
}

/** What a change has to do with the functions of a comparison. */
export interface Attributions {
  /** Of a row of the table. */
  row(row: number): Attribution;
  /** Of the program as a whole. */
  readonly program: Attribution;
}

/** Says what the change under test has to do with functions; `change/` knows. */
export type Attribute = (table: CostTable) => Attributions;
