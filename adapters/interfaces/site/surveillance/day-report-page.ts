import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { lastDayOfViewing } from '../../../../domain/policy/video-policy'
import type { Day } from '../../../../domain/values/day'
import { DayReportView } from '../../pages/surveillance/day-report-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { readersOfVideoRequestsOnPages } from '../../http/access/caller-roles-of-routes'
import { readDayReportRoute } from '../../http/resources/video/read-video-routes'
import { defineSitePage } from '../page/define-site-page'
import { withBranchName } from './with-branch-name'

/** Why a day may have no requests. Once they are erased, nobody can tell whether there were any. */
const whyEmpty = (day: Day, today: Day): 'none' | 'erased' | 'toCome' => {
  if (day > today) return 'toCome'
  return lastDayOfViewing(day) < today ? 'erased' : 'none'
}

/** The day report, of today unless another day is chosen. */
export const dayReportPage = defineSitePage({
  path: '/vagt/dagsrapport',
  title: surveillanceTitles.dayReport,
  roles: readersOfVideoRequestsOnPages,
  read: (request) => {
    const { run, query, library } = request
    const today = library.useCaseDependencies.commandHandling.clock.today()
    return pipe(
      run(readDayReportRoute, { params: { day: query['day'] ?? today } }),
      TE.map(({ body: { day, requests } }) => ({
        ...{ day, whyEmpty: whyEmpty(day, today), requests: requests.map(withBranchName(request)) },
      })),
    )
  },
  view: DayReportView,
})
