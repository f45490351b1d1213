import type { PersonInCprRegister } from '../../../domain/ports/cpr-register'
import type { Cpr } from '../../../domain/values/cpr'
import type { MunicipalityCode } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { count, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { madeUpName, madeUpText, textsOfContactDetails, textsOfIdentity } from './made-up-people'

/** What the register delivers of somebody of whom it says nothing. */
const emptyRecordOf = (cpr: Cpr): PersonInCprRegister => ({
  ...{ cpr, replacedBy: null, isDead: false, name: null, birthDate: null },
  ...{ residence: { _tag: 'NotSaid' }, isNameAndAddressProtected: null },
})

const deathOf = (cpr: Cpr): PersonInCprRegister => ({ ...emptyRecordOf(cpr), isDead: true })

/** Who a borrower is by the register from today on, with the reason that the library gives. */
const changeIdentity = ({ groundTruth }: SimulatedYear, borrower: TrueBorrower): void => {
  const reason = 'register'
  borrower.reason = reason
  const texts = textsOfIdentity(borrower.person)
  groundTruth.expectedVersions.push({ borrower: borrower.id, class: 'identity', texts })
}

type Change = (year: SimulatedYear, borrower: TrueBorrower) => Partial<PersonInCprRegister>

/** The borrower lives elsewhere: there are new contact details, and in every other case another municipality. */
const move: Change = (year, borrower) => {
  const n = nextNumber(year)
  const address = `${madeUpText('Vej', n)}, 9000 Aalborg`
  const municipality = (n % 2 === 0 ? '851' : '760') as MunicipalityCode
  borrower.contact = { ...borrower.contact, address, careOf: null }
  const texts = textsOfContactDetails(borrower.contact)
  year.groundTruth.expectedVersions.push({ borrower: borrower.id, class: 'contact', texts })
  if (municipality !== borrower.person.municipality) {
    borrower.person = { ...borrower.person, municipality }
    changeIdentity(year, borrower)
  }
  count(year, 'moved')
  return { residence: { _tag: 'LivesAt', careOf: null, address, municipality } }
}

const rename: Change = (year, borrower) => {
  const name = madeUpName(nextNumber(year))
  borrower.person = { ...borrower.person, name }
  changeIdentity(year, borrower)
  count(year, 'renamed')
  return { name }
}

const changeProtection: Change = (year, borrower) => {
  borrower.isProtected = !borrower.isProtected
  changeIdentity(year, borrower)
  count(year, 'protected by the register, or no longer')
  return { isNameAndAddressProtected: borrower.isProtected }
}

const changes: ReadonlyArray<Change> = [move, rename, changeProtection]

const isInRegister = ({ diedOn, person }: TrueBorrower): boolean => diedOn === null && person.cpr !== null

const mayDie = (borrower: TrueBorrower): boolean => isInRegister(borrower) && borrower.person.group === 'adult'

/** Who dies, if somebody does: one time in two it is somebody who waits for a title. */
const pickDead = ({ random, groundTruth }: SimulatedYear): TrueBorrower | undefined => {
  const mortal = [...groundTruth.borrowers.values()].filter(mayDie)
  const waiting = new Set([...groundTruth.reservations.values()].map(({ borrower }) => borrower))
  const isWaiting = random.withProbability(0.5)
  return random.pickOne(isWaiting ? mortal.filter(({ id }) => waiting.has(id)) : mortal)
}

/** A borrower has died, and comes no more. */
const die = (year: SimulatedYear, dead: TrueBorrower): PersonInCprRegister => {
  const { visitors } = year
  dead.diedOn = todayIn(year)
  if (visitors.includes(dead.id)) visitors.splice(visitors.indexOf(dead.id), 1)
  count(year, 'died')
  return deathOf(dead.person.cpr as Cpr)
}

/**
 * The library reads the feed of the CPR register. On one day in twenty it tells of a death, and on every third of a move, a
 * name or a protection; always of a stranger too.
 */
export const readFeedOfCprRegister = async (year: SimulatedYear): Promise<void> => {
  const { library, random, groundTruth, cprRegister } = year
  const borrowers = [...groundTruth.borrowers.values()]
  const dead = pickDead(year)
  const changed = random.pickOne(borrowers.filter((one) => isInRegister(one) && one !== dead))
  const persons: PersonInCprRegister[] = []
  if (dead !== undefined && random.withProbability(0.05)) persons.push(die(year, dead))
  if (changed !== undefined && random.withProbability(1 / 3)) {
    const record = emptyRecordOf(changed.person.cpr as Cpr)
    persons.push({ ...record, ...random.pickOne(changes)!(year, changed) })
  }
  if (persons.length > 0) cprRegister.deliver([...persons, deathOf('0101715999' as Cpr)])
  await library.cprRegister.run()
  rightOrThrow(await library.catchUpReadModels())
}
