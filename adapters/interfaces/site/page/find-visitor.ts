import type { Request } from 'express'
import * as E from 'fp-ts/Either'
import { isFreshLogIn } from '../../../../domain/policy/log-in-policy'
import type { HttpFailure } from '../../http/problems/http-failure'
import { anonymousCaller, type HttpCaller } from '../../http/tokens/caller'
import { readCookie } from '../sessions/cookies'
import type { KnownCaller, LivingSession } from '../sessions/session'
import type { SiteDependencies } from './site-dependencies'
import type { AnySitePage } from './site-page'

/** The session of a request, with its id. Both are undefined when there is none. */
export interface FoundSession {
  readonly session: LivingSession | undefined
  readonly sessionId: string | undefined
}

export const noSession: FoundSession = { session: undefined, sessionId: undefined }

/** Somebody who may see a page: as whom they act there. */
export interface Visitor extends FoundSession {
  readonly caller: HttpCaller
}

/** Why somebody does not get a page: they must log in first, or anew; or none of their roles may see it. */
export type PageRefusal = 'log in' | 'log in anew' | 'role'

/** What decides who may see a page. */
export type PageAccess = Pick<AnySitePage, 'roles' | 'needsFreshLogIn'>

/** The session of a request. A page for anyone reads no cookie: nobody is asked who looks at it. */
export const findSession = async (
  { sessions, http: { mode } }: Pick<SiteDependencies, 'sessions' | 'http'>,
  { roles }: PageAccess,
  request: Request,
): Promise<E.Either<HttpFailure, FoundSession>> => {
  const sessionId = roles === 'anyone' ? undefined : readCookie(mode, 'session', request)
  if (sessionId === undefined) return E.right(noSession)
  const session = await sessions.use(sessionId)()
  if (E.isLeft(session)) return session
  return E.right(session.right === undefined ? noSession : { session: session.right, sessionId })
}

/** Who may look at video must have logged in just before, which their route checks. */
const withLogInTime = (caller: KnownCaller, { loggedInAt }: LivingSession): KnownCaller =>
  caller.role === 'dutyOfficer' || caller.role === 'videoInvestigator' ? { ...caller, loggedInAt } : caller

/** As whom somebody with this session looks at a page. `now`: ms since 1970. */
export const identifyVisitor = (
  { roles, needsFreshLogIn }: PageAccess,
  found: FoundSession,
  now: number,
): E.Either<PageRefusal, Visitor> => {
  if (roles === 'anyone') return E.right({ ...found, caller: anonymousCaller })
  if (found.session === undefined) return E.left('log in')
  const caller = found.session.callers.find(({ role }) => roles.includes(role))
  if (caller === undefined) return E.left('role')
  return needsFreshLogIn === true && !isFreshLogIn(found.session.loggedInAt, now)
    ? E.left('log in anew')
    : E.right({ ...found, caller: withLogInTime(caller, found.session) })
}
