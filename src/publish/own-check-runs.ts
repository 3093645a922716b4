import type { Annotation, AnnotationLevel } from './annotations.ts';
import type { CheckContent } from './check-run.ts';
import type { GitHubClient } from './github-client.ts';
import { ANNOTATIONS_PER_REQUEST } from './limits.ts';
import { unlessRefused } from './trouble.ts';

/** A check run to be written. */
export interface CheckTarget {
  readonly owner: string;
  readonly repo: string;
  readonly commit: string;
  readonly name: string;
  /** The beginning of the external ids of all that we write for this gate. */
  readonly family: string;
  /** The workflow run that speaks. */
  readonly run: number;
  readonly content: CheckContent;
  readonly token: string;
}

export interface WrittenCheck {
  readonly state: 'created' | 'updated';
  readonly url: string;
}

type Annotated = ReturnType<typeof annotationFields>;

/**
 * Writes the check run of a commit. Each workflow run has one of its own, which a repeated attempt of it brings up to
 * date: so runs at the same time never write over each other, and GitHub shows the newest of a name.
 * @returns undefined when a later run has already spoken about this commit
 */
export async function writeCheck(
  client: GitHubClient,
  target: CheckTarget,
): Promise<WrittenCheck | undefined> {
  const { run, content, token } = target;
  const found = await findOwn(client, target);
  if (found.some((check) => check.run > run)) return undefined;
  const annotations = content.annotations.map(annotationFields);
  const id = Math.max(0, ...found.filter((check) => check.run === run).map((check) => check.id));
  const missing = id === 0 ? undefined : await missingFrom(client, target, id, annotations);
  if (missing === undefined) return create(client, target, annotations);
  // Refused for one that another app has written with our id.
  const url = await unlessRefused(token, () => update(client, target, id, missing));
  return url === undefined ? create(client, target, annotations) : { state: 'updated', url };
}

/** Check runs of this gate on the commit; the external id is ours to choose. */
async function findOwn(
  client: GitHubClient,
  { owner, repo, commit, name, family }: CheckTarget,
): Promise<readonly { readonly id: number; readonly run: number }[]> {
  const { checks } = client.rest;
  const listed = await client.paginate(checks.listForRef, {
    owner,
    repo,
    ref: commit,
    check_name: name,
    filter: 'all',
    per_page: 100,
  });
  return listed.flatMap(({ id, external_id: externalId }) => {
    const run = externalId?.startsWith(`${family}:`) ? externalId.slice(family.length + 1) : '';
    return /^\d{1,15}$/.test(run) ? [{ id, run: Number(run) }] : [];
  });
}

/**
 * The annotations that a check run lacks. Undefined when it has one that does not belong there any more: GitHub only
 * adds annotations, so another check run has to take its place.
 */
async function missingFrom(
  client: GitHubClient,
  { owner, repo }: CheckTarget,
  id: number,
  wanted: readonly Annotated[],
): Promise<readonly Annotated[] | undefined> {
  const listed = await client.paginate(client.rest.checks.listAnnotations, {
    owner,
    repo,
    check_run_id: id,
    per_page: 100,
  });
  const there = new Set(listed.map(identity));
  const belongs = new Set(wanted.map(identity));
  if ([...there].some((one) => !belongs.has(one))) return undefined;
  return wanted.filter((one) => !there.has(identity(one)));
}

async function create(
  client: GitHubClient,
  target: CheckTarget,
  annotations: readonly Annotated[],
): Promise<WrittenCheck> {
  const { owner, repo, commit, name, family, run, content } = target;
  const { data } = await client.rest.checks.create({
    owner,
    repo,
    name,
    head_sha: commit,
    external_id: `${family}:${run}`,
    ...fields(content, annotations.slice(0, ANNOTATIONS_PER_REQUEST)),
  });
  const rest = annotations.slice(ANNOTATIONS_PER_REQUEST);
  if (rest.length > 0) await update(client, target, data.id, rest);
  return { state: 'created', url: data.html_url ?? '' };
}

/** In as many requests as the annotations need, at least one. */
async function update(
  client: GitHubClient,
  { owner, repo, content }: CheckTarget,
  id: number,
  annotations: readonly Annotated[],
): Promise<string> {
  let url = '';
  for (let from = 0; from === 0 || from < annotations.length; from += ANNOTATIONS_PER_REQUEST) {
    const { data } = await client.rest.checks.update({
      owner,
      repo,
      check_run_id: id,
      ...fields(content, annotations.slice(from, from + ANNOTATIONS_PER_REQUEST)),
    });
    url = data.html_url ?? '';
  }
  return url;
}

function fields(content: CheckContent, annotations: readonly Annotated[]) {
  const { conclusion, title, summary, text, runUrl } = content;
  return {
    status: 'completed' as const,
    conclusion,
    details_url: runUrl,
    output: { title, summary, text, annotations: [...annotations] },
  };
}

const LEVELS: Readonly<Record<AnnotationLevel, 'failure' | 'warning' | 'notice'>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
};

function annotationFields({ level, title, message, file, line }: Annotation) {
  return {
    path: file ?? '',
    start_line: line ?? 1,
    end_line: line ?? 1,
    annotation_level: LEVELS[level],
    title,
    message,
  };
}

function identity(of: {
  readonly path: string;
  readonly start_line: number;
  readonly annotation_level: string | null;
  readonly title: string | null;
  readonly message: string | null;
}): string {
  return JSON.stringify([of.path, of.start_line, of.annotation_level, of.title, of.message]);
}
