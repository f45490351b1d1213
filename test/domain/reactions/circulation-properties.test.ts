import fc from 'fast-check'
import { isReservedCopy } from '../../../domain/copy/copy-state'
import type { LoanId } from '../../../domain/values/ids'
import { followUpToCopy, followUpToTitle } from '../../../domain/reactions/follow-up'
import { findPlacesToServe, findQueuePlaceOfReservation } from '../../../domain/title/reservation-queue'
import { placesOfTitleQueue } from '../../../domain/title/title-state'
import {
  anna,
  bent,
  carl,
  day,
  branchAtHarbour,
  mainBranch,
  secondCopy,
  exampleStanding,
  statisticsScopeId,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { simulateReactions, type ReactionSimulation } from '../../fixtures/reaction-simulation'
import { acquireCommand, atNoon, lendCommand, reserveCommand, takeBackCommand } from './circulation-commands'

const arbitraryActions = fc.array(
  fc.record({
    kind: fc.constantFrom('lend', 'return', 'reserve', 'cancel', 'undo', 'withdraw', 'record'),
    copy: fc.constantFrom(firstCopy, secondCopy),
    borrower: fc.constantFrom(anna, bent, carl),
    branch: fc.constantFrom(mainBranch, branchAtHarbour),
  }),
  { maxLength: 30, size: 'max' },
)
type Action = (typeof arbitraryActions extends fc.Arbitrary<ReadonlyArray<infer A>> ? A : never) & {
  readonly n: number
}

const perform = (library: ReactionSimulation, { kind, copy, borrower, branch, n }: Action): boolean => {
  const onLoan = library.copies().find((state) => state._tag === 'OnLoan' && state.item.copy === copy)
  const first = placesOfTitleQueue(library.title())[n % 3]
  switch (kind) {
    case 'lend':
      return library.execute(lendCommand(copy, borrower, n))
    case 'record':
      return library.execute(
        followUpToCopy(copy, {
          ...{ type: 'RecordLoan', loan: numberedUuid(5_000 + n) as LoanId, statistics: statisticsScopeId },
          ...{ standing: exampleStanding(borrower), branch, at: atNoon },
        }),
      )
    case 'return':
      return library.execute(takeBackCommand(copy, branch))
    case 'reserve':
      return library.execute(reserveCommand(n, borrower, branch))
    case 'withdraw':
      return library.execute(followUpToCopy(copy, { type: 'Withdraw' }))
    case 'undo':
      return (
        onLoan?._tag === 'OnLoan' &&
        library.execute(followUpToCopy(copy, { type: 'UndoLoan', loan: onLoan.loan, branch, at: atNoon }))
      )
    case 'cancel':
      return (
        first !== undefined &&
        library.execute(
          followUpToTitle(firstTitle, { type: 'CancelReservation', reservation: first.reservation, title: firstTitle }),
        )
      )
  }
}

const libraryAfterActions = (times: number, actions: ReadonlyArray<Omit<Action, 'n'>>): ReactionSimulation => {
  const library = simulateReactions(times)
  library.execute(acquireCommand(firstCopy))
  library.execute(acquireCommand(secondCopy, branchAtHarbour))
  actions.forEach((action, n) => perform(library, { ...action, n }))
  return library
}

describe('after any actions and all their reactions', () => {
  it('no copy is available while a borrower waits for it, and each reserved copy is to be fetched, in transit or ready for a reservation in the queue', () => {
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        const library = libraryAfterActions(1, actions)
        const reservedCopies = library.copies().filter(isReservedCopy)
        const served = reservedCopies.flatMap(({ reservedFor }) =>
          reservedFor._tag === 'Plain' ? [reservedFor.value.reservation] : [],
        )
        const next = findPlacesToServe(new Set(served), day('2026-01-05'))(library.title())[0]
        const onShelf = library.copies().some(({ _tag }) => _tag === 'OnShelf')
        expect(next !== undefined && onShelf).toBe(false)
        expect(new Set(served).size).toBe(served.length)
        expect(reservedCopies.map(({ _tag }) => _tag)).not.toContain('SetAside')
        for (const id of served) expect(findQueuePlaceOfReservation(id)(library.title())).toBeDefined()
        const ready = reservedCopies.filter(({ _tag }) => _tag === 'ReadyForPickUp').map(({ item }) => item.copy)
        const promised = placesOfTitleQueue(library.title()).flatMap((place) =>
          place._tag === 'Ready' ? [place.copy] : [],
        )
        expect(promised.filter((copy) => !ready.includes(copy))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('a reaction that runs twice on an event changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        const places = (library: ReactionSimulation) =>
          placesOfTitleQueue(library.title()).map(({ reservation: _id, ...place }) => place)
        const where = (library: ReactionSimulation) => library.copies().map(({ _tag }) => _tag)
        const [once, twice] = [libraryAfterActions(1, actions), libraryAfterActions(2, actions)]
        expect(where(twice)).toEqual(where(once))
        expect(places(twice)).toEqual(places(once))
      }),
      { numRuns: 100 },
    )
  })
})
