import { unkeyedOrigin, type CommandMetadata } from '../../../domain/use-cases/command-metadata'
import { changeBorrower, type BorrowerChange } from '../../../domain/use-cases/change-borrower'
import { sendEmailLinkOnce } from '../../../domain/use-cases/send-email-link'
import { confirmEmailByLink } from '../../../domain/use-cases/use-email-link'
import type { UseCaseIds } from '../../../domain/use-cases/repeatable-ids-of-use-case'
import type { Cpr } from '../../../domain/values/cpr'
import type { BorrowerId, GuardianId, GuardianshipId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { monthOf } from '../../../domain/values/month'
import { registeredGuardianOf } from '../../../projections/guardians/guardian-queries'
import { guardianPapersToDestroy } from '../../../projections/guardians/guardian-paper-queries'
import { madeUpContact, textsOfContact, uniqueLetters } from './made-up-person'
import { countDone, townBranches, type SimulatedTown } from './simulated-town'

/** Somebody who answers for children. `asBorrower` is null of one who is no borrower. */
export interface GuardianOfTown {
  readonly cpr: Cpr
  readonly name: string
  readonly asBorrower: BorrowerId | null
}

/** The n-th guardian who is no borrower: born in 1870. */
export const guardianOutsideTown = (n: number): GuardianOfTown => ({
  cpr: `010170${String(5000 + n)}` as Cpr,
  name: `Kanarie${uniqueLetters(`guardian ${String(n)}`)} Værge`,
  asBorrower: null,
})

const today = ({ system }: SimulatedTown) => system.useCaseDependencies.commandHandling.clock.today()

/** Without a random choice, so that the rest of a simulation is the same with guardians and without them. */
const metadataOfToday = (town: SimulatedTown): CommandMetadata => ({ at: noonOf(today(town)), origin: unkeyedOrigin })

const change = async (
  town: SimulatedTown,
  done: string,
  child: BorrowerId,
  command: (ids: UseCaseIds) => BorrowerChange,
) => {
  const run = changeBorrower(town.system.useCaseDependencies)(child, metadataOfToday(town))
  const accepted = countDone(town)(done, await run(command)())
  await town.system.catchUpReadModels()
  return accepted
}

/** Adds what the library knows of the guardian of a child now to the ground truth. */
const noteGuardian = (town: SimulatedTown, child: BorrowerId, { cpr, asBorrower }: Omit<GuardianOfTown, 'name'>) => {
  const registered = registeredGuardianOf(child)(town.system.rows)
  if (registered === undefined) return
  town.groundTruth.guardians.set(registered.guardian, { child, person: cpr, asBorrower })
  const texts = [registered.cpr, registered.name, ...textsOfContact(registered.details)]
  for (const text of texts) town.groundTruth.canaries.add(text)
}

/** Mails a link to the e-mail of the guardian, as a registration over HTTP does. The guardian follows it, or does not. */
const verifyEmail = async (town: SimulatedTown, child: BorrowerId, isFollowed: boolean): Promise<void> => {
  const registered = registeredGuardianOf(child)(town.system.rows)
  if (registered === undefined) return
  const tokens: string[] = []
  const { useCaseDependencies, shortTerm } = town.system
  const urlOfLink = (token: string): string => {
    tokens.push(token)
    return `https://bibliotek.example.dk/email-verification/${token}`
  }
  const { guardianship } = registered
  const owner = { borrower: child, guardianship }
  countDone(town)('guardian mailed', await sendEmailLinkOnce({ useCaseDependencies, shortTerm, urlOfLink })(owner)())
  for (const token of isFollowed ? tokens : [])
    countDone(town)('guardian verified', await confirmEmailByLink({ useCaseDependencies, shortTerm })(token)())
}

/** Registers a guardian of a child, in place of an earlier one if there is one. Every second is registered on paper. */
export const registerGuardian = async (
  town: SimulatedTown,
  child: BorrowerId,
  guardian: GuardianOfTown,
  n: number,
): Promise<void> => {
  const replaced = registeredGuardianOf(child)(town.system.rows) !== undefined
  const { cpr, name } = guardian
  const paper = n % 2 === 0 ? { month: monthOf(today(town)), branch: townBranches[n % 4 === 0 ? 0 : 1]! } : null
  const accepted = await change(town, replaced ? 'guardian replaced' : 'guardian registered', child, ({ idFor }) => ({
    ...{ type: 'RegisterGuardian', borrower: child, day: today(town) },
    guardian: idFor('guardian') as GuardianId,
    guardianship: idFor('guardianship') as GuardianshipId,
    details: { cpr, name, details: madeUpContact(`guardian ${cpr}`), paper },
  }))
  if (accepted === undefined) return
  noteGuardian(town, child, guardian)
  await verifyEmail(town, child, n % 3 !== 0)
}

/** The guardian of a child corrects how the library reaches them. */
export const correctGuardian = async (town: SimulatedTown, child: BorrowerId, n: number): Promise<void> => {
  const known = registeredGuardianOf(child)(town.system.rows)
  if (known === undefined) return
  const earlier = town.groundTruth.guardians.get(known.guardian)
  const accepted = await change(town, 'guardian corrected', child, ({ idFor }) => ({
    ...{ type: 'CorrectGuardianContact', borrower: child, guardianship: known.guardianship },
    ...{ guardian: idFor('guardian') as GuardianId, contact: madeUpContact(`guardian ${known.cpr} ${String(n)}`) },
  }))
  if (accepted === undefined) return
  noteGuardian(town, child, { cpr: known.cpr as Cpr, asBorrower: earlier?.asBorrower ?? null })
  await verifyEmail(town, child, n % 3 !== 0)
}

/** Staff remove the guardian of a child. */
export const removeGuardian = async (town: SimulatedTown, child: BorrowerId): Promise<void> => {
  if (registeredGuardianOf(child)(town.system.rows) === undefined) return
  await change(town, 'guardian removed', child, () => ({
    ...{ type: 'RemoveGuardian', borrower: child, month: monthOf(today(town)) },
  }))
}

/** Staff destroy the first paper on the list. */
export const destroyGuardianPaper = async (town: SimulatedTown): Promise<void> => {
  const [paper] = guardianPapersToDestroy(monthOf(today(town)))(town.system.rows)
  if (paper === undefined) return
  const { borrower, guardian } = paper
  await change(town, 'guardian paper destroyed', borrower, () => ({
    ...{ type: 'ConfirmGuardianPaperDestroyed', borrower, guardian },
  }))
}
