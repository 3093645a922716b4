import { filesBelow, inFolder, type RepositoryFiles } from './files.ts';
import type { Found } from './found.ts';

/** Folders of a virtual environment that is made for a side. */
const BIN = '.venv/bin';

const PROFILE_NOTE =
  'Nothing profiles this service yet: add Pyroscope’s SDK, pyroscope-io (docs/sdks/python.md).';

/** A Python service: Django, an ASGI or WSGI application, or a program that listens. */
export function pythonService(files: RepositoryFiles, folder: string): Found | undefined {
  const has = (name: string) => files.has(inFolder(folder, name));
  const from = ['pyproject.toml', 'requirements.txt', 'Pipfile', 'manage.py'].find(has);
  if (from === undefined) return undefined;
  const wants = ['pyproject.toml', 'requirements.txt', 'Pipfile']
    .map((name) => files.text(inFolder(folder, name)))
    .join('\n');
  const start = startOf(files, folder);
  if (start === undefined) return undefined;
  return {
    from: inFolder(folder, from),
    name: /^name\s*=\s*["']([\w.-]+)["']/mu.exec(
      files.text(inFolder(folder, 'pyproject.toml')),
    )?.[1],
    build: buildOf(has),
    start,
    ...(/pyroscope-io/u.test(wants) ? {} : { notes: [PROFILE_NOTE] }),
  };
}

function buildOf(has: (name: string) => boolean): string | undefined {
  if (has('uv.lock')) return 'uv sync --frozen';
  if (has('poetry.lock')) return 'POETRY_VIRTUALENVS_IN_PROJECT=true poetry install';
  if (has('requirements.txt'))
    return `python3 -m venv .venv && ${BIN}/pip install -r requirements.txt`;
  if (has('pyproject.toml')) return `python3 -m venv .venv && ${BIN}/pip install .`;
  return undefined;
}

/** What makes an application, and how one is started; the first that is found counts. */
const APPLICATIONS: readonly (readonly [RegExp, (module: string, name: string) => string])[] = [
  [
    /^(\w+)\s*(?::[^=\n]{1,100})?=\s*(?:FastAPI|Starlette|Litestar|Quart)\(/mu,
    (module, name) => `${BIN}/uvicorn ${module}:${name} --port {port}`,
  ],
  [
    /^(\w+)\s*=\s*(?:Flask|falcon\.App|Bottle)\(/mu,
    (module, name) => `${BIN}/flask --app ${module}:${name} run --port {port}`,
  ],
  [
    /()(?:HTTPServer\(|serve_forever\(|web\.run_app\(|uvicorn\.run\(|app\.run\()/u,
    (module) => `${BIN}/python -m ${module}`,
  ],
];

function startOf(files: RepositoryFiles, folder: string): string | undefined {
  if (files.has(inFolder(folder, 'manage.py'))) {
    return `${BIN}/python manage.py runserver 127.0.0.1:{port} --noreload`;
  }
  const sources = filesBelow(files, folder).filter(
    (path) => path.endsWith('.py') && !/(?:^|\/)(?:tests?|migrations|docs?)\//u.test(path),
  );
  for (const [pattern, command] of APPLICATIONS) {
    for (const path of sources) {
      const match = pattern.exec(files.text(path));
      if (match !== null) return command(moduleOf(path, folder), match[1] ?? 'app');
    }
  }
  return undefined;
}

/** `shop/app.py` of `.` is `shop.app`. */
function moduleOf(path: string, folder: string): string {
  const own = folder === '.' ? path : path.slice(folder.length + 1);
  return own
    .replace(/^src\//u, '')
    .replace(/(?:\/__init__)?\.py$/u, '')
    .replaceAll('/', '.');
}
