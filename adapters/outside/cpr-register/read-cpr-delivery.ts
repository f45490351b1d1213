import * as E from 'fp-ts/Either'
import type { PersonInCprRegister } from '../../../domain/ports/cpr-register'
import { parseCpr, type Cpr } from '../../../domain/values/cpr'
import { cprNumberOf, countOf, productionDayOf, recordTypeOf } from './cpr-record-layouts'
import { personOfCprRecords, type NumberedRecord } from './person-of-cpr-records'

/** What a delivery says of the persons who are wanted, and the numbers of the lines that cannot be read. */
export interface CprDelivery {
  readonly persons: ReadonlyArray<PersonInCprRegister>
  readonly unreadableLines: ReadonlyArray<number>
}

const startRecord = '000'
const endRecord = '999'
const personalData = '001'

const numbered = (text: string): ReadonlyArray<NumberedRecord> =>
  text
    .split(/\r?\n/)
    .map((record, index) => ({ line: index + 1, record }))
    .filter(({ record }) => record.trim() !== '')

/** The end record counts the records between it and the start record; some deliveries count these two as well. */
const isCountRight = (end: string, between: number): boolean => [between, between + 2].includes(countOf(end))

/** A part of a delivery: the records of one number, which begin with record type 001. */
interface RecordsOfNumber {
  readonly number: string
  readonly records: NumberedRecord[]
}

const byNumber = (records: ReadonlyArray<NumberedRecord>): ReadonlyArray<RecordsOfNumber> => {
  const groups: RecordsOfNumber[] = []
  for (const each of records) {
    const number = cprNumberOf(each.record)
    const last = groups.at(-1)
    if (last?.number === number && recordTypeOf(each.record) !== personalData) last.records.push(each)
    else groups.push({ number, records: [each] })
  }
  return groups
}

/**
 * Reads a delivery of the register: records of fixed width, one on a line, between a start and an end record. Undefined when
 * the end record is missing or counts otherwise: the file is not complete. Nothing but the number is read of records whose
 * number is not wanted, and a line without a number is passed over like them: it may be anybody's.
 */
export const readCprDelivery =
  (isWanted: (cpr: Cpr) => boolean) =>
  (text: string): CprDelivery | undefined => {
    const records = numbered(text)
    const [start, ...rest] = records
    const end = rest.pop()
    if (start === undefined || end === undefined) return undefined
    if (recordTypeOf(start.record) !== startRecord || recordTypeOf(end.record) !== endRecord) return undefined
    if (!isCountRight(end.record, rest.length)) return undefined
    const toPerson = personOfCprRecords(productionDayOf(start.record))
    const persons: PersonInCprRegister[] = []
    const unreadableLines: number[] = []
    for (const { number, records: ofNumber } of byNumber(rest)) {
      const cpr = parseCpr(number)
      if (E.isLeft(cpr) || !isWanted(cpr.right)) continue
      const person = toPerson(cpr.right, ofNumber)
      if (E.isRight(person)) persons.push(person.right)
      else unreadableLines.push(person.left.line)
    }
    return { persons, unreadableLines }
  }
