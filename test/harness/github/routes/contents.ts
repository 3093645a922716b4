import { createHash } from 'node:crypto';
import { NOT_FOUND, type Reply } from '../reply.ts';
import { type Call, type Routes, readable } from './call.ts';

const PERMISSIONS = ['contents'] as const;

/** Of larger files the first answer leaves the text out. */
const MAX_INLINE_BYTES = 1024 * 1024;

export const CONTENT_ROUTES: Routes = {
  'repos/get-content': readable(PERMISSIONS, getContent),
  'git/get-blob': readable(PERMISSIONS, getBlob),
};

function getContent({ state, parameters, query, url }: Call): Reply {
  const { path = '' } = parameters;
  const files = state.commits.get(query.get('ref') ?? '') ?? {};
  const below = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
  if (below.length > 0) return { status: 200, body: below.map((file) => entry(file, '', url)) };
  const text = files[path];
  if (text === undefined) return NOT_FOUND;
  const isInline = Buffer.byteLength(text) <= MAX_INLINE_BYTES;
  const content = isInline ? base64(text) : '';
  const encoding = isInline ? 'base64' : 'none';
  return { status: 200, body: { ...entry(path, text, url), content, encoding } };
}

function getBlob({ state, parameters, url }: Call): Reply {
  const texts = [...state.commits.values()].flatMap((files) => Object.values(files));
  const text = texts.find((one) => idOf(one) === parameters.file_sha);
  if (text === undefined) return NOT_FOUND;
  const sha = idOf(text);
  const size = Buffer.byteLength(text);
  const body = { sha, size, node_id: sha, url, content: base64(text), encoding: 'base64' };
  return { status: 200, body };
}

function entry(path: string, text: string, url: string) {
  const name = path.split('/').at(-1) ?? '';
  return {
    type: 'file',
    name,
    path,
    sha: idOf(text),
    size: Buffer.byteLength(text),
    url,
    git_url: url,
    html_url: url,
    download_url: url,
    _links: { git: url, html: url, self: url },
  };
}

/** With the line ends that GitHub puts in. */
function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
}

/** As git names a blob. */
function idOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
