import type { ContactDetails } from '../../../domain/borrower/contact-details'
import type { PersonalDetails } from '../../../domain/borrower/personal-details'
import type { Day } from '../../../domain/values/day'
import type { MunicipalityCode } from '../../../domain/values/ids'
import { madeUpContact, uniqueLetters } from '../../forensic/simulation/made-up-person'
import type { PersonalText } from '../ground-truth/ground-truth'
import { branchesOfYear } from '../simulated-year'

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** A CPR number of a year in which nobody lives who was born: day and month from the number, and a serial number. */
const cprOf = (year: '70' | '71', n: number): string =>
  `${twoDigits(1 + (n % 28))}${twoDigits(1 + (Math.floor(n / 28) % 12))}${year}${String(5000 + (Math.floor(n / 336) % 4000))}`

export const cprOfBorrower = (n: number): string => cprOf('71', n)
export const cprOfGuardian = (n: number): string => cprOf('70', n)

export const madeUpName = (n: number): string =>
  `Kanarie${uniqueLetters(`${String(n)} first`)} Ærø${uniqueLetters(`${String(n)} last`)}`

const municipalities = ['851', '101', '751'].map((code) => code as MunicipalityCode)

const birthDates = ['1961-05-06', '1979-11-30', '1994-02-01', '2004-08-17'].map((day) => day as Day)

const birthDateOf = (n: number): Day | null => (n % 7 === 0 ? null : birthDates[n % birthDates.length]!)

const groupOf = (n: number): PersonalDetails['group'] => {
  if (n % 41 === 11) return 'institution'
  return n % 37 === 12 ? 'staff' : 'adult'
}

/** The n-th grown-up person. */
export const madeUpAdult = (n: number): PersonalDetails => ({
  number: `L${uniqueLetters(`${String(n)} number`)}`,
  cpr: n % 11 === 0 ? null : cprOfBorrower(n),
  name: madeUpName(n),
  birthDate: birthDateOf(n),
  group: groupOf(n),
  municipality: municipalities[n % municipalities.length]!,
  homeBranch: branchesOfYear[n % branchesOfYear.length]!,
  language: n % 6 === 0 ? 'en' : 'da',
})

/** The n-th child. Every tenth has the 18th birthday early in the year that follows 2025. */
export const madeUpChild = (n: number): PersonalDetails => ({
  ...madeUpAdult(n),
  group: 'child',
  birthDate: (n % 10 === 0 ? '2008-05-11' : `20${twoDigits(10 + (n % 10))}-03-09`) as Day,
})

/** Contact details: two in three people have an e-mail address, the others a mobile number alone. */
export const madeUpContactOf = (n: number): ContactDetails => {
  const contact = madeUpContact(String(n))
  return n % 3 === 2 ? { ...contact, emails: [], emailForNotices: null } : { ...contact, mobileForNotices: null }
}

/** Contact details of a guardian: without an e-mail address there is no mobile number either, and letters are printed. */
export const madeUpContactOfGuardian = (n: number): ContactDetails => ({
  ...madeUpContactOf(n),
  mobileForNotices: null,
})

export const textsOfIdentity = ({ cpr, name }: Pick<PersonalDetails, 'cpr' | 'name'>): ReadonlyArray<PersonalText> => [
  { text: name, kind: 'name' },
  ...(cpr === null ? [] : [{ text: cpr, kind: 'cprNumber' } as const]),
]

export const textsOfContactDetails = (contact: ContactDetails): ReadonlyArray<PersonalText> => {
  const { careOf, address, phones, mobileForNotices, emails } = contact
  const texts: ReadonlyArray<readonly [string | null, PersonalText['kind']]> = [
    [careOf, 'careOf'],
    [address, 'careOf'],
    ...phones.map((phone) => [phone, 'phones'] as const),
    [mobileForNotices, 'phones'],
    ...emails.map((email) => [email, 'email'] as const),
  ]
  return texts.flatMap(([text, kind]) => (text === null ? [] : [{ text, kind }]))
}

/** A text of staff about one person, which stands nowhere else. */
export const madeUpText = (about: string, n: number): string => `${about} ${uniqueLetters(`${about} ${String(n)}`)}`

/** The number of a card, as a reader of cards gives it. */
export const madeUpCardNumber = (n: number): string => `K${uniqueLetters(`card ${String(n)}`).toUpperCase()}`
