import { Day } from '../../../../domain/values/day'
import type { LedgerDayFormat } from './ledger-column-mapping'

/** The written parts of a day: a year of four digits, a month and a day of the month of two digits. */
export interface DayTextParts {
  readonly year?: string
  readonly month?: string
  readonly dayOfMonth?: string
}

/** A day as it is written in a ledger. */
type WrittenDay =
  | { readonly _tag: 'NotWritten' }
  | { readonly _tag: 'Whole'; readonly day: Day }
  | { readonly _tag: 'Partly'; readonly parts: DayTextParts }
  /** Written like a day, but not in the calendar. */
  | { readonly _tag: 'NotInCalendar' }
  | { readonly _tag: 'Unreadable' }

const unreadable: WrittenDay = { _tag: 'Unreadable' }

const toWholeDay = (year: string, month: string, dayOfMonth: string): WrittenDay => {
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return Day.is(day) ? { _tag: 'Whole', day } : { _tag: 'NotInCalendar' }
}

/** Checks known parts with a leap year in place of an unknown year, and a month of 31 days in place of an unknown month. */
const toPartlyKnownDay = (parts: DayTextParts): WrittenDay => {
  const { year = '2000', month = '01', dayOfMonth = '01' } = parts
  return Day.is(`${year}-${month}-${dayOfMonth}`) ? { _tag: 'Partly', parts } : { _tag: 'NotInCalendar' }
}

type Groups = Readonly<Record<string, string>>

const yearFirst: ReadonlyArray<readonly [RegExp, (groups: Groups) => WrittenDay]> = [
  [/^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/, ({ y, m, d }) => toWholeDay(y ?? '', m ?? '', d ?? '')],
  [/^(?<year>\d{4})$/, toPartlyKnownDay],
  [/^(?<year>\d{4})-(?<month>\d{2})$/, toPartlyKnownDay],
  [/^--(?<month>\d{2})-(?<dayOfMonth>\d{2})$/, toPartlyKnownDay],
]

/** The day is before the month. Partly known days are written by ISO 8601 in every format. */
const dayFirst = (pattern: RegExp): typeof yearFirst => [
  [pattern, ({ y, m, d }) => toWholeDay(y ?? '', m ?? '', d ?? '')],
  ...yearFirst.slice(1),
]

const patterns: Readonly<Record<LedgerDayFormat, typeof yearFirst>> = {
  'YYYY-MM-DD': yearFirst,
  'D/M/YYYY': dayFirst(/^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/),
  'DD-MM-YYYY': dayFirst(/^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d{4})$/),
}

/** Parses a day in the format of the mapping. */
export const parseWrittenDay =
  (format: LedgerDayFormat) =>
  (text: string): WrittenDay => {
    if (text === '') return { _tag: 'NotWritten' }
    for (const [pattern, toWrittenDay] of patterns[format]) {
      const match = pattern.exec(text)
      if (match !== null) return toWrittenDay({ ...match.groups })
    }
    return unreadable
  }
