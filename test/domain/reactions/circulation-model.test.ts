import fc from 'fast-check'
import { isReservedCopy, type CopyState } from '../../../domain/copy/copy-state'
import { isReservableFor } from '../../../domain/policy/reservable-material'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { findQueuePlaceOfReservation } from '../../../domain/title/reservation-queue'
import { placesOfTitleQueue, type QueuePlace } from '../../../domain/title/title-state'
import { branchAtHarbour, day, firstCopy, secondCopy, traitsOf } from '../../fixtures/example-library'
import { simulateReactions, type ReactionSimulation } from '../../fixtures/reaction-simulation'
import { acquireCommand } from './circulation-commands'
import { modelCommands, stateOf, type CheckLibrary, type CirculationModel } from './circulation-model'

const today = day('2026-01-05')

/** The copies that are reserved, with the reservation and the borrower. */
const promisesOf = (library: ReactionSimulation) =>
  library
    .copies()
    .filter(isReservedCopy)
    .flatMap((copy) => (copy.reservedFor._tag === 'Plain' ? [{ copy, ...copy.reservedFor.value }] : []))

/** The copies on a shelf that a place in the queue could be served by, although no copy is reserved for it. */
const copiesLeftFor = (library: ReactionSimulation, place: QueuePlace): ReadonlyArray<CopyState> => {
  if (place._tag === 'Forgotten' || promisesOf(library).some(({ reservation }) => reservation === place.reservation))
    return []
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

const checkNobodyWaitsInVain = (library: ReactionSimulation): void =>
  expect(placesOfTitleQueue(library.title()).flatMap((place) => copiesLeftFor(library, place))).toEqual([])

const checkLibrary: CheckLibrary = (library, model, violations) => {
  expect(violations).toEqual({ arrivedUnscanned: [], undecided: [] })
  checkReadyReservations(library, model)
  checkPromises(library)
  checkNobodyWaitsInVain(library)
}

describe('copies, a queue and their reactions, after each of any commands', () => {
  it('promise no copy twice, have no reservation ready without its copy at its branch, leave a copy in transit until it is scanned, and let nobody wait for a free copy', () => {
    fc.assert(
      fc.property(fc.commands(modelCommands(checkLibrary), { maxCommands: 40, size: 'max' }), (commands) => {
        fc.modelRun(() => {
          const real = simulateReactions()
          real.execute(acquireCommand(firstCopy))
          real.execute(acquireCommand(secondCopy, branchAtHarbour))
          return { model: { scannedAt: new Map(), commands: 0 }, real }
        }, commands)
      }),
      { numRuns: 200 },
    )
  })
})
