import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ReportPageView, reportFilePath } from '../../pages/audit-report/report-page-view'
import { reportTexts } from '../../pages/audit-report/report-texts'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { readReportRoute } from '../../http/resources/audit/read-report-route'
import { defineSitePage } from '../page/define-site-page'
import type { SiteFile } from '../page/site-file'

/** The report for a data protection officer. */
export const reportPage = defineSitePage({
  path: '/revision/rapport',
  title: reportTexts.title,
  roles: administratorsAndAuditors,
  read: ({ run, language }) =>
    pipe(
      run(readReportRoute, { params: { language } }),
      TE.map(({ body }) => body),
    ),
  view: ReportPageView,
})

/** The same report as JSON. */
export const reportFile: SiteFile = {
  path: `${reportFilePath}/:language`,
  roles: administratorsAndAuditors,
  route: readReportRoute,
}
