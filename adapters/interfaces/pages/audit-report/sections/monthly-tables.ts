import type { LogName } from '../../../../../domain/event/stream'
import { addMonths, monthOf, type Month } from '../../../../../domain/values/month'
import type { TextInBothLanguages } from '../../../../../retention/promises/kind-of-data'
import { sumOfCounts, type CountsBy } from '../../../../../retention/audit-report/counts'
import { logOfCountedEventType, type CountedEventType } from '../../../../../retention/audit-report/events-by-month'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportCell, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts } from '../report-parts'

const shownMonths = 12

/** The months of a year up to that of the report, but none before the first day of the library; newest first. */
const monthsOfReport = ({ madeOn, counts: { closings } }: AuditReport): ReadonlyArray<Month> => {
  const first = monthOf(closings.firstDay ?? madeOn)
  return Array.from({ length: shownMonths }, (_, back) => addMonths(-back)(monthOf(madeOn))).filter(
    (month) => month >= first,
  )
}

/** What a column of a table by month counts. */
export interface MonthlyColumn {
  readonly id: string
  readonly heading: TextInBothLanguages
  readonly counts: CountsBy<string>
  /** The log of the events. A month of *persons* is told once it is closed. */
  readonly log: LogName
}

/** The column that counts the events of a type. */
export const columnOfEvent =
  ({ counts }: AuditReport) =>
  (event: CountedEventType, heading: TextInBothLanguages): MonthlyColumn => ({
    ...{ id: event, heading, counts: counts.events[event], log: logOfCountedEventType(event) },
  })

/** The counts of a year by month, and those of all years. A month of *persons* that is not closed has no figure. */
export const monthlyTable = (
  words: ReportLanguage,
  report: AuditReport,
  id: string,
  caption: TextInBothLanguages,
  columns: ReadonlyArray<MonthlyColumn>,
): ReportTable => {
  const { column, table } = reportParts(words)
  const lastClosed = report.logs.persons.asOf ?? ''
  const notClosed = words.say({ da: 'måneden er ikke lukket', en: 'month not closed yet' })
  const cell =
    (month: Month) =>
    ({ counts, log }: MonthlyColumn): ReportCell =>
      log === 'persons' && month > lastClosed ? notClosed : (counts.get(month) ?? 0)
  const all = words.say({ da: 'Alle måneder', en: 'All months' })
  return table(
    id,
    caption,
    [
      column('month', 'month', { da: 'Måned', en: 'Month' }),
      ...columns.map((each) => column(each.id, 'number', each.heading)),
    ],
    [
      ...monthsOfReport(report).map((month) => [month, ...columns.map(cell(month))]),
      [all, ...columns.map(({ counts }) => sumOfCounts(counts))],
    ],
  )
}
