import { Day } from '../../../../domain/values/day'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { kindsOfData } from '../../../../retention/promises/kinds-of-data'
import type { BorrowerDataContent } from './borrower-data-content'
import type { DataOfKind } from '../personal-data/personal-data'

/** Records of one kind that are forgotten on one day. */
export interface ForgottenOnDay {
  readonly day: Day
  readonly kind: string
  readonly kindName: TextInBothLanguages
  /** The names of the records that have one, such as the titles of loans. */
  readonly names: ReadonlyArray<string>
  readonly count: number
}

interface DatedRecord {
  readonly day: Day
  readonly name: string | undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The records within a value of a kind of data that have a day on which they are forgotten. */
const datedRecordsIn = (value: unknown): ReadonlyArray<DatedRecord> => {
  if (Array.isArray(value)) return value.flatMap(datedRecordsIn)
  if (!isRecord(value)) return []
  const { forgottenOn, name } = value
  return Day.is(forgottenOn)
    ? [{ day: forgottenOn, name: typeof name === 'string' ? name : undefined }]
    : Object.values(value).flatMap(datedRecordsIn)
}

const ofKind = ({ kind, promise, data }: DataOfKind): ReadonlyArray<ForgottenOnDay> => {
  const records = datedRecordsIn(data)
  return [...new Set(records.map(({ day }) => day))].map((day) => {
    const ofDay = records.filter((record) => record.day === day)
    const names = ofDay.flatMap(({ name }) => (name === undefined ? [] : [name]))
    return { day, kind, kindName: promise.name, names, count: ofDay.length }
  })
}

const ofStoppedHistory = (day: Day | null): ReadonlyArray<ForgottenOnDay> =>
  day === null ? [] : [{ day, kind: 'stop', kindName: kindsOfData.loanHistory.name, names: [], count: 1 }]

/** What is forgotten on which day, the earliest day first. What waits for something else has no day, and is not in it. */
export const daysOfForgetting = ({
  rows,
  stoppedHistoryForgottenOn,
}: Pick<BorrowerDataContent, 'rows' | 'stoppedHistoryForgottenOn'>): ReadonlyArray<ForgottenOnDay> =>
  [...rows.flatMap(ofKind), ...ofStoppedHistory(stoppedHistoryForgottenOn)].sort((one, other) =>
    one.day.localeCompare(other.day),
  )
