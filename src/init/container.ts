import { inFolder, type RepositoryFiles } from './files.ts';

/** A service as a Compose file has it. */
export interface ComposeService {
  readonly name: string;
  /** Folder that it is built from, relative to the top. */
  readonly directory: string;
}

const COMPOSE = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** The services of the top's Compose file that are built from folders of the repository. */
export async function composeServices(files: RepositoryFiles): Promise<readonly ComposeService[]> {
  const file = COMPOSE.find((name) => files.has(name));
  if (file === undefined) return [];
  const { parse } = await import('yaml');
  let document: unknown;
  try {
    document = parse(files.text(file), { maxAliasCount: 100 });
  } catch {
    return [];
  }
  const services = field(document, 'services');
  if (typeof services !== 'object' || services === null) return [];
  return Object.entries(services).flatMap(([name, service]) => {
    const build = field(service, 'build');
    const context = typeof build === 'string' ? build : field(build, 'context');
    if (typeof context !== 'string') return [];
    const directory = context.replace(/^\.\/?/u, '').replace(/\/$/u, '') || '.';
    return directory.startsWith('/') || directory.split('/').includes('..')
      ? []
      : [{ name, directory }];
  });
}

/** The port that a folder's image listens on; undefined when it does not say. */
export function exposedPort(files: RepositoryFiles, folder: string): number | undefined {
  const port = /^\s*EXPOSE\s+(\d{2,5})\b/imu.exec(files.text(inFolder(folder, 'Dockerfile')))?.[1];
  return port === undefined ? undefined : Number(port);
}

/** What a folder's image runs, as a shell command; undefined when it does not say. */
export function imageCommand(files: RepositoryFiles, folder: string): string | undefined {
  const text = files.text(inFolder(folder, 'Dockerfile'));
  const command = [...text.matchAll(/^\s*(?:CMD|ENTRYPOINT)\s+(.+)$/gimu)].at(-1)?.[1]?.trim();
  if (command === undefined || !command.startsWith('[')) return command;
  try {
    const words: unknown = JSON.parse(command);
    return Array.isArray(words) ? words.map(String).join(' ') : undefined;
  } catch {
    return undefined;
  }
}

/** The `web` process of a folder's Procfile. */
export function procfileCommand(files: RepositoryFiles, folder: string): string | undefined {
  return /^web:\s*(.+)$/mu.exec(files.text(inFolder(folder, 'Procfile')))?.[1]?.trim();
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
