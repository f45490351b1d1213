import fc from 'fast-check'
import { isReservedCopy, type CopyState } from '../../../domain/copy/copy-state'
import { isReservableFor } from '../../../domain/policy/reservable-material'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { findQueuePlaceOfReservation } from '../../../domain/title/reservation-queue'
import { placesOfTitleQueue, type QueuePlace } from '../../../domain/title/title-state'
import type { BorrowerId, ReservationId } from '../../../domain/values/ids'
import { branchAtHarbour, day, firstCopy, secondCopy, traitsOf } from '../../fixtures/example-library'
import { simulateReactions, type ReactionSimulation } from '../../fixtures/reaction-simulation'
import { absenceModelCommands } from './absence-model-commands'
import { acquireCommand } from './circulation-commands'
import { modelCommands, noViolations, stateOf, type CheckLibrary, type CirculationModel } from './circulation-model'

const today = day('2026-01-05')

/** The copies that are reserved, with the reservation and the borrower. */
const promisesOf = (library: ReactionSimulation) =>
  library
    .copies()
    .filter(isReservedCopy)
    .flatMap((copy) => (copy.reservedFor._tag === 'Plain' ? [{ copy, ...copy.reservedFor.value }] : []))

/** The copies on a shelf that could serve a place whose borrower is there, although no copy is reserved for it. */
const copiesLeftFor = (
  library: ReactionSimulation,
  { absent }: CirculationModel,
  place: QueuePlace,
): ReadonlyArray<CopyState> => {
  if (place._tag === 'Forgotten' || absent.has(place.borrower)) return []
  if (promisesOf(library).some(({ reservation }) => reservation === place.reservation)) return []
  const isReservable = isReservableFor(defaultLibraryPolicy)(traitsOf(place.borrower), today)
  return library.copies().filter((copy) => copy._tag === 'OnShelf' && isReservable(copy.item))
}

/** Each ready reservation has its copy on the pick-up shelf of its branch, where it was scanned last. */
const checkReadyReservations = (library: ReactionSimulation, { scannedAt }: CirculationModel): void => {
  const ready = placesOfTitleQueue(library.title()).flatMap((place) => (place._tag === 'Ready' ? [place] : []))
  expect(ready.map(({ copy }) => [stateOf(library, copy), scannedAt.get(copy)])).toMatchObject(
    ready.map(({ reservation, pickUpBranch: branch }) => [
      { _tag: 'ReadyForPickUp', branch, reservedFor: { value: { reservation } } },
      branch,
    ]),
  )
}

/** Each copy is promised to one reservation in the queue, to whose borrower it may be lent; none has two copies. */
const checkPromises = (library: ReactionSimulation): void => {
  const promises = promisesOf(library)
  const reservations = promises.map(({ reservation }) => reservation)
  expect(new Set(reservations).size).toBe(reservations.length)
  expect(reservations.filter((id) => findQueuePlaceOfReservation(id)(library.title()) === undefined)).toEqual([])
  const forbidden = promises.filter(
    ({ copy, borrower }) => !isReservableFor(defaultLibraryPolicy)(traitsOf(borrower), today)(copy.item),
  )
  expect(forbidden).toEqual([])
}

const checkNobodyWaitsInVain = (library: ReactionSimulation, model: CirculationModel): void =>
  expect(placesOfTitleQueue(library.title()).flatMap((place) => copiesLeftFor(library, model, place))).toEqual([])

/** No reservation of an absent borrower has got a copy since the last check. */
const checkNothingIsPromisedToAbsent = (library: ReactionSimulation, model: CirculationModel): void => {
  const promises = promisesOf(library)
  const gotCopy = promises.filter(({ reservation }) => !model.promised.has(reservation))
  expect(gotCopy.filter(({ borrower }) => model.absent.has(borrower))).toEqual([])
  model.promised = new Set(promises.map(({ reservation }) => reservation))
}

const checkLibrary: CheckLibrary = (library, model, violations) => {
  expect(violations).toEqual(noViolations)
  checkReadyReservations(library, model)
  checkPromises(library)
  checkNothingIsPromisedToAbsent(library, model)
  checkNobodyWaitsInVain(library, model)
}

describe('copies, a queue and their reactions, after each of any commands', () => {
  it('promise no copy twice, have no reservation ready without its copy at its branch, leave a copy in transit until it is scanned, set none aside for an absent borrower, and let nobody else wait for a free copy', () => {
    fc.assert(
      fc.property(
        fc.commands([...modelCommands(checkLibrary), ...absenceModelCommands(checkLibrary)], {
          maxCommands: 40,
          size: 'max',
        }),
        (commands) => {
          fc.modelRun(() => {
            const absent = new Set<BorrowerId>()
            const absenceOf = (borrower: BorrowerId) => (absent.has(borrower) ? { from: today, until: null } : null)
            const real = simulateReactions(1, { today: () => today, absenceOf })
            real.execute(acquireCommand(firstCopy))
            real.execute(acquireCommand(secondCopy, branchAtHarbour))
            return { model: { scannedAt: new Map(), absent, promised: new Set<ReservationId>(), commands: 0 }, real }
          }, commands)
        },
      ),
      { numRuns: 200 },
    )
  })
})
