import type { PersonalDetails } from '../../../domain/borrower/personal-details'
import type { Day } from '../../../domain/values/day'
import type { MunicipalityCode } from '../../../domain/values/ids'
import { demoHarbourBranch, demoMainBranch } from './demo-copies'

/** An invented borrower of the demo library. */
export interface DemoBorrower {
  readonly person: PersonalDetails
  /** Ten digits, as on a real card. */
  readonly card: string
  readonly email: string
}

const firstNames = [
  'Asta',
  'Bertil',
  'Clara',
  'Ditte',
  'Emil',
  'Frida',
  'Gorm',
  'Hanne',
  'Ib',
  'Johanne',
  'Karl',
  'Lis',
]
const lastNames = ['Prøvesen', 'Eksempel', 'Opdigtet']

/** The year of birth. Every sixth borrower is a child. */
const birthYear = (index: number): number => (index % 6 === 5 ? 2016 : 1960 + ((index * 7) % 40))

/** The borrower with a place in the list of all that are invented. */
export const demoBorrowerWithIndex = (index: number): DemoBorrower => {
  const name = `${firstNames[index % firstNames.length] ?? ''} ${lastNames[index % lastNames.length] ?? ''} ${String(index + 1)}`
  const number = String(700_000 + index * 37)
  return {
    person: {
      number,
      cpr: null,
      name,
      birthDate: `${String(birthYear(index))}-03-1${String(index % 10)}` as Day,
      group: index % 6 === 5 ? 'child' : 'adult',
      municipality: (index % 4 === 3 ? '840' : '851') as MunicipalityCode,
      homeBranch: index % 3 === 2 ? demoHarbourBranch : demoMainBranch,
      language: index % 5 === 4 ? 'en' : 'da',
    },
    card: String(2_000_070_000 + index * 37),
    email: `demo${String(index + 1)}@example.org`,
  }
}

/** All borrowers of the demo library. */
export const demoBorrowers: ReadonlyArray<DemoBorrower> = Array.from({ length: 30 }, (_, index) =>
  demoBorrowerWithIndex(index),
)
