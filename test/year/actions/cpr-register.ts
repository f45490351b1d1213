import type { PersonInCprRegister } from '../../../domain/ports/cpr-register'
import type { Cpr } from '../../../domain/values/cpr'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { count, todayIn, type SimulatedYear } from '../simulated-year'

/** What the register delivers of somebody who has died, and of whom it says nothing else. */
const deathOf = (cpr: Cpr): PersonInCprRegister => ({
  ...{ cpr, replacedBy: null, isDead: true, name: null, birthDate: null },
  ...{ residence: { _tag: 'NotSaid' }, isNameAndAddressProtected: null },
})

const mayDie = ({ diedOn, person }: TrueBorrower): boolean =>
  diedOn === null && person.cpr !== null && person.group === 'adult'

/**
 * The library reads the feed of the CPR register. On one day in twenty it tells of a death: of the borrower, who comes no
 * more, and of a stranger.
 */
export const readFeedOfCprRegister = async (year: SimulatedYear): Promise<void> => {
  const { library, random, groundTruth, cprRegister, visitors } = year
  const dead = random.pickOne([...groundTruth.borrowers.values()].filter(mayDie))
  if (dead !== undefined && random.withProbability(0.05)) {
    cprRegister.deliver([deathOf(dead.person.cpr as Cpr), deathOf('0101715999' as Cpr)])
    dead.diedOn = todayIn(year)
    if (visitors.includes(dead.id)) visitors.splice(visitors.indexOf(dead.id), 1)
    count(year, 'died')
  }
  await library.cprRegister.run()
  rightOrThrow(await library.catchUpReadModels())
}
