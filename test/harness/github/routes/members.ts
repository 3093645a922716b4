import { ROLES } from '../accounts.ts';
import { NOT_FOUND } from '../reply.ts';
import { type Call, type Routes, readable } from './call.ts';

export const MEMBER_ROUTES: Routes = {
  'repos/get-collaborator-permission-level': readable([], (call) => {
    const member = memberOf(call);
    return member ? { status: 200, body: call.payloads.permission(member) } : NOT_FOUND;
  }),
};

/** Everybody may read a public repository, and nobody who does not exist. */
function memberOf({ state, parameters: { username } }: Call) {
  const { members, comments, labelEvents, repository } = state;
  const member = members.findLast(({ account }) => account.login === username);
  if (member !== undefined) return member;
  const people = [...comments.map(({ author }) => author), ...labelEvents.map((one) => one.actor)];
  const account = people.find(({ login }) => login === username);
  const none = { permission: 'none', role_name: 'none' } as const;
  return account && { account, role: repository.private ? none : ROLES.read };
}
