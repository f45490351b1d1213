import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { serverLogOpeningsPath } from '../../pages/administration/administration-paths'
import { administrationTitles } from '../../pages/administration/administration-texts'
import { ServerLogOpeningsView } from '../../pages/administration/server-log-openings-view'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { listServerLogOpeningsRoute } from '../../http/resources/website/server-log-routes'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'
import { unlessAuditor } from './administration-access'

/** Who opened the server log of which day, and why. */
export const serverLogOpeningsPage = defineSitePage({
  path: serverLogOpeningsPath,
  title: administrationTitles.openings,
  roles: administratorsAndAuditors,
  read: (request) => {
    const shown = unlessAuditor(request.caller)
    return pipe(
      request.run(listServerLogOpeningsRoute, { query: cursorOf(request) }),
      TE.map(({ body: { openings, next } }) => ({
        openings: openings.map(({ openedBy, reason, ...opening }) => ({
          ...{ ...opening, openedBy: shown(openedBy), reason: shown(reason) },
        })),
        next,
      })),
    )
  },
  view: ServerLogOpeningsView,
})
