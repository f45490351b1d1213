import { Day } from '../../../../domain/values/day'
import type { DayForm } from './mapping'

/** Parts of a day, as far as they are written: a year of four digits, a month and a day of month of two. */
export interface PartsOfDay {
  readonly year?: string
  readonly month?: string
  readonly dayOfMonth?: string
}

/** A day as a ledger has it. */
export type WrittenDay =
  | { readonly _tag: 'NotWritten' }
  | { readonly _tag: 'Whole'; readonly day: Day }
  | { readonly _tag: 'Partly'; readonly parts: PartsOfDay }
  /** It looks like a day, and no calendar has it. */
  | { readonly _tag: 'NotInCalendar' }
  | { readonly _tag: 'Unreadable' }

const unreadable: WrittenDay = { _tag: 'Unreadable' }

const whole = (year: string, month: string, dayOfMonth: string): WrittenDay => {
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return Day.is(day) ? { _tag: 'Whole', day } : { _tag: 'NotInCalendar' }
}

/** A leap year stands in for an unknown one, a month of 31 days for an unknown month. */
const partly = (parts: PartsOfDay): WrittenDay => {
  const { year = '2000', month = '01', dayOfMonth = '01' } = parts
  return Day.is(`${year}-${month}-${dayOfMonth}`) ? { _tag: 'Partly', parts } : { _tag: 'NotInCalendar' }
}

type Groups = Readonly<Record<string, string>>

const yearFirst: ReadonlyArray<readonly [RegExp, (groups: Groups) => WrittenDay]> = [
  [/^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/, ({ y, m, d }) => whole(y ?? '', m ?? '', d ?? '')],
  [/^(?<year>\d{4})$/, partly],
  [/^(?<year>\d{4})-(?<month>\d{2})$/, partly],
  [/^--(?<month>\d{2})-(?<dayOfMonth>\d{2})$/, partly],
]

/** The day before the month; what is partly known is written as ISO 8601 has it in every form. */
const dayFirst = (pattern: RegExp): typeof yearFirst => [
  [pattern, ({ y, m, d }) => whole(y ?? '', m ?? '', d ?? '')],
  ...yearFirst.slice(1),
]

const patterns: Readonly<Record<DayForm, typeof yearFirst>> = {
  'YYYY-MM-DD': yearFirst,
  'D/M/YYYY': dayFirst(/^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/),
  'DD-MM-YYYY': dayFirst(/^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d{4})$/),
}

/** Reads a day written in the form that the mapping names. */
export const readDay =
  (form: DayForm) =>
  (text: string): WrittenDay => {
    if (text === '') return { _tag: 'NotWritten' }
    for (const [pattern, read] of patterns[form]) {
      const found = pattern.exec(text)
      if (found !== null) return read({ ...found.groups })
    }
    return unreadable
  }
