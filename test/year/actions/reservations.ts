import { changeOrCancelReservation } from '../../../domain/use-cases/change-or-cancel-reservation'
import { reserveParallelTitles } from '../../../domain/use-cases/reserve-parallel-titles'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { addDays } from '../../../domain/values/day'
import type { BranchId, TitleId } from '../../../domain/values/ids'
import type { TrueBorrower, TrueReservation } from '../ground-truth/ground-truth'
import { endReservation } from '../ground-truth/reservations'
import { interestEnd } from '../ground-truth/end-days'
import { addScope, addScopesOfEvents, endScope } from '../ground-truth/scopes'
import { anyBranch, attempt, count, metadataIn, noteUse, todayIn, type CopyOfYear, type SimulatedYear } from '../simulated-year' // prettier-ignore
import { copiesTable, type CopyRow } from '../../../projections/copies/copies-table'
import { actConcurrently } from './act-concurrently'
import { handIn } from './loans'

type Wish = Pick<TrueReservation, 'title' | 'volume' | 'parallelTo'>

/** Notes a reservation that the library has made. */
const noteReservation = (
  { groundTruth }: SimulatedYear,
  { id: borrower }: TrueBorrower,
  made: Wish & Pick<TrueReservation, 'reservation' | 'pickUpBranch' | 'interestUntil'>,
): void => {
  addScope(groundTruth, { id: made.reservation, class: 'reservation', borrower })
  groundTruth.reservations.set(made.reservation, {
    ...{ ...made, borrower, place: (groundTruth.nextPlace += 1), pickUpBy: null, readyAt: null, lentInstead: null },
  })
}

/** Half of the borrowers name a branch, and one in four is interested for two weeks only. */
const chooseBranchAndInterest = (year: SimulatedYear) => {
  const { random } = year
  const interestUntil = random.withProbability(0.25) ? addDays(14)(todayIn(year)) : undefined
  return { interestUntil, pickUpBranch: random.withProbability(0.5) ? anyBranch(year) : undefined }
}

const withDefaults = (
  year: SimulatedYear,
  { person }: TrueBorrower,
  { pickUpBranch, interestUntil }: ReturnType<typeof chooseBranchAndInterest>,
) => ({
  pickUpBranch: pickUpBranch ?? person.homeBranch,
  interestUntil: interestUntil ?? interestEnd(todayIn(year)),
})

/** Reserves a title. Of a periodical two in three want a certain volume. */
export const reserve = async (
  year: SimulatedYear,
  borrower: TrueBorrower,
  { title, volume: ofCopy }: Pick<CopyOfYear, 'title' | 'volume'>,
): Promise<void> => {
  const volume = year.random.withProbability(2 / 3) ? ofCopy : null
  const chosen = chooseBranchAndInterest(year)
  const request = { title, borrower: borrower.id, volume: volume ?? undefined, ...chosen, ...metadataIn(year) }
  const done = await attempt(year, 'reserved', reserveTitle(year.library.useCaseDependencies)(request))
  if (done === undefined) return
  if (volume !== null) count(year, 'volume reserved')
  noteUse(year, borrower.id)
  const { reservation } = done
  noteReservation(year, borrower, {
    reservation,
    title,
    volume,
    parallelTo: [],
    ...withDefaults(year, borrower, chosen),
  })
}

/** Reserves several titles, of which the borrower wants one. */
export const reserveOneOf = async (
  year: SimulatedYear,
  borrower: TrueBorrower,
  titles: ReadonlyArray<TitleId>,
): Promise<void> => {
  const { groundTruth, library } = year
  const chosen = chooseBranchAndInterest(year)
  const request = { titles, borrower: borrower.id, ...chosen, ...metadataIn(year) }
  const run = reserveParallelTitles(library.useCaseDependencies)(request)
  const done = await attempt(year, 'reserved in parallel', run)
  if (done === undefined) return
  noteUse(year, borrower.id)
  addScopesOfEvents(groundTruth, borrower.id, done.events)
  for (const { open } of done.events) endScope(groundTruth, open.parallelReservation, todayIn(year))
  for (const { title, reservation } of done.reservations) {
    const parallelTo = titles.filter((other) => other !== title).sort()
    noteReservation(year, borrower, {
      ...{ reservation, title, volume: null, parallelTo },
      ...withDefaults(year, borrower, chosen),
    })
  }
  await library.useCaseDependencies.waitForReactions()
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
  await actConcurrently(year, rows.find(copiesTable, { where: { status: 'onPullList' } }), ofNobody, fetchFromPullList)
  await year.library.useCaseDependencies.waitForReactions()
  await actConcurrently(year, rows.find(copiesTable, { where: { status: 'inTransit' } }), ofNobody, receive)
}

const ofNobody = (): undefined => undefined

const fetchFromPullList = async (year: SimulatedYear, { copy, branch }: CopyRow): Promise<void> => {
  if (year.random.withProbability(0.8)) await handIn(year, 'fetched from pull list', copy, branch)
}

const receive = async (year: SimulatedYear, { copy }: CopyRow): Promise<void> => {
  count(year, 'in transit')
  await handIn(year, 'received', copy, branchThatWaitsFor(year, copy))
}

/** The branch that a copy was sent to; any branch when nobody waits for it any more. */
const branchThatWaitsFor = (year: SimulatedYear, copy: CopyOfYear['copy']): BranchId => {
  const title = year.copies.find((one) => one.copy === copy)?.title
  const waiting = [...year.groundTruth.reservations.values()].find(
    (one) => one.title === title && one.pickUpBy === null,
  )
  return waiting?.pickUpBranch ?? anyBranch(year)
}
