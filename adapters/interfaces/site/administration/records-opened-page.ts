import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { lastDayOfMonth, monthOf } from '../../../../domain/values/month'
import { administrationTitles } from '../../pages/administration/administration-texts'
import { RecordsOpenedView } from '../../pages/administration/records-opened-view'
import { operatorsOnly } from '../../http/access/caller-roles-of-routes'
import { listAccessesRoute } from '../../http/resources/accesses/list-accesses-route'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'

/** Who has looked at records of borrowers in the month. From auditors all of it is withheld, so they have no page. */
export const recordsOpenedPage = defineSitePage({
  path: '/administration/opslag',
  title: administrationTitles.recordsOpened,
  roles: operatorsOnly,
  read: (request) =>
    pipe(
      request.run(listAccessesRoute, { query: cursorOf(request) }),
      TE.map(({ body: { accesses, next } }) => ({
        accesses: accesses.map((access) => ({ ...access, forgottenOn: lastDayOfMonth(monthOf(access.day)) })),
        next,
      })),
    ),
  view: RecordsOpenedView,
})
