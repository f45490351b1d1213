import type { JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { Day } from '../../../../domain/values/day'
import { BranchId } from '../../../../domain/values/ids'
import { Instant } from '../../../../domain/values/instant'
import { HalfYear, Month } from '../../../../domain/values/month'
import { Ore } from '../../../../domain/values/ore'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { MomentText } from '../formatting/moment-text'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { formatHalfYear, formatMonth } from '../formatting/format-times'
import { valueText } from './value-texts'

/** In which language values are written, and the names of branches by their codes. */
export interface ValueContext {
  readonly language: MessageLanguage
  readonly nameOfBranch: (branch: BranchId) => string
}

const yes: TextInBothLanguages = { da: 'ja', en: 'yes' }
const no: TextInBothLanguages = { da: 'nej', en: 'no' }
const amounts: ReadonlySet<string> = new Set(['amount', 'leviedAmount', 'owed'])
const branches: ReadonlySet<string> = new Set(['branch', 'homeBranch', 'paperBranch', 'pickUpBranch'])
const freeTexts: ReadonlySet<string> = new Set([
  'given',
  'withheldBecause',
  'basis',
  'camera',
  'recipient',
  'name',
  'note',
  'internalNote',
  'noteToBorrower',
  'order',
  'presented',
  'reason',
])

const timeView = (language: MessageLanguage, value: string): JSX.Element | string => {
  if (Day.is(value)) return <DayText day={value} />
  if (Month.is(value)) return formatMonth(language, value)
  if (HalfYear.is(value)) return formatHalfYear(language, value)
  return Instant.is(value) ? <MomentText at={value} /> : value
}

interface ValueViewProps {
  readonly kind: string
  readonly member: string
  readonly value: string | number | boolean
  readonly context: ValueContext
}

/** One value, as it is written for people. */
export const ValueView = ({ kind, member, value, context }: ValueViewProps): JSX.Element => {
  if (typeof value === 'boolean') return <>{(value ? yes : no)[context.language]}</>
  if (typeof value === 'number')
    return amounts.has(member) && Ore.is(value) ? <AmountText amount={value} /> : <>{value}</>
  const text = valueText(kind, member, value)
  if (text !== undefined) return <>{text[context.language]}</>
  if (freeTexts.has(member)) return <>{value}</>
  if (branches.has(member) && BranchId.is(value)) return <>{context.nameOfBranch(value)}</>
  return <>{timeView(context.language, value)}</>
}
