import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { changeUnsettledFee } from '../../../domain/use-cases/change-unsettled-fee'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { changeOrCancelReservation } from '../../../domain/use-cases/change-or-cancel-reservation'
import type { BlockId, BranchId, ContactId, CopyId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { blocksTable } from '../../../projections/borrowers/borrower-tables'
import { copiesTable, type CopyStatus } from '../../../projections/copies/copies-table'
import { madeUpContact, uniqueLetters, textsOfContact } from './made-up-person'
import {
  commandMetadataIn,
  townBranches,
  countDone,
  type SimulatedTown,
  type SimulatedBorrower,
} from './simulated-town'

const addCanary = (town: SimulatedTown, text: string): string => {
  town.groundTruth.canaries.add(text)
  return text
}

/** Lifts one of the blocks in force. */
const liftOneBlock = async (town: SimulatedTown): Promise<void> => {
  const standing = town.random.pickOne(town.system.rows.find(blocksTable, {}))
  if (standing === undefined) return
  const { borrower, block } = standing
  const act = changeBorrower(town.system.useCaseDependencies)(borrower, commandMetadataIn(town))
  countDone(town)('unblocked', await act(() => ({ type: 'LiftBlock', borrower, block }))())
}

/** Lifts one block, then blocks the borrower with a note, or changes the borrower's contact details. */
export const blockOrChangeContact = async (town: SimulatedTown, { borrower, n }: SimulatedBorrower): Promise<void> => {
  await liftOneBlock(town)
  const change = changeBorrower(town.system.useCaseDependencies)(borrower, commandMetadataIn(town))
  const about = `${String(n)} ${String(town.visits)}`
  if (town.random.withProbability(0.2)) {
    const note = addCanary(town, `Notat om ${uniqueLetters(`${about} note`)}`)
    const at = noonOf(town.system.useCaseDependencies.commandHandling.clock.today())
    const blocked = await change((ids) => ({
      ...{ type: 'BlockBorrower', borrower, block: ids.idFor('block') as BlockId, reason: 'U', note, at },
    }))()
    countDone(town)('blocked', blocked)
  } else {
    const contactDetails = madeUpContact(about)
    for (const text of textsOfContact(contactDetails)) addCanary(town, text)
    const contactOf = (id: string) => id as ContactId
    const moved = await change((ids) => ({
      ...{ type: 'ChangeContact', borrower, contact: contactOf(ids.idFor('contact')), contactDetails },
    }))()
    countDone(town)('moved house', moved)
  }
}

/** Writes one fee of the borrower off, with a written reason. */
export const writeOffOneFee = async (town: SimulatedTown, { borrower }: SimulatedBorrower): Promise<void> => {
  const { useCaseDependencies: library } = town.system
  const known = await library.decisionQueries.fees(borrower)()
  const owed = known._tag === 'Right' ? known.right.find(({ ending }) => ending === null) : undefined
  if (owed === undefined) return
  const reason = addCanary(town, `Afskrevet: ${uniqueLetters(owed.fee)}`)
  const on = library.commandHandling.clock.today()
  const writeOff = { type: 'WriteOffFee', fee: owed.fee, reason, role: 'staff', on } as const
  countDone(town)('written off', await changeUnsettledFee(library)(borrower, commandMetadataIn(town))(writeOff)())
}

/** Cancels one reservation of the borrower, or of another one when this borrower has none. */
export const cancelOneReservation = async (town: SimulatedTown, first: SimulatedBorrower): Promise<void> => {
  const { useCaseDependencies: library } = town.system
  for (const { borrower } of [first, ...town.people.values()]) {
    const standing = await library.decisionQueries.standing(borrower)()
    const waits = standing._tag === 'Right' ? standing.right?.reservations[0] : undefined
    if (waits === undefined) continue
    const { reservation, title } = waits
    const act = changeOrCancelReservation(library)(title, commandMetadataIn(town))
    countDone(town)('gave up', await act({ type: 'CancelReservation', reservation, title })())
    return
  }
}

/** Requests the erasure of the borrower and runs the worker. The request is refused while the borrower has or owes anything. */
export const requestErasureAndRun = async (town: SimulatedTown, { borrower }: SimulatedBorrower): Promise<void> => {
  const { useCaseDependencies: library, retention } = town.system
  if (
    countDone(town)(
      'forgotten on request',
      await requestErasure(library)({ borrower, ...commandMetadataIn(town) })(),
    ) === undefined
  )
    return
  town.people.delete(borrower)
  await retention.run()
}

const withStatus = (town: SimulatedTown, status: CopyStatus) =>
  town.system.rows.find(copiesTable, { where: { status } })

/** Finds one of the copies that count as lost. */
export const findOneLostCopy = async (town: SimulatedTown): Promise<void> => {
  const lost = town.random.pickOne(withStatus(town, 'lost'))
  if (lost === undefined) return
  const day = town.system.useCaseDependencies.commandHandling.clock.today()
  const find = { type: 'Find', branch: townBranches[0]!, day } as const
  countDone(town)(
    'found',
    await changeCopy(town.system.useCaseDependencies)(lost.copy, commandMetadataIn(town))(find)(),
  )
}

const scan = async (town: SimulatedTown, copy: CopyId, branch: BranchId): Promise<void> => {
  countDone(town)(
    'scanned',
    await returnCopy(town.system.useCaseDependencies)({ copy, branch, ...commandMetadataIn(town) })(),
  )
}

/** Fetches the copies of the pull lists, and receives those that were sent from the other branch. */
export const scanReservedCopies = async (town: SimulatedTown): Promise<void> => {
  for (const { copy, branch } of withStatus(town, 'onPullList')) await scan(town, copy, branch)
  for (const { copy, branch } of withStatus(town, 'inTransit'))
    await scan(
      town,
      copy,
      townBranches.find((other) => other !== branch)!,
    )
}
