import type { GuardianId } from '../../../../domain/values/ids'
import type { HttpCaller } from '../../http/tokens/caller'

/** Whom a provider logs in: a library may have one for the public, and another for those who work there. */
export type LogInAudience = 'borrowers' | 'staff'

/** Somebody who has logged in. */
export type KnownCaller = Exclude<HttpCaller, { readonly role: 'anyone' }>

/** What a session holds from its beginning. */
export interface Session {
  /** As whom the person may act: a borrower can be a guardian too. */
  readonly callers: ReadonlyArray<KnownCaller>
  /** The provider that said who the person is; null after a log-in by card and PIN. */
  readonly provider: LogInAudience | null
  /** As which guardians the person acts: when one of these is erased, the session ends. */
  readonly guardians: ReadonlyArray<GuardianId>
  /** When the person proved who they are, in ms since 1970. */
  readonly loggedInAt: number
}

/** A session that lives. */
export interface LivingSession extends Session {
  /** When it ends unless it is used before, in ms since 1970. */
  readonly endsAt: number
}

/** Ms that a session lasts without a request. */
const sessionIdleMs = 30 * 60_000

/** Ms that a session lasts at most. */
export const longestSessionMs = 8 * 60 * 60_000

/** Ms before the end of a session at which the page warns. */
export const sessionWarningMs = 2 * 60_000

/** Ms between two times that a session's end is written: not each request writes. */
export const sessionRenewalMs = 60_000

/** When a session ends that is used at `now`. */
export const endOfSession = ({ loggedInAt }: Pick<Session, 'loggedInAt'>, now: number): number =>
  Math.min(now + sessionIdleMs, loggedInAt + longestSessionMs)
