import { describe, expect, it } from 'vitest';
import type { RepositoryFiles } from '../../src/init/files.ts';
import { findServices } from '../../src/init/find-services.ts';
import { REPOSITORIES } from './repositories.ts';

function filesOf(name: string): RepositoryFiles {
  const files = REPOSITORIES[name] ?? {};
  return {
    paths: Object.keys(files),
    has: (path) => Object.hasOwn(files, path),
    text: (path) => files[path] ?? '',
  };
}

describe('findServices', () => {
  it.each<[repository: string, services: readonly object[]]>([
    [
      'an Express service',
      [
        {
          name: 'shop',
          directory: '.',
          build: 'npm ci && npm run build',
          start: 'node src/server.js',
          readyPath: '/healthz',
          routes: ['/search', '/products/top'],
          notes: [],
        },
      ],
    ],
    [
      'a Node service without a start script',
      [
        {
          name: 'repo',
          build: 'npm install',
          start: 'node server.mjs',
          readyPath: '/up',
          notes: [expect.stringContaining('Its image listens on 8080.')],
        },
      ],
    ],
    ['a library', []],
    [
      'a pnpm workspace',
      [
        {
          name: 'api',
          directory: 'apps/api',
          build: 'pnpm -C ../.. install --frozen-lockfile && npm run build',
          start: 'node dist/main.js',
        },
        { name: 'web', directory: 'apps/web', start: 'npm start' },
      ],
    ],
    [
      'npm workspaces beside an application at the top',
      [{ name: 'cart', directory: 'services/cart', build: 'npm ci --prefix ../..' }],
    ],
    [
      'a Go module with two commands',
      [
        {
          name: 'shopd',
          build: 'go build -o bin/shopd ./cmd/shopd',
          start: './bin/shopd',
          scrapeUrl: 'http://127.0.0.1:{port}/debug/pprof/profile',
          readyPath: '/readyz',
          routes: ['/search'],
        },
      ],
    ],
    [
      'a Go service without a profiler',
      [
        {
          name: 'shop',
          build: 'go build -o bin/shop .',
          notes: [
            expect.stringContaining('Nothing profiles this service yet'),
            expect.stringContaining('Nothing here seems to read PORT'),
          ],
        },
      ],
    ],
    [
      'a FastAPI service',
      [
        {
          name: 'scores',
          build: 'uv sync --frozen',
          start: '.venv/bin/uvicorn scores.api:api --port {port}',
          readyPath: '/health',
          routes: ['/scores'],
          notes: [],
        },
      ],
    ],
    [
      'a Django project',
      [
        {
          name: 'repo',
          build: 'python3 -m venv .venv && .venv/bin/pip install -r requirements.txt',
          start: '.venv/bin/python manage.py runserver 127.0.0.1:{port} --noreload',
        },
      ],
    ],
    [
      'a Procfile',
      [
        {
          name: 'repo',
          from: 'Procfile',
          build: 'python3 -m venv .venv && .venv/bin/pip install -r requirements.txt',
          start: 'gunicorn shop.wsgi --bind 127.0.0.1:$PORT',
        },
      ],
    ],
    [
      'a Compose file',
      [
        { name: 'web', directory: 'frontend', start: 'node server.js' },
        { name: 'score-api', directory: 'backend', start: './bin/backend', notes: [] },
      ],
    ],
    [
      'services in folders that nothing names',
      [
        {
          name: 'mail',
          directory: 'services/mail',
          start: '.venv/bin/flask --app app:mail run --port {port}',
        },
        { name: 'shop', directory: 'services/shop', start: 'node a.js' },
      ],
    ],
    ['an image and nothing else', [{ name: 'repo', from: 'Dockerfile', start: '/shop --fast' }]],
    ['names that mean something to YAML', [{ name: 'yes-1-x-', start: 'npm start' }]],
    ['nothing', []],
  ])('in %s', async (repository, services) => {
    const found = await findServices(filesOf(repository), 'repo');
    expect(found).toMatchObject(services);
    expect(found).toHaveLength(services.length);
  });
});
