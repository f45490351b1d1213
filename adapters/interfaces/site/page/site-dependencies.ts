import type { HttpDependencies } from '../../http/request-handling/http-dependencies'
import type { CrossRequestState } from '../../http/request-handling/cross-request-state'
import type { LogInProvider } from '../../../outside/log-in/log-in-provider'
import type { FormTokens } from '../sessions/form-tokens'
import type { LogInAudience } from '../sessions/session'
import type { SessionStore } from '../sessions/session-store'

/** A provider, and how its claims name a person of the library. */
export interface SiteLogIn {
  readonly provider: LogInProvider
  /** By what people know it, such as MitID; undefined for a provider of which nothing is to be said. */
  readonly name: string | undefined
  /** Whether whoever logs in chooses who to be, staff among them. */
  readonly isOfDemo?: boolean
  /** The claim that holds the CPR number of a borrower or guardian; undefined when the claims name role and subject. */
  readonly cprClaim: string | undefined
}

/** How people log in. */
export interface LogInSettings {
  readonly providers: Readonly<Partial<Record<LogInAudience, SiteLogIn>>>
  /** Whether borrowers may log in by card and PIN. */
  readonly hasCardLogIn: boolean
}

/** What the site needs beside what the HTTP interface needs. */
export interface SiteDependencies {
  readonly http: HttpDependencies
  readonly state: CrossRequestState
  readonly logIn: LogInSettings
  readonly sessions: SessionStore
  readonly formTokens: FormTokens
  /** In ms since 1970. */
  readonly machineTime: () => number
}
