import fc from 'fast-check'
import { isReservedCopy, volumeOfCopy } from '../../../domain/copy/copy-state'
import { followUpToTitle } from '../../../domain/reactions/follow-up'
import { findQueuePlaceOfReservation } from '../../../domain/title/reservation-queue'
import { placesOfTitleQueue, type QueuePlace } from '../../../domain/title/title-state'
import { isVolumeServedBy, type Volume } from '../../../domain/values/volume'
import type { CopyId, ReservationId } from '../../../domain/values/ids'
import { anna, bent, carl, firstCopy, firstTitle, mainBranch, secondCopy, young } from '../../fixtures/example-library'
import { simulateReactions, type ReactionSimulation } from '../../fixtures/reaction-simulation'
import { placesWithoutCopy } from './absence-steps'
import { acquireCommand, recordCommand, reserveCommand, takeBackCommand } from './circulation-commands'

const [march, april] = ['2026/3', '2026/4'] as [Volume, Volume]
const volumeOf = (copy: CopyId): Volume => (copy === firstCopy ? march : april)

const arbitraryActions = fc.array(
  fc.record({
    kind: fc.constantFrom('lend', 'return', 'return', 'reserve', 'reserve', 'cancel'),
    copy: fc.constantFrom(firstCopy, secondCopy),
    borrower: fc.constantFrom(anna, bent, carl, young),
    wanted: fc.constantFrom(null, march, april),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
)
type Action = typeof arbitraryActions extends fc.Arbitrary<ReadonlyArray<infer A>> ? A : never

const perform = (library: ReactionSimulation, { kind, copy, borrower, wanted }: Action, n: number): void => {
  const first = placesOfTitleQueue(library.title())[n % 3]
  if (kind === 'lend') library.execute(recordCommand(copy, borrower, n))
  if (kind === 'return') library.execute(takeBackCommand(copy))
  if (kind === 'reserve') library.execute(reserveCommand(n, borrower, mainBranch, wanted))
  if (kind === 'cancel' && first !== undefined)
    library.execute(followUpToTitle(firstTitle, { ...first, type: 'CancelReservation', title: firstTitle }))
}

const newLibrary = (): ReactionSimulation => {
  const library = simulateReactions()
  for (const copy of [firstCopy, secondCopy])
    library.execute(acquireCommand(copy, mainBranch, { volume: volumeOf(copy) }))
  return library
}

/** The copies that are reserved, by reservation. */
const reservedCopies = (library: ReactionSimulation): ReadonlyMap<ReservationId, Volume | null> =>
  new Map(
    library
      .copies()
      .filter(isReservedCopy)
      .flatMap((copy) =>
        copy.reservedFor._tag === 'Plain' ? [[copy.reservedFor.value.reservation, volumeOfCopy(copy)] as const] : [],
      ),
  )

const wantedBy = (place: QueuePlace | undefined): Volume | null | undefined =>
  place === undefined || place._tag === 'Forgotten' ? undefined : place.volume

describe('in any history of a periodical', () => {
  it('a copy is set aside only for a reservation of its volume, or of any', () => {
    let served = 0
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        const library = newLibrary()
        actions.forEach((action, n) => {
          perform(library, action, n)
          for (const [reservation, volume] of reservedCopies(library)) {
            const wanted = wantedBy(findQueuePlaceOfReservation(reservation)(library.title()))
            expect(wanted === undefined || isVolumeServedBy(volume)(wanted)).toBe(true)
            if (wanted !== undefined && wanted !== null) served += 1
          }
        })
      }),
      { numRuns: 300 },
    )
    expect(served).toBeGreaterThan(100)
  })

  it('nobody is overtaken, except by those who wait for another volume', () => {
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        const library = newLibrary()
        actions.forEach((action, n) => {
          const [waited, before] = [placesWithoutCopy(library), reservedCopies(library)]
          perform(library, action, n)
          for (const [reservation, volume] of reservedCopies(library)) {
            const at = waited.findIndex((place) => place.reservation === reservation)
            if (before.has(reservation) || at < 0) continue
            const stillWait = new Set(placesWithoutCopy(library).map((place) => place.reservation))
            const overtaken = waited
              .slice(0, at)
              .filter((place) => stillWait.has(place.reservation))
              .filter((place) => isVolumeServedBy(volume)(wantedBy(place) ?? null))
            expect(overtaken).toEqual([])
          }
        })
      }),
      { numRuns: 300 },
    )
  })
})
