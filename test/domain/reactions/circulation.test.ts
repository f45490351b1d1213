import { erased } from '../../../domain/event/plain-or-erased'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { copyAndReservationReactions } from '../../../domain/reactions/copy-and-reservation-reactions'
import { followUpToTitle } from '../../../domain/reactions/follow-up'
import { queueNumberInTitleState } from '../../../domain/title/reservation-queue'
import { placesOfTitleQueue, initialTitleState } from '../../../domain/title/title-state'
import {
  anna,
  bent,
  carl,
  day,
  branchAtHarbour,
  mainBranch,
  reservationId,
  secondCopy,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { noFees, waitingBorrowersIn } from '../../fixtures/reaction-simulation'
import {
  acquireCommand,
  atNoon,
  cancelCommand,
  lendCommand,
  reserveCommand,
  takeBackCommand,
  undoCommand,
} from './circulation-commands'
import { libraryAfter, placeTagOf } from './circulation-steps'

describe('the reactions between copies and queues', () => {
  it('put a copy that is in on the pull list, and make the reservation ready when it is scanned there', () => {
    const library = libraryAfter(acquireCommand(firstCopy), reserveCommand(1, anna))
    expect(library.copies()).toMatchObject([{ _tag: 'OnPullList', branch: mainBranch }])
    expect(placeTagOf(library, 1)).toBe('Waiting')
    expect(library.execute(takeBackCommand(firstCopy))).toBe(true)
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp' }])
    expect(placeTagOf(library, 1)).toBe('Ready')
  })

  it('send a returned copy to the pick-up branch of the next in the queue, and make it ready when it is scanned there', () => {
    const library = libraryAfter(
      acquireCommand(firstCopy),
      lendCommand(firstCopy, carl),
      reserveCommand(1, anna, branchAtHarbour),
      takeBackCommand(firstCopy),
    )
    expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: branchAtHarbour }])
    expect(placeTagOf(library, 1)).toBe('Waiting')
    expect(library.execute(takeBackCommand(firstCopy, branchAtHarbour))).toBe(true)
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp', branch: branchAtHarbour }])
    expect(placeTagOf(library, 1)).toBe('Ready')
  })

  it('prefer a copy at the pick-up branch', () => {
    const library = libraryAfter(
      acquireCommand(firstCopy),
      acquireCommand(secondCopy, branchAtHarbour),
      reserveCommand(1, anna, branchAtHarbour),
    )
    expect(library.copies()).toMatchObject([{ _tag: 'OnShelf' }, { _tag: 'OnPullList', branch: branchAtHarbour }])
  })

  it('fulfil the reservation of a borrower who borrows the title', () => {
    const library = libraryAfter(acquireCommand(firstCopy), reserveCommand(1, anna), lendCommand(firstCopy, anna))
    expect(library.title()).toEqual(initialTitleState)
  })

  it('put the copy of a cancelled reservation on the pull list for the next, also when it stood on the pick-up shelf', () => {
    const library = libraryAfter(
      ...[acquireCommand(firstCopy), reserveCommand(1, anna), takeBackCommand(firstCopy)],
      ...[reserveCommand(2, bent), cancelCommand(1)],
    )
    expect(library.copies()).toMatchObject([{ _tag: 'OnPullList', reservedFor: { value: { borrower: bent } } }])
    expect(placeTagOf(library, 2)).toBe('Waiting')
  })

  it('restore the reservation of an undone loan at the front of the queue, with the copy', () => {
    const library = libraryAfter(
      acquireCommand(firstCopy),
      reserveCommand(1, anna),
      reserveCommand(2, bent),
      lendCommand(firstCopy, anna),
      undoCommand(firstCopy),
    )
    expect(placesOfTitleQueue(library.title())).toMatchObject([{ borrower: anna, _tag: 'Ready' }, { borrower: bent }])
    expect(queueNumberInTitleState(reservationId(2))(library.title())).toBe(2)
  })

  it('have a ready copy fetched from the pick-up shelf, and send it to the new pick-up branch', () => {
    const change = followUpToTitle(firstTitle, {
      ...{ type: 'ChangeReservation', reservation: reservationId(1), title: firstTitle },
      ...{ pickUpBranch: branchAtHarbour, interestUntil: day('2026-03-01'), at: atNoon },
    })
    const library = libraryAfter(acquireCommand(firstCopy), reserveCommand(1, anna), takeBackCommand(firstCopy), change)
    expect(library.copies()).toMatchObject([{ _tag: 'OnPullList', branch: mainBranch }])
    expect(placeTagOf(library, 1)).toBe('Waiting')
    library.execute(takeBackCommand(firstCopy))
    expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: branchAtHarbour }])
  })

  it('do nothing for an event whose sealed part is erased: they have run for it already', () => {
    const library = libraryAfter(
      acquireCommand(firstCopy),
      reserveCommand(1, anna),
      lendCommand(firstCopy, anna),
      undoCommand(firstCopy),
    )
    const sealed = library.events.filter((event) => Object.keys(event.sealed).length > 0)
    const knownCopies = { copy: library.copies()[0], copies: library.copies(), copiesIfQueued: library.copies() }
    const waitingBorrowers = waitingBorrowersIn(library.title())
    const facts = {
      ...{ policy: defaultLibraryPolicy, now: atNoon, queue: library.title(), waitingBorrowers },
      ...knownCopies,
      ...noFees,
    }
    const followUps = sealed.flatMap((event) => {
      const forgotten = {
        ...event,
        sealed: Object.fromEntries(Object.keys(event.sealed).map((name) => [name, erased])),
      }
      return copyAndReservationReactions.flatMap(({ followUpsOf: react }) =>
        react(facts, () => numberedUuid(1))(forgotten),
      )
    })
    expect(sealed.length).toBeGreaterThan(4)
    expect(followUps).toEqual([])
  })
})
