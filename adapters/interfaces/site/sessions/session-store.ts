import { randomBytes } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ShortTermStore, ShortTermStoreError } from '../../../../domain/ports/short-term-store'
import type { GuardianId } from '../../../../domain/values/ids'
import { endSession } from '../../http/access/end-sessions-of-borrower'
import { guardianKey, sessionKey, useKey } from '../../http/access/session-keys'
import { sessionsOfPerson, type SessionsOfPerson } from './sessions-of-person'
import { sessionOfText, sessionToText } from './session-text'
import { endOfSession, longestSessionMs, sessionRenewalMs, type LivingSession, type Session } from './session'

type Result<A> = TE.TaskEither<ShortTermStoreError, A>

/** The sessions of all processes of a library. A session that was ended in one process is ended in all. */
export interface SessionStore extends SessionsOfPerson {
  /** Begins a session under a new random id, which is answered. `guardians`: as whom else than borrowers and staff. */
  readonly begin: (who: Pick<Session, 'callers' | 'provider'>, guardians?: ReadonlyArray<GuardianId>) => Result<string>
  /** The session, which lasts longer from now on; undefined when it has ended. */
  readonly use: (id: string) => Result<LivingSession | undefined>
  /** Whether the session has not ended. Asking does not make it last longer. */
  readonly isLiving: (id: string) => Result<boolean>
  readonly end: (id: string) => Result<void>
}

/** Whose the entries are: they go when the borrower is erased. */
const subjectOf = ({ callers }: Session): string | null => callers[0]?.subject ?? null

/**
 * Keeps sessions in the short-term store, `machineTime` in ms since 1970. A session is written once and its use apart from
 * it: a request that comes at the moment of a log-out in another process cannot write the session back.
 */
export const createSessionStore = (
  { put, get, remove, list }: Pick<ShortTermStore, 'put' | 'get' | 'remove' | 'list'>,
  machineTime: () => number,
): SessionStore => {
  const noteUse = (id: string, session: Session): Result<LivingSession> => {
    const [now, subject] = [machineTime(), subjectOf(session)]
    const endsAt = endOfSession(session, now)
    return pipe(
      put({ ...useKey(id), subject, lastsMs: endsAt - now, value: String(endsAt) }),
      TE.map(() => ({ ...session, endsAt })),
    )
  }
  const renewIfDue = (id: string, session: LivingSession): Result<LivingSession | undefined> => {
    const now = machineTime()
    if (session.endsAt <= now) return TE.right(undefined)
    return endOfSession(session, now) - session.endsAt < sessionRenewalMs ? TE.right(session) : noteUse(id, session)
  }
  /** An entry for each guardian: it goes with the guardian, and the session with it. */
  const noteGuardians = (id: string, { guardians }: Session) =>
    pipe(
      guardians,
      TE.traverseArray((guardian) =>
        put({ ...guardianKey(id, guardian), subject: guardian, lastsMs: longestSessionMs, value: '' }),
      ),
    )
  const areGuardiansThere = (id: string, { guardians }: Session): Result<boolean> =>
    pipe(
      guardians,
      TE.traverseArray((guardian) => get(guardianKey(id, guardian))),
      TE.map((entries) => entries.every((entry) => entry !== undefined)),
    )
  const useIfThere = (id: string, session: LivingSession): Result<LivingSession | undefined> =>
    pipe(
      areGuardiansThere(id, session),
      TE.flatMap((areThere) => (areThere ? renewIfDue(id, session) : TE.right(undefined))),
    )
  const end = endSession({ remove })
  return {
    begin: (who, guardians = []) => {
      const id = randomBytes(32).toString('base64url')
      const session: Session = { ...who, guardians, loggedInAt: machineTime() }
      const [subject, value] = [subjectOf(session), sessionToText(session)]
      return pipe(
        put({ ...sessionKey(id), subject, lastsMs: longestSessionMs, value }),
        TE.flatMap(() => noteGuardians(id, session)),
        TE.flatMap(() => noteUse(id, session)),
        TE.map(() => id),
      )
    },
    use: (id) =>
      pipe(
        TE.Do,
        TE.bind('session', () => get(sessionKey(id))),
        TE.bind('endsAt', () => get(useKey(id))),
        TE.flatMap(({ session: text, endsAt }) => {
          const session = text === undefined ? undefined : sessionOfText(text)
          return session === undefined || endsAt === undefined
            ? TE.right(undefined)
            : useIfThere(id, { ...session, endsAt: Number(endsAt) })
        }),
      ),
    isLiving: (id) =>
      pipe(
        TE.Do,
        TE.bind('session', () => get(sessionKey(id))),
        TE.bind('endsAt', () => get(useKey(id))),
        TE.map(({ session, endsAt }) => session !== undefined && Number(endsAt) > machineTime()),
      ),
    end,
    ...sessionsOfPerson({ get, list }, machineTime, end),
  }
}
