import { followUpToCopy } from '../../../domain/reactions/follow-up'
import { findQueuePlaceOfReservation, queueNumberInTitleState } from '../../../domain/title/reservation-queue'
import {
  anna,
  bent,
  branchAtHarbour,
  carl,
  day,
  firstCopy,
  mainBranch,
  reservationId,
  secondCopy,
  young,
} from '../../fixtures/example-library'
import {
  acquireCommand,
  atNoon,
  cancelCommand,
  lendCommand,
  recordCommand,
  reserveCommand,
  takeBackCommand,
} from './circulation-commands'
import { libraryAfter, placeTagOf, titleCommand } from './circulation-steps'

describe('the reactions to reserved copies', () => {
  describe('a ready reservation waits again, first in the queue and without a number, when its copy', () => {
    const ready = () =>
      libraryAfter(
        acquireCommand(firstCopy),
        lendCommand(firstCopy, carl),
        reserveCommand(1, anna),
        reserveCommand(2, bent),
        takeBackCommand(firstCopy),
      )
    it.each([
      ['is withdrawn', followUpToCopy(firstCopy, { type: 'Withdraw' })],
      ['is handed in at another branch', takeBackCommand(firstCopy, branchAtHarbour)],
      ['is sent away', followUpToCopy(firstCopy, { type: 'Send', to: branchAtHarbour })],
      ['was lent to another borrower by a machine that was offline', recordCommand(firstCopy, carl)],
    ])('%s', (_what, command) => {
      const library = ready()
      expect(placeTagOf(library, 1)).toBe('Ready')
      expect(library.execute(command)).toBe(true)
      expect(findQueuePlaceOfReservation(reservationId(1))(library.title())).toEqual({
        ...{ _tag: 'Waiting', reservation: reservationId(1), borrower: anna, pickUpBranch: mainBranch },
        ...{ latestEnd: day('2027-01-05'), interestUntil: day('2026-07-04') },
        ...{ parallelTo: [], volume: null },
      })
      expect(queueNumberInTitleState(reservationId(1))(library.title())).toBe(1)
    })

    it('comes back, it is ready again under a new deadline', () => {
      const library = ready()
      library.execute(takeBackCommand(firstCopy, branchAtHarbour))
      library.execute(takeBackCommand(firstCopy))
      expect(placeTagOf(library, 1)).toBe('Ready')
    })
  })

  describe('leave a copy in transit until it is scanned, and the scan decides what becomes of it, when its reservation', () => {
    const inTransit = () =>
      libraryAfter(
        ...[acquireCommand(firstCopy), lendCommand(firstCopy, carl), reserveCommand(1, anna, branchAtHarbour)],
        ...[reserveCommand(2, bent), takeBackCommand(firstCopy)],
      )
    it.each([
      ['is cancelled', cancelCommand(1)],
      ['is fulfilled by another copy', titleCommand({ type: 'FulfilReservation' })],
      ['expires', titleCommand({ type: 'ExpireReservation', day: day('2027-01-01') })],
    ])('%s', (_what, command) => {
      const library = inTransit()
      expect(library.execute(command)).toBe(true)
      expect(library.copies()).toMatchObject([{ _tag: 'ReleasedInTransit', to: branchAtHarbour }])
      expect(placeTagOf(library, 2)).toBe('Waiting')
      library.execute(takeBackCommand(firstCopy, branchAtHarbour))
      expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: mainBranch }])
      library.execute(takeBackCommand(firstCopy))
      expect(placeTagOf(library, 2)).toBe('Ready')
    })

    it('is changed to another pick-up branch', () => {
      const library = inTransit()
      library.execute(
        titleCommand({
          type: 'ChangeReservation',
          pickUpBranch: mainBranch,
          interestUntil: day('2026-03-01'),
          at: atNoon,
        }),
      )
      expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: branchAtHarbour }])
      library.execute(takeBackCommand(firstCopy, branchAtHarbour))
      expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: mainBranch }])
    })
  })

  describe('serve whoever waits', () => {
    it('with the next copy when a copy on the pull list is not found, or lent to somebody at the desk', () => {
      const commands = [
        followUpToCopy(firstCopy, { type: 'NotFound', branch: mainBranch, day: day('2026-01-06') }),
        lendCommand(firstCopy, bent),
      ]
      for (const command of commands) {
        const library = libraryAfter(
          acquireCommand(firstCopy),
          acquireCommand(secondCopy),
          reserveCommand(1, anna),
          command,
        )
        expect(library.copies()[1]).toMatchObject({ _tag: 'OnPullList', reservedFor: { value: { borrower: anna } } })
      }
    })

    it('with a copy that is returned at the pick-up branch before the copy on the pull list is fetched', () => {
      const library = libraryAfter(
        ...[acquireCommand(firstCopy), lendCommand(firstCopy, carl), acquireCommand(secondCopy)],
        ...[reserveCommand(1, anna), reserveCommand(2, bent), takeBackCommand(firstCopy)],
      )
      expect(placeTagOf(library, 1)).toBe('Ready')
      expect(library.copies()).toMatchObject([
        { _tag: 'ReadyForPickUp', reservedFor: { value: { borrower: anna } } },
        { _tag: 'OnPullList', reservedFor: { value: { borrower: bent } } },
      ])
    })

    it('with a copy that was scanned before the reactions to the reservation have run', () => {
      const library = libraryAfter(acquireCommand(firstCopy), lendCommand(firstCopy, carl))
      library.executeAhead(reserveCommand(1, anna))
      library.execute(takeBackCommand(firstCopy))
      expect(placeTagOf(library, 1)).toBe('Ready')
    })

    it('with a missing copy, as soon as it is scanned', () => {
      const library = libraryAfter(
        acquireCommand(firstCopy),
        followUpToCopy(firstCopy, { type: 'RecordMissing', day: day('2026-01-05') }),
      )
      library.execute(reserveCommand(1, anna))
      expect(library.copies()).toMatchObject([{ _tag: 'Missing' }])
      library.execute(takeBackCommand(firstCopy))
      expect(placeTagOf(library, 1)).toBe('Ready')
    })
  })

  describe('reserve a copy only for a borrower to whom it may be lent', () => {
    const limitedCopy = acquireCommand(secondCopy, mainBranch, { ageLimit: 15 })
    const interLibraryCopy = acquireCommand(secondCopy, mainBranch, { group: 'inter-library' })

    it.each([
      ['a copy with an age limit', limitedCopy],
      ['an inter-library loan', interLibraryCopy],
    ])('%s stays on the shelf, also after any scan', (_what, acquire) => {
      const library = libraryAfter(
        ...[acquireCommand(firstCopy), lendCommand(firstCopy, carl), reserveCommand(1, young)],
        ...[acquire, takeBackCommand(secondCopy), lendCommand(secondCopy, carl), takeBackCommand(secondCopy)],
      )
      expect(library.copies()).toMatchObject([{ _tag: 'OnLoan' }, { _tag: 'OnShelf' }])
      expect(placeTagOf(library, 1)).toBe('Waiting')
    })

    it('the next in the queue gets what the first may not have, and the first keeps the place', () => {
      const library = libraryAfter(
        ...[acquireCommand(firstCopy), lendCommand(firstCopy, carl), reserveCommand(1, young), reserveCommand(2, anna)],
        ...[limitedCopy, takeBackCommand(secondCopy)],
      )
      expect(placeTagOf(library, 2)).toBe('Ready')
      library.execute(takeBackCommand(firstCopy))
      expect(placeTagOf(library, 1)).toBe('Ready')
    })
  })
})
