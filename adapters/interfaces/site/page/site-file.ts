import type { Route } from '../../http/route/route'
import type { CallerRole } from '../../http/tokens/caller'

/** A file that people with a session save: the answer of a route, as the HTTP interface sends it. */
export interface SiteFile {
  /** Without the language. */
  readonly path: string
  readonly roles: ReadonlyArray<CallerRole>
  /** It reads, and needs nothing but the caller. */
  readonly route: Route
}
