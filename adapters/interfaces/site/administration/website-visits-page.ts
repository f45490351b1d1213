import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { monthOf } from '../../../../domain/values/month'
import { administrationTitles } from '../../pages/administration/administration-texts'
import { WebsiteVisitsView } from '../../pages/administration/website-visits-view'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { readWebsiteStatisticsRoute } from '../../http/resources/website/website-statistics-route'
import { defineSitePage } from '../page/define-site-page'

/** The visits of a month, of the current one unless another is chosen. */
export const websiteVisitsPage = defineSitePage({
  path: '/administration/besoeg',
  title: administrationTitles.visits,
  roles: administratorsAndAuditors,
  read: ({ run, query, library }) =>
    pipe(
      run(readWebsiteStatisticsRoute, {
        params: { month: query['month'] ?? monthOf(library.useCaseDependencies.commandHandling.clock.today()) },
      }),
      TE.map(({ body }) => body),
    ),
  view: WebsiteVisitsView,
})
