// The face of the web: routes, visits, replies, sessions, the server.
export type { AuthorityTheme, Frame } from './frame.ts'
export {
  bytes,
  type Content,
  type Cookie,
  handled,
  isLocalPath,
  json,
  leaveFor,
  notFound,
  page,
  problem,
  type RefusalKind,
  type Reply,
  type ReplyOptions,
  refuse,
  seeOther,
} from './reply.ts'
export { createServer } from './server.ts'
export type { Realm, Session, SessionStore } from './session.ts'
export type { ServerSettings } from './settings.ts'
export type { Handler, Part, Permission, Route, Visit } from './visit.ts'
