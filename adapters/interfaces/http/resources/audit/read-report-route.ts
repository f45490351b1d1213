import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { MessageLanguage } from '../../../../../domain/borrower/message-language'
import { buildReportDocument } from '../../../pages/audit-report/build-report-document'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { ReportAnswer } from './report-codec'

export const readReportRoute = defineReadRoute({
  path: '/audit-report/:language',
  name: 'readAuditReport',
  summary:
    'Read the report for a data protection officer: what is checked, with its figures, how they were found, and how to check them without the system. Both logs are read for it; persons up to its last closed month. No key is asked for, and no person is named',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  params: objectCodec('ReportPath', { language: MessageLanguage }),
  answer: ReportAnswer,
  headers: ['Content-Disposition'],
  handle: ({ params: { language }, library: { audit } }) =>
    pipe(
      audit.report(() => undefined),
      TE.map((report) => ({
        body: buildReportDocument(language, report),
        fileName: `report-${report.madeOn}-${language}.json`,
      })),
    ),
})
