import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { AuditReport } from '../../../processes/running-library/audit-report'
import type { ReportDocument } from './report-document'
import { reportLanguage } from './report-language'
import { reportSection } from './report-parts'
import { reportTexts } from './report-texts'
import { chartsSection } from './sections/charts-section'
import { compromiseSection } from './sections/compromise-section'
import { backupsPoint, holdsPoint, keyCopiesPoint } from './sections/copies-points'
import { chainPoint, controlPoint } from './sections/control-points'
import { deletionClassPoint } from './sections/deletion-class-point'
import { dueListPoint, overduePoint } from './sections/due-points'
import { headingSection } from './sections/heading-section'
import { processingSection } from './sections/processing-section'
import { recipientsSection } from './sections/recipients-section'
import { rightsSection } from './sections/rights-section'
import { risksSection } from './sections/risks-section'
import { samplePoint } from './sections/sample-point'
import { recordOfErasuresPoint, storesPoint } from './sections/stores-points'

/** Writes a report in a language: what was found, how it was found, and how to check it. */
export const buildReportDocument = (language: MessageLanguage, report: AuditReport): ReportDocument => {
  const words = reportLanguage(language)
  const points = [
    ...[
      deletionClassPoint(words),
      dueListPoint(words, report),
      overduePoint(words, report),
      samplePoint(words, report),
    ],
    ...[backupsPoint, holdsPoint, storesPoint, recordOfErasuresPoint].map((make) => make(words, report)),
    ...[keyCopiesPoint, chainPoint, controlPoint].map((make) => make(words, report)),
  ]
  const title = words.say({ da: 'Hvad der kontrolleres, punkt for punkt', en: 'What is checked, point by point' })
  return {
    format: 'glemsom report for a data protection officer 1',
    language,
    title: words.say(reportTexts.title),
    madeOn: report.madeOn,
    sections: [
      headingSection(words, report, points),
      reportSection({ id: 'points', title, points }),
      chartsSection(words, report),
      rightsSection(words, report),
      recipientsSection(words, report),
      processingSection(words, report),
      compromiseSection(words, report),
      risksSection(words, report),
    ],
  }
}
