import { asJsonObject } from '../profiles/json-fields.ts';
import type { OwnNames } from './imports/resolve.ts';
import { folderOf, joined, nameOf } from './paths.ts';

/** What names parts of the repository, and what the service's package.json says. */
export interface RepositoryNames extends OwnNames {
  readonly scripts: Readonly<Record<string, string>>;
  readonly main: string | undefined;
}

/** Reads names off the files that packages and modules are described in. */
export function repositoryNames(
  texts: ReadonlyMap<string, string>,
  directory: string,
): RepositoryNames {
  const packages = new Map<string, string>();
  const goModules = new Map<string, string>();
  let scripts: Record<string, string> = {};
  let main: string | undefined;
  for (const [path, text] of texts) {
    if (nameOf(path) === 'go.mod') {
      const module = /^module\s+"?([^\s"]{1,300})/mu.exec(text)?.[1];
      if (module !== undefined) goModules.set(module, folderOf(path));
    }
    if (nameOf(path) !== 'package.json') continue;
    const manifest = asJsonObject(parsed(text)) ?? {};
    if (typeof manifest.name === 'string') packages.set(manifest.name, folderOf(path));
    if (folderOf(path) !== joined(directory)) continue;
    scripts = textsOf(manifest.scripts);
    main = typeof manifest.main === 'string' ? manifest.main : undefined;
  }
  return { packages, goModules, scripts, main };
}

function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asJsonObject(value) ?? {}).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text]] : [],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
