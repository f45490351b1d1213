import type { Request, Response } from 'express'
import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { LogInNotice } from '../../pages/log-in/log-in-texts'
import type { SiteDependencies } from '../page/site-dependencies'
import { clearCookie, readCookie, setCookie } from '../sessions/cookies'
import type { Session } from '../sessions/session'
import { guardiansOf } from './guardians-of-callers'
import { pathAfterLogIn } from './return-path'

/**
 * Begins a session under a new id and leads to where the person wanted to go. The session that the browser had before is
 * ended: nobody who knows its id gets into the new one. Answers why there is none, if there is none.
 */
export const beginSession = async (
  { http: { mode, library }, sessions }: SiteDependencies,
  request: Request,
  response: Response,
  who: Pick<Session, 'callers' | 'provider'>,
  { language, to }: { readonly language: MessageLanguage; readonly to: string | undefined },
): Promise<LogInNotice | undefined> => {
  const old = readCookie(mode, 'session', request)
  if (old !== undefined) await sessions.end(old)()
  const begun = await sessions.begin(who, guardiansOf(who.callers)(library.rows))()
  if (E.isLeft(begun)) return 'unavailable'
  clearCookie(mode, 'log-in', response)
  setCookie(mode, 'session', begun.right, response)
  const path = pathAfterLogIn(to, who.callers)
  response.set('Cache-Control', 'no-store').redirect(303, `/${language}${path}`)
  return undefined
}
