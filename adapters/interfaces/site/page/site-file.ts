import type { Route } from '../../http/route/route'
import type { CallerRole } from '../../http/tokens/caller'

/** A file for people with a session: the answer of a route, as the HTTP interface sends it. */
export interface SiteFile {
  /** In the syntax of Express, without the language. */
  readonly path: string
  readonly roles: ReadonlyArray<CallerRole>
  /** It reads, and needs nothing but the caller and what the path names. */
  readonly route: Route
  /** A page shows it, and is counted itself. Whoever may not have the file gets a problem, not a page. */
  readonly isLoadedByPage?: true
}
