import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { DayReportView } from '../../pages/surveillance/day-report-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { readersOfVideoRequestsOnPages } from '../../http/access/caller-roles-of-routes'
import { readDayReportRoute } from '../../http/resources/video/read-video-routes'
import { defineSitePage } from '../page/define-site-page'
import { withBranchName } from './with-branch-name'

/** The day report, of today unless another day is chosen. */
export const dayReportPage = defineSitePage({
  path: '/vagt/dagsrapport',
  title: surveillanceTitles.dayReport,
  roles: readersOfVideoRequestsOnPages,
  read: (request) => {
    const { run, query, library } = request
    return pipe(
      run(readDayReportRoute, {
        params: { day: query['day'] ?? library.useCaseDependencies.commandHandling.clock.today() },
      }),
      TE.map(({ body: { day, requests } }) => ({ day, requests: requests.map(withBranchName(request)) })),
    )
  },
  view: DayReportView,
})
