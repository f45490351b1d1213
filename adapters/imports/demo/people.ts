import type { Person } from '../../../domain/borrower/person'
import type { Day } from '../../../domain/values/day'
import type { MunicipalityCode } from '../../../domain/values/ids'
import { harbourBranch, mainLibrary } from './titles'

/** A borrower in the demo library; nobody of these names is meant. */
export interface DemoPerson {
  readonly person: Person
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

/** Every sixth is a child; the others have turned 14 long ago. */
const bornIn = (index: number): number => (index % 6 === 5 ? 2016 : 1960 + ((index * 7) % 40))

const demoPerson = (index: number): DemoPerson => {
  const name = `${firstNames[index % firstNames.length] ?? ''} ${lastNames[index % lastNames.length] ?? ''} ${String(index + 1)}`
  const number = String(700_000 + index * 37)
  return {
    person: {
      number,
      cpr: null,
      name,
      birthDate: `${String(bornIn(index))}-03-1${String(index % 10)}` as Day,
      group: index % 6 === 5 ? 'child' : 'adult',
      municipality: (index % 4 === 3 ? '840' : '851') as MunicipalityCode,
      homeBranch: index % 3 === 2 ? harbourBranch : mainLibrary,
      language: index % 5 === 4 ? 'en' : 'da',
    },
    card: String(2_000_070_000 + index * 37),
    email: `demo${String(index + 1)}@example.org`,
  }
}

/** Everybody in the demo library, in no order that means anything. */
export const demoPeople: ReadonlyArray<DemoPerson> = Array.from({ length: 30 }, (_, index) => demoPerson(index))
