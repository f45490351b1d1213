import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { formatMonth } from '../formatting/format-times'
import { formatDay } from '../formatting/format-values'
import { Day } from '../../../../domain/values/day'
import { Month } from '../../../../domain/values/month'
import type { ReportCell, ReportCellKind } from './report-document'
import { reportTexts } from './report-texts'

const numbers = { da: new Intl.NumberFormat('da-DK'), en: new Intl.NumberFormat('en-GB') }

/** What every part of a report is written with. */
export interface ReportLanguage {
  readonly language: MessageLanguage
  readonly say: (text: TextInBothLanguages) => string
  /** A number as it is written in the language: `1.234` or `1,234`. */
  readonly number: (value: number) => string
  /** A day or a month as it is written in the language; any other text as it is. */
  readonly date: (value: string) => string
}

/** The words and forms of a language. */
export const reportLanguage = (language: MessageLanguage): ReportLanguage => ({
  language,
  say: (text) => text[language],
  number: (value) => numbers[language].format(value),
  date: (value) => {
    if (Month.is(value)) return formatMonth(language, value)
    return Day.is(value) ? formatDay(language, value) : value
  },
})

/** A cell of a table, or the value of a figure, as people read it. */
export const cellText =
  ({ say, number, date }: ReportLanguage) =>
  (kind: ReportCellKind, value: ReportCell): string => {
    if (value === null) return say(reportTexts.none)
    if (typeof value === 'number') return number(value)
    return kind === 'day' || kind === 'month' || kind === 'dayOrMonth' ? date(value) : value
  }
