import * as TE from 'fp-ts/TaskEither'
import { buildReportDocument } from '../../pages/audit-report/build-report-document'
import { ReportPageView, reportFilePath } from '../../pages/audit-report/report-page-view'
import { reportTexts } from '../../pages/audit-report/report-texts'
import { backgroundViewOf, readAnewForm } from '../../pages/background/background-view'
import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { readReportRoute } from '../../http/resources/audit/read-report-route'
import { defineSitePage } from '../page/define-site-page'
import { readInBackground } from '../page/read-in-background'
import type { SiteFile } from '../page/site-file'

const path = '/revision/rapport'

/** The report for a data protection officer. It reads both logs, so it is made beside the requests for the page. */
export const reportPage = defineSitePage({
  path,
  title: reportTexts.title,
  roles: administratorsAndAuditors,
  read: ({ library, language }) =>
    readInBackground(library.audit.inBackground.report, (report) => buildReportDocument(language, report)),
  view: backgroundViewOf(ReportPageView),
  forms: {
    [readAnewForm]: ({ library }) => {
      library.audit.inBackground.report.beginAnew()
      return TE.right({ to: path })
    },
  },
})

/** A report as JSON: it is made when it is asked for. */
export const reportFile: SiteFile = {
  path: `${reportFilePath}/:language`,
  roles: administratorsAndAuditors,
  route: readReportRoute,
}
