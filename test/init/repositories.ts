/** Small repositories as people have them, by the paths of their files. */
export const REPOSITORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'an Express service': {
    'package.json': JSON.stringify({
      name: '@acme/shop',
      scripts: { start: 'node src/server.js', build: 'tsc' },
    }),
    'package-lock.json': '{}',
    'src/server.js': `
      const app = require('express')();
      app.get('/healthz', (_, res) => res.send('ok'));
      app.get('/search', search);
      router.get("/products/top", top);
      app.get('/users/:id', user);
      app.listen(process.env.PORT);`,
    'test/server.test.js': `app.get('/only-in-tests', x)`,
  },
  'a Node service without a start script': {
    'package.json': '{}',
    'lib/index.js': 'module.exports = 1;',
    'server.mjs': "createServer((request) => request.url === '/up').listen(8080);",
    Dockerfile: 'FROM node:24\nEXPOSE 8080\nCMD ["node", "server.mjs"]\n',
  },
  'a library': {
    'package.json': '{"name":"left-pad","main":"index.js"}',
    'index.js': 'exports.x = 1;',
  },
  'a pnpm workspace': {
    'package.json': '{"private":true}',
    'pnpm-lock.yaml': '',
    'pnpm-workspace.yaml': "packages:\n  - 'apps/*'\n  - packages/*   # libraries\n",
    'apps/web/package.json':
      '{"name":"web","scripts":{"start":"next start -p $PORT","build":"next build"}}',
    'apps/api/package.json':
      '{"name":"@acme/api","scripts":{"start":"node dist/main.js","build":"nest build"}}',
    'apps/api/src/main.ts': 'await app.listen(process.env.PORT)',
    'packages/ui/package.json': '{"name":"ui"}',
  },
  'npm workspaces beside an application at the top': {
    'package.json': '{"name":"top","workspaces":["services/*"],"scripts":{"start":"node all.js"}}',
    'package-lock.json': '{}',
    'services/cart/package.json': '{"name":"cart","scripts":{"start":"node cart.js"}}',
    'services/cart/cart.js': 'x.listen(process.env.PORT)',
  },
  'a Go module with two commands': {
    'go.mod': 'module github.com/acme/shop/v2\n\ngo 1.25\n',
    'cmd/shopd/main.go':
      'package main\nimport _ "net/http/pprof"\nfunc main() { http.ListenAndServe(os.Getenv("PORT"), nil) }',
    'cmd/migrate/main.go': 'package main\nfunc main() { migrate() }',
    'internal/web/web.go':
      'package web\nfunc init() { mux.HandleFunc("GET /search", search); mux.HandleFunc("/readyz", ready) }',
  },
  'a Go service without a profiler': {
    'go.mod': 'module shop\n',
    'main.go': 'package main\nfunc main() { log.Fatal(http.ListenAndServe(":8080", nil)) }',
  },
  'a FastAPI service': {
    'pyproject.toml': '[project]\nname = "scores"\ndependencies = ["fastapi", "pyroscope-io"]\n',
    'uv.lock': '',
    'src/scores/api.py':
      'from fastapi import FastAPI\napi = FastAPI()\n@api.get("/scores")\ndef scores(): ...\n@api.get("/health")\ndef health(): ...\n',
  },
  'a Django project': {
    'requirements.txt': 'django\n',
    'manage.py': '#!/usr/bin/env python\n',
    'site/urls.py': '',
  },
  'a Procfile': {
    Procfile: 'release: ./migrate\nweb: gunicorn shop.wsgi --bind 127.0.0.1:$PORT\n',
    'requirements.txt': 'gunicorn\n',
    'shop/wsgi.py': 'app = Flask(__name__)',
  },
  'a Compose file': {
    'docker-compose.yml':
      'services:\n  web:\n    build: ./frontend\n  score-api:\n    build: { context: backend/ }\n  db:\n    image: postgres\n',
    'frontend/package.json': '{"name":"ui","scripts":{"start":"node server.js"}}',
    'frontend/server.js': 'x.listen(process.env.PORT)',
    'backend/go.mod': 'module backend\n\nrequire github.com/grafana/pyroscope-go v1.2.7\n',
    'backend/main.go':
      'package main\nimport "github.com/grafana/pyroscope-go"\nfunc main() { http.ListenAndServe(os.Getenv("PORT"), nil) }',
  },
  'services in folders that nothing names': {
    'README.md': '# Shop',
    'services/shop/package.json': '{"scripts":{"start":"node a.js"}}',
    'services/shop/a.js': 'x.listen(process.env.PORT)',
    'services/mail/requirements.txt': 'flask\n',
    'services/mail/app.py': 'mail = Flask(__name__)\n',
    'examples/demo/package.json': '{"scripts":{"start":"node demo.js"}}',
  },
  'an image and nothing else': {
    Dockerfile: 'FROM scratch\nCOPY shop /shop\nEXPOSE 3000\nENTRYPOINT ["/shop", "--fast"]\n',
  },
  'names that mean something to YAML': {
    'package.json': '{"name":"yes: #1 {x}","scripts":{"start":"echo \\"a: b\\" # c && node x.js"}}',
  },
  nothing: { 'README.md': '# To be written' },
};
