import * as E from 'fp-ts/Either'
import type { PersonInCprRegister, Residence } from '../../../domain/ports/cpr-register'
import { parseCpr, type Cpr } from '../../../domain/values/cpr'
import { Day } from '../../../domain/values/day'
import { MunicipalityCode } from '../../../domain/values/ids'
import { isKnownRecordType, readCprRecord, recordTypeOf, type CprRecordFields } from './cpr-record-layouts'

/** A line of a delivery, with its number from 1. */
export interface NumberedRecord {
  readonly line: number
  readonly record: string
}

/** The number of the first line that cannot be read. */
interface UnreadableLine {
  readonly line: number
}

/** Statuskode: death, and the codes of numbers that are cancelled, deleted or replaced. */
const deadStatus = '90'
const statuses = new Set(['01', '03', '05', '07', '20', '30', '50', '60', '70', '80', deadStatus])

/** Beskyttelsestype: navne- og adressebeskyttelse. The other kinds do not concern a library. */
const nameAndAddressProtection = '0001'

const cprOrNull = (text: string): Cpr | null => {
  const parsed = parseCpr(text)
  return E.isRight(parsed) ? parsed.right : null
}

const municipalityOf = (code: string): MunicipalityCode | null => {
  const three = code.slice(-3)
  return MunicipalityCode.is(three) ? three : null
}

const residenceOf = (fields: CprRecordFields<'003'>): Residence => {
  const { careOf, street, town, postcode, district, municipality } = fields
  if (street === '') return { _tag: 'NoDanishAddress' }
  const address = [street, town, `${postcode} ${district}`.trim()].filter((line) => line !== '').join(', ')
  return {
    _tag: 'LivesAt',
    careOf: careOf === '' ? null : careOf,
    address,
    municipality: municipalityOf(municipality),
  }
}

/** A protection that has an end holds until the day before. Null for another kind of protection. */
const protectionOf =
  (producedOn: string) =>
  ({ kind, until }: CprRecordFields<'004'>): boolean | null =>
    kind === nameAndAddressProtection ? until === '' || until.replaceAll('-', '') > producedOn : null

const nameOf = ({ first, middle, last }: CprRecordFields<'008'>): string | null => {
  const name = [first, middle, last].filter((part) => part !== '').join(' ')
  return name === '' ? null : name
}

const withPersonalData = (
  person: PersonInCprRegister,
  { current, status, birthDate }: CprRecordFields<'001'>,
): PersonInCprRegister | undefined => {
  const replacement = cprOrNull(current)
  if (!statuses.has(status) || (current !== '' && Number(current) !== 0 && replacement === null)) return undefined
  return {
    ...person,
    replacedBy: replacement === person.cpr ? null : replacement,
    isDead: status === deadStatus,
    birthDate: Day.is(birthDate) ? birthDate : null,
  }
}

/** Of several records of protection, one that is in force decides. */
const withProtection = (person: PersonInCprRegister, isProtected: boolean | null): PersonInCprRegister =>
  isProtected === null || person.isNameAndAddressProtected === true
    ? person
    : { ...person, isNameAndAddressProtected: isProtected }

const withRecord =
  (producedOn: string) =>
  (person: PersonInCprRegister, record: string): PersonInCprRegister | undefined => {
    const type = recordTypeOf(record)
    if (!isKnownRecordType(type)) return person
    const fields = readCprRecord(type, record)
    if (fields === undefined) return undefined
    switch (type) {
      case '001':
        return withPersonalData(person, fields as CprRecordFields<'001'>)
      case '003':
        return { ...person, residence: residenceOf(fields as CprRecordFields<'003'>) }
      case '004':
        return withProtection(person, protectionOf(producedOn)(fields as CprRecordFields<'004'>))
      case '008':
        return { ...person, name: nameOf(fields as CprRecordFields<'008'>) }
    }
  }

/**
 * The person of the records of one number, of a delivery that was produced on a day (YYYYMMDD). Without a record of
 * protection, nothing is said of it: a delivery may lack these records, and staff protect persons too. Left: a record cannot
 * be read; then nothing of the person is used.
 */
export const personOfCprRecords =
  (producedOn: string) =>
  (cpr: Cpr, records: ReadonlyArray<NumberedRecord>): E.Either<UnreadableLine, PersonInCprRegister> => {
    let person: PersonInCprRegister = {
      cpr,
      replacedBy: null,
      isDead: false,
      name: null,
      birthDate: null,
      residence: { _tag: 'NotSaid' },
      isNameAndAddressProtected: null,
    }
    for (const { line, record } of records) {
      const next = withRecord(producedOn)(person, record)
      if (next === undefined) return E.left({ line })
      person = next
    }
    return E.right(person)
  }
