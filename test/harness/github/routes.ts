import { tokenKind } from './accounts.ts';
import { notAccessible } from './reply.ts';
import { type Routes, readable } from './routes/call.ts';
import { CHECK_ROUTES } from './routes/checks.ts';
import { COMMENT_ROUTES } from './routes/comments.ts';
import { CONTENT_ROUTES } from './routes/contents.ts';
import { ISSUE_ROUTES } from './routes/issues.ts';
import { LABEL_ROUTES } from './routes/labels.ts';
import { MEMBER_ROUTES } from './routes/members.ts';
import { PULL_ROUTES } from './routes/pulls.ts';

/** How GitHub behaves, by the operation ids of its OpenAPI description. */
export const ROUTES: Routes = {
  'users/get-authenticated': ({ grant, payloads }) =>
    tokenKind(grant) === 'integration'
      ? notAccessible(grant)
      : { status: 200, body: payloads.self(grant.account) },
  'repos/get': readable([], ({ payloads }) => ({ status: 200, body: payloads.repository() })),
  ...COMMENT_ROUTES,
  ...PULL_ROUTES,
  ...CHECK_ROUTES,
  ...ISSUE_ROUTES,
  ...LABEL_ROUTES,
  ...MEMBER_ROUTES,
  ...CONTENT_ROUTES,
};
