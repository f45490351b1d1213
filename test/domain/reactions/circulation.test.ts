import { erased } from '../../../domain/event/remembered'
import { defaultPolicy } from '../../../domain/policy/policy'
import { circulationReactions } from '../../../domain/reactions/circulation-reactions'
import { followUpToCopy, followUpToTitle } from '../../../domain/reactions/follow-up'
import { findQueuePlace, queueNumberOf } from '../../../domain/title/queue'
import { queuePlacesOf, emptyQueue } from '../../../domain/title/state'
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
import { noFees, simulateReactions, type ReactionSimulation } from '../../fixtures/reaction-simulation'
import {
  acquireCommand,
  atNoon,
  cancelCommand,
  lendCommand,
  recordCommand,
  reserveCommand,
  takeBackCommand,
  undoCommand,
} from './circulation-commands'

const after = (...commands: ReadonlyArray<Parameters<ReactionSimulation['execute']>[0]>) => {
  const library = simulateReactions()
  for (const command of commands) expect(library.execute(command)).toBe(true)
  return library
}
const placeTagOf = (library: ReactionSimulation, n: number) => findQueuePlace(reservationId(n))(library.title())?._tag

describe('the reactions between copies and queues', () => {
  it('make a reservation ready at once when a copy is available', () => {
    const library = after(acquireCommand(firstCopy), reserveCommand(1, anna))
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp' }])
    expect(placeTagOf(library, 1)).toBe('Ready')
  })

  it('send a returned copy to the pick-up branch of the next in the queue, and make it ready when it is scanned there', () => {
    const library = after(
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
    const library = after(
      acquireCommand(firstCopy),
      acquireCommand(secondCopy, branchAtHarbour),
      reserveCommand(1, anna, branchAtHarbour),
    )
    expect(library.copies()).toMatchObject([{ _tag: 'OnShelf' }, { _tag: 'ReadyForPickUp', branch: branchAtHarbour }])
  })

  it('fulfil the reservation of a borrower who borrows the title', () => {
    const library = after(acquireCommand(firstCopy), reserveCommand(1, anna), lendCommand(firstCopy, anna))
    expect(library.title()).toEqual(emptyQueue)
  })

  it('set the copy of a cancelled reservation aside for the next', () => {
    const library = after(acquireCommand(firstCopy), reserveCommand(1, anna), reserveCommand(2, bent), cancelCommand(1))
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp', reservedFor: { value: { borrower: bent } } }])
  })

  it('restore the reservation of an undone loan at the front of the queue, with the copy', () => {
    const library = after(
      acquireCommand(firstCopy),
      reserveCommand(1, anna),
      reserveCommand(2, bent),
      lendCommand(firstCopy, anna),
      undoCommand(firstCopy),
    )
    expect(queuePlacesOf(library.title())).toMatchObject([{ borrower: anna, _tag: 'Ready' }, { borrower: bent }])
    expect(queueNumberOf(reservationId(2))(library.title())).toBe(2)
  })

  it('send a reserved copy to the new pick-up branch', () => {
    const change = followUpToTitle(firstTitle, {
      ...{ type: 'ChangeReservation', reservation: reservationId(1), title: firstTitle },
      ...{ pickUpBranch: branchAtHarbour, interestUntil: day('2026-03-01'), at: atNoon },
    })
    const library = after(acquireCommand(firstCopy), reserveCommand(1, anna), change)
    expect(library.copies()).toMatchObject([{ _tag: 'InTransit', to: branchAtHarbour }])
    expect(placeTagOf(library, 1)).toBe('Waiting')
  })

  describe('a ready reservation waits again, first in the queue and without a number, when its copy', () => {
    const ready = () =>
      after(
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
      expect(findQueuePlace(reservationId(1))(library.title())).toEqual({
        ...{ _tag: 'Waiting', reservation: reservationId(1), borrower: anna, pickUpBranch: mainBranch },
        ...{ latestEnd: day('2027-01-05'), interestUntil: day('2026-07-04') },
      })
      expect(queueNumberOf(reservationId(1))(library.title())).toBe(1)
    })

    it('comes back, it is ready again under a new deadline', () => {
      const library = ready()
      library.execute(takeBackCommand(firstCopy, branchAtHarbour))
      library.execute(takeBackCommand(firstCopy))
      expect(placeTagOf(library, 1)).toBe('Ready')
    })
  })

  it('do nothing for an event whose sealed part is erased: they have run for it already', () => {
    const library = after(
      acquireCommand(firstCopy),
      reserveCommand(1, anna),
      lendCommand(firstCopy, anna),
      undoCommand(firstCopy),
    )
    const sealed = library.events.filter((event) => Object.keys(event.sealed).length > 0)
    const knownCopies = { copy: library.copies()[0], copies: library.copies(), copiesIfQueued: library.copies() }
    const facts = { policy: defaultPolicy, now: atNoon, queue: library.title(), ...knownCopies, ...noFees }
    const followUps = sealed.flatMap((event) => {
      const forgotten = {
        ...event,
        sealed: Object.fromEntries(Object.keys(event.sealed).map((name) => [name, erased])),
      }
      return circulationReactions.flatMap(({ followUpsOf: react }) => react(facts, () => numberedUuid(1))(forgotten))
    })
    expect(sealed.length).toBeGreaterThan(4)
    expect(followUps).toEqual([])
  })
})
