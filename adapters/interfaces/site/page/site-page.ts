import type { TaskEither } from 'fp-ts/TaskEither'
import type { JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { HttpDependencies } from '../../http/request-handling/http-dependencies'
import type { RunRoute } from '../../http/request-handling/run-route-for-caller'
import type { CallerRole, HttpCaller } from '../../http/tokens/caller'
import type { LivingSession } from '../sessions/session'

/** A request for a page, or of a form of it. */
export interface PageRequest {
  readonly language: MessageLanguage
  /** What the path holds in place of its `:names`, decoded but not checked: a route checks it. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** As whom the person acts on this page. `anyone` on a page for anyone: nobody is asked who looks at it. */
  readonly caller: HttpCaller
  /** Undefined on a page for anyone. */
  readonly session: LivingSession | undefined
  /** How many sessions of the person live beside this one. */
  readonly countOtherSessions: TaskEither<HttpFailure, number>
  /** Reads and commands go through the routes of the HTTP interface, with their rules. */
  readonly run: RunRoute
  /** For what stands in the policy, and the library's day. A page reads nothing personal past the routes. */
  readonly library: RunningLibrary
  /** In production the cookies have other names. */
  readonly mode: HttpDependencies['mode']
}

/** What was written in a form. A name that was sent twice has its last value. */
export type FormFields = Readonly<Record<string, string>>

/** The request of a form: the page's request, and what was sent. */
export interface FormRequest extends PageRequest {
  readonly fields: FormFields
  /** Acts once, however often the form is sent. */
  readonly idempotencyKey: string
}

/**
 * What a form leads to: another page, with one of its texts on what was done; or what the same page shows in place of what
 * it reads, for a page that answers at once, with a text on what was done.
 */
export type FormOutcome<P> =
  { readonly to: string; readonly done?: string } | { readonly content: P; readonly outcomeText?: TextInBothLanguages }

export type SendForm<P> = (request: FormRequest) => TaskEither<HttpFailure, FormOutcome<P>>

/** What a page shows: its content, and its title where the content names the page. */
export interface PageContent {
  readonly element: () => JSX.Element
  readonly title?: string | undefined
}

/** A page of the site. `P`: what its view is made from. */
export interface SitePage<P> {
  /** In the syntax of Express, without the language: `/mit/laan`. */
  readonly path: string
  readonly title: TextInBothLanguages
  /** The title of a page that is named by what it shows, such as a book. */
  readonly titleOf?: (content: P) => string
  /** Whether the menu of the site leads to it: every page but those to which another page leads. */
  readonly isInMenu?: boolean
  /** Who may see it. A session that has none of the roles is told whom it is for; without a session one is led to the log-in. */
  readonly roles: 'anyone' | ReadonlyArray<CallerRole>
  /** Whether the person must have proved who they are within the last minutes. */
  readonly needsFreshLogIn?: true
  readonly read: (request: PageRequest) => TaskEither<HttpFailure, P>
  /** A component: it may ask for the page's frame. */
  readonly view: (content: P) => JSX.Element
  /** The forms of the page by name. */
  readonly forms?: Readonly<Record<string, SendForm<P>>>
  /** What is said when a form has led here, by the `done` of its outcome. */
  readonly doneTexts?: Readonly<Record<string, TextInBothLanguages>>
}

/** A page whose content no other code needs to know. */
export interface AnySitePage extends Omit<SitePage<never>, 'read' | 'view' | 'forms' | 'titleOf'> {
  readonly read: (request: PageRequest) => TaskEither<HttpFailure, PageContent>
  readonly forms: ReadonlyMap<string, (request: FormRequest) => TaskEither<HttpFailure, FormOutcome<PageContent>>>
}
