import type { LivePicture } from '../../../../domain/ports/live-pictures'
import type { Route } from '../../http/route/route'
import type { CallerRole } from '../../http/tokens/caller'

/** Pictures for people with a session, one after the other, as a page shows them. Nothing of them is kept. */
export interface SitePictureStream {
  /** In the syntax of Express, without the language. */
  readonly path: string
  readonly roles: ReadonlyArray<CallerRole>
  /** Answers the picture of the moment. The stream ends when it answers no more. */
  readonly route: Route<LivePicture>
}
