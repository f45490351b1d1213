import { changeOrCancelReservation } from '../../../domain/use-cases/change-or-cancel-reservation'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { addDays } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import type { TrueBorrower, TrueReservation } from '../ground-truth/ground-truth'
import { endReservation } from '../ground-truth/reservations'
import { addScopesOfEvents } from '../ground-truth/scopes'
import { anyBranch, attempt, count, metadataIn, noteUse, todayIn, type CopyOfYear, type SimulatedYear } from '../simulated-year' // prettier-ignore
import { copiesTable } from '../../../projections/copies/copies-table'
import { handIn } from './loans'

/** Reserves a title. One in four is interested for two weeks only. */
export const reserve = async (
  year: SimulatedYear,
  borrower: TrueBorrower,
  { title }: Pick<CopyOfYear, 'title'>,
): Promise<void> => {
  const { library, groundTruth, random } = year
  const today = todayIn(year)
  const interestUntil = random.withProbability(0.25) ? addDays(14)(today) : undefined
  const pickUpBranch = random.withProbability(0.5) ? anyBranch(year) : undefined
  const request = { title, borrower: borrower.id, pickUpBranch, interestUntil, ...metadataIn(year) }
  const done = await attempt(year, 'reserved', reserveTitle(library.useCaseDependencies)(request))
  if (done === undefined) return
  addScopesOfEvents(groundTruth, borrower.id, done.events)
  noteUse(year, borrower.id)
  groundTruth.reservations.set(done.reservation, {
    ...{
      reservation: done.reservation,
      borrower: borrower.id,
      title,
      place: (groundTruth.nextPlace += 1),
      pickUpBy: null,
      readyAt: null,
    },
    pickUpBranch: pickUpBranch ?? borrower.person.homeBranch,
    interestUntil: interestUntil ?? addDays(180)(today),
  })
}

export const cancelReservation = async (
  year: SimulatedYear,
  { reservation, title }: TrueReservation,
): Promise<void> => {
  const cancel = changeOrCancelReservation(year.library.useCaseDependencies)(title, metadataIn(year))
  const done = await attempt(year, 'reservation cancelled', cancel({ type: 'CancelReservation', reservation, title }))
  if (done !== undefined) endReservation(year.groundTruth, reservation, todayIn(year))
}

/** Another branch to pick up at, and another last day of interest. A copy that waits at the branch before is sent on. */
export const changeReservation = async (year: SimulatedYear, waiting: TrueReservation): Promise<void> => {
  const { reservation, title, readyAt } = waiting
  const { at, ...metadata } = metadataIn(year)
  const chosen = addDays(20 + year.random.below(100))(todayIn(year))
  const interestUntil = chosen === waiting.interestUntil ? addDays(1)(chosen) : chosen
  const changed = { pickUpBranch: anyBranch(year), interestUntil }
  const change = changeOrCancelReservation(year.library.useCaseDependencies)(title, { at, ...metadata })
  const command = { type: 'ChangeReservation', reservation, title, at, ...changed } as const
  if ((await attempt(year, 'reservation changed', change(command))) === undefined) return
  Object.assign(waiting, changed)
  if (readyAt !== null && readyAt !== changed.pickUpBranch) count(year, 'ready copy sent on')
}

/** Staff fetch the copies of the pull lists, and receive those that were sent from another branch. */
export const scanReservedCopies = async (year: SimulatedYear): Promise<void> => {
  const { rows } = year.library
  for (const { copy, branch } of rows.find(copiesTable, { where: { status: 'onPullList' } }))
    if (year.random.withProbability(0.8)) await handIn(year, 'fetched from pull list', copy, branch)
  await year.library.useCaseDependencies.waitForReactions()
  for (const { copy } of rows.find(copiesTable, { where: { status: 'inTransit' } })) {
    count(year, 'in transit')
    await handIn(year, 'received', copy, branchThatWaitsFor(year, copy))
  }
}

/** The branch that a copy was sent to; any branch when nobody waits for it any more. */
const branchThatWaitsFor = (year: SimulatedYear, copy: CopyOfYear['copy']): BranchId => {
  const title = year.copies.find((one) => one.copy === copy)?.title
  const waiting = [...year.groundTruth.reservations.values()].find(
    (one) => one.title === title && one.pickUpBy === null,
  )
  return waiting?.pickUpBranch ?? anyBranch(year)
}
