import * as TE from 'fp-ts/TaskEither'
import type { MessageSender } from '../../../domain/ports/message-sender'
import { isMinorOn } from '../../../domain/policy/guardian-policy'
import { birthDateOfCpr, type Cpr } from '../../../domain/values/cpr'
import { ageInYears } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import { identityOfBorrower } from '../../../projections/borrowers/borrower-record-queries'
import { registeredGuardianOf } from '../../../projections/guardians/guardian-queries'
import {
  correctGuardian,
  destroyGuardianPaper,
  guardianOutsideTown,
  registerGuardian,
  removeGuardian,
  type GuardianOfTown,
} from '../simulation/guardians-of-town'
import type { SimulatedYear } from './year-plan'

const sender: MessageSender = { send: () => TE.right(undefined) }

const childrenOf = ({ town, visitors }: SimulatedYear): ReadonlyArray<BorrowerId> => {
  const { policy, commandHandling } = town.system.useCaseDependencies
  const today = commandHandling.clock.today()
  return visitors
    .map(({ borrower }) => borrower)
    .filter((borrower) => {
      const birthDate = identityOfBorrower(borrower)(town.system.rows)?.birthDate ?? null
      return birthDate !== null && isMinorOn(policy(today).guardians)(birthDate)(today)
    })
}

/** A borrower whose CPR number says that they are of age; undefined when the one whose turn it is does not qualify. */
const guardianAmongBorrowers = ({ town, visitors }: SimulatedYear, n: number): GuardianOfTown | undefined => {
  const somebody = visitors[(n * 17) % visitors.length]
  const known = somebody && identityOfBorrower(somebody.borrower)(town.system.rows)
  const cpr = known?.cpr as Cpr | null | undefined
  const birthDate = cpr === null || cpr === undefined ? null : birthDateOfCpr(cpr)
  const today = town.system.useCaseDependencies.commandHandling.clock.today()
  if (known === undefined || birthDate === null || cpr === null || cpr === undefined) return undefined
  return ageInYears(birthDate)(today) < 18 ? undefined : { cpr, name: known.name, asBorrower: known.borrower }
}

/** One guardian answers for about three children. Every second is a borrower too, and every twenty days others come. */
const guardianOfDay = (year: SimulatedYear, day: number, n: number, guardians: number): GuardianOfTown =>
  (n % 2 === 0 ? guardianAmongBorrowers(year, n) : undefined) ??
  guardianOutsideTown(guardians * Math.floor(day / 20) + (n % guardians))

/**
 * What happens to guardians on an open day. Who and when follows from the day, so that the rest of the year is the same with
 * it and without it. What is pending is sent: what is on the balance of a child to the guardian.
 */
export const guardiansOnOpenDay = async (year: SimulatedYear, day: number): Promise<void> => {
  const { town } = year
  await town.system.catchUpReadModels()
  const children = childrenOf(year)
  const guardians = Math.max(2, Math.ceil(children.length / 3))
  const of = (n: number): BorrowerId | undefined => children[n % Math.max(1, children.length)]
  const without = children.filter((child) => registeredGuardianOf(child)(town.system.rows) === undefined)
  for (const [index, child] of without.slice(0, 1 + Math.ceil(children.length / 20)).entries())
    await registerGuardian(town, child, guardianOfDay(year, day, 31 * day + index, guardians), day + index)
  const [replaced, corrected, removed] = [of(3 * day), of(5 * day + 1), of(7 * day + 2)]
  if (day % 2 === 0 && replaced !== undefined)
    await registerGuardian(town, replaced, guardianOfDay(year, day, 31 * day + 7, guardians), day)
  if (day % 3 === 0 && corrected !== undefined) await correctGuardian(town, corrected, day)
  if (day % 6 === 1 && removed !== undefined) await removeGuardian(town, removed)
  if (day % 4 === 2) await destroyGuardianPaper(town)
  await town.system.messages.sendPending({ email: sender, sms: sender })
}
