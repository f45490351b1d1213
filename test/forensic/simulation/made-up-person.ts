import { createHash } from 'node:crypto'
import type { RegisterBorrowerRequest } from '../../../domain/use-cases/register-borrower'
import type { Day } from '../../../domain/values/day'
import type { BranchId, MunicipalityCode } from '../../../domain/values/ids'

/** A made-up person: the data for the registration, and every text of it that is unique to this person. */
export interface MadeUpPerson extends Pick<RegisterBorrowerRequest, 'person' | 'contactDetails' | 'presentedCard'> {
  readonly canaries: ReadonlyArray<string>
}

const digest = (text: string): Buffer => createHash('sha256').update(`canary ${text}`).digest()

/** Ten letters that identify a text wherever it appears. */
export const uniqueLetters = (of: string): string =>
  [...digest(of).subarray(0, 10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')

/** Decimal digits that identify a number wherever it appears. */
const uniqueDigits = (of: string, count: number): string =>
  [...digest(of)]
    .map((byte) => String(byte % 10))
    .join('')
    .slice(0, count)

const madeUpEmail = (of: string): string => `${uniqueLetters(`${of} mail`)}@example.org`

export const madeUpContact = (of: string): RegisterBorrowerRequest['contactDetails'] => ({
  careOf: `c/o Pensionat ${uniqueLetters(`${of} care of`)}`,
  address: `${uniqueLetters(`${of} street`)}vej 7, 9000 Ålborg`,
  phones: [`+45 ${uniqueDigits(`${of} phone`, 8)}`],
  mobileForNotices: `+45 ${uniqueDigits(`${of} mobile`, 8)}`,
  emails: [madeUpEmail(of)],
  emailForNotices: madeUpEmail(of),
})

export const textsOfContact = (details: RegisterBorrowerRequest['contactDetails']): ReadonlyArray<string> =>
  [details.careOf, details.address, ...details.phones, details.mobileForNotices, ...details.emails].filter(
    (text) => text !== null,
  )

const municipalities = ['851' as MunicipalityCode, '101' as MunicipalityCode, '751' as MunicipalityCode]

/** Of three children two are seven years old, and one comes of age in a month of the summer of 2026. */
const birthDateOfChild = (n: number): Day =>
  (n % 27 === 0 ? `2008-0${String(6 + ((n / 27) % 3))}-15` : '2019-05-06') as Day

/** The n-th person. Every third has a birth date, every ninth is a child. */
export const makeUpPerson = (n: number, homeBranch: BranchId): MadeUpPerson => {
  const name = `Kanarie${uniqueLetters(`${n} first`)} Ærø${uniqueLetters(`${n} last`)}`
  const number = `L${uniqueDigits(`${n} number`, 9)}`
  const cpr = `0${String(1 + (n % 9))}0${String(1 + (n % 9))}${uniqueDigits(`${n} cpr`, 6)}`
  const cardShown = { number: `K-${uniqueDigits(`${n} card`, 10)}`, pin: `pin:${uniqueLetters(`${n} pin`)}` }
  const details = madeUpContact(`${n} at first`)
  return {
    person: {
      ...{ number, cpr, name, homeBranch, language: 'da' },
      birthDate: n % 3 === 0 ? (n % 9 === 0 ? birthDateOfChild(n) : ('1961-05-06' as Day)) : null,
      group: n % 9 === 0 ? 'child' : 'adult',
      municipality: municipalities[n % 3] ?? null,
    },
    contactDetails: details,
    presentedCard: cardShown,
    canaries: [name, number, cpr, cardShown.number, cardShown.pin, ...textsOfContact(details)],
  }
}
