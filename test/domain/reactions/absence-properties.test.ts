import fc from 'fast-check'
import { followUpToTitle, type FollowUp } from '../../../domain/reactions/follow-up'
import { isAbsentOn } from '../../../domain/policy/absence-period'
import { isPlacePaused } from '../../../domain/title/is-place-paused'
import { findQueuePlaceOfBorrower } from '../../../domain/title/reservation-queue'
import { placesOfTitleQueue } from '../../../domain/title/title-state'
import { addDays } from '../../../domain/values/day'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import {
  anna,
  bent,
  branchAtHarbour,
  carl,
  firstCopy,
  firstTitle,
  mainBranch,
  secondCopy,
  secondTitle,
} from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { placesWithoutCopy, setAsideFor, simulateAbsences, type LibraryWithAbsences } from './absence-steps'
import {
  acquireCommand,
  recordCommand,
  reserveCommand,
  reserveParallelCommand,
  takeBackCommand,
} from './circulation-commands'

const bothCopies = [firstCopy, secondCopy]
const dora = numberedUuid(5) as BorrowerId

/** A reservation that is parallel to another title; a copy of that title is reserved for the borrower, or released. */
const pausing = ['reserveParallel', 'paused', 'resumed'] as const

const arbitraryActions = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'lend',
      'return',
      'reserve',
      'reserve',
      'cancel',
      'absent',
      'back',
      'nextDay',
      'nextDay',
      ...pausing,
    ),
    copy: fc.constantFrom(firstCopy, secondCopy),
    borrower: fc.constantFrom(anna, bent, carl, dora),
    branch: fc.constantFrom(mainBranch, branchAtHarbour),
    /** The first day of an absence, in days from today, and how long it lasts; null until it is removed. */
    startsIn: fc.nat(2),
    lasts: fc.option(fc.nat(4)),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
)
type Action = (typeof arbitraryActions extends fc.Arbitrary<ReadonlyArray<infer A>> ? A : never) & {
  readonly n: number
}

/** The command of an action; undefined when it changes the day or an absence. */
const commandOf = (
  { library }: LibraryWithAbsences,
  { kind, copy, borrower, branch, n }: Action,
): FollowUp | undefined => {
  const first = placesOfTitleQueue(library.title())[n % 3]
  switch (kind) {
    case 'lend':
      return recordCommand(copy, borrower, n)
    case 'return':
      return takeBackCommand(copy, branch)
    case 'reserve':
      return reserveCommand(n, borrower)
    case 'reserveParallel':
      return reserveParallelCommand(n, borrower, [secondTitle])
    case 'cancel':
      return first && followUpToTitle(firstTitle, { ...first, type: 'CancelReservation', title: firstTitle })
    case 'absent':
    case 'back':
    case 'nextDay':
    case 'paused':
    case 'resumed':
      return undefined
  }
}

/** Carries out an action: a day ends with its closing, which serves whoever waits, on the next day. */
const perform = (simulated: LibraryWithAbsences, action: Action): void => {
  const { library, today, moveTo, setAbsence, setTitlesWithCopy } = simulated
  const { kind, borrower, startsIn, lasts } = action
  const from = addDays(startsIn)(today())
  if (kind === 'absent') setAbsence(borrower, { from, until: lasts === null ? null : addDays(lasts)(from) })
  if (kind === 'back') setAbsence(borrower, null)
  if (kind === 'paused') setTitlesWithCopy(borrower, [secondTitle])
  if (kind === 'resumed') setTitlesWithCopy(borrower, [])
  if (kind === 'nextDay') {
    moveTo(addDays(1)(today()))
    library.serveWaiting()
  }
  const command = commandOf(simulated, action)
  if (command !== undefined) library.execute(command)
}

/** Carries out actions, one after the other. `check` sees the events of each, and who waited without a copy before it. */
const afterEachAction = (
  copies: ReadonlyArray<CopyId>,
  actions: ReadonlyArray<Omit<Action, 'n'>>,
  check: (
    simulated: LibraryWithAbsences,
    servedNow: ReadonlyArray<BorrowerId>,
    waited: ReadonlyArray<BorrowerId>,
  ) => void,
): void => {
  const simulated = simulateAbsences()
  const { library } = simulated
  for (const copy of copies) library.execute(acquireCommand(copy))
  actions.forEach((action, n) => {
    const before = library.events.length
    const waited = placesWithoutCopy(library).flatMap((place) => (place._tag === 'Forgotten' ? [] : [place.borrower]))
    perform(simulated, { ...action, n })
    check(simulated, setAsideFor(library.events.slice(before)), waited)
  })
}

/** Whether a borrower in the queue is neither absent nor paused. */
const isThere =
  ({ library, today, absenceOf, titlesWithCopyOf }: LibraryWithAbsences) =>
  (borrower: BorrowerId) => {
    const place = findQueuePlaceOfBorrower(borrower, null)(library.title())
    const isPaused = place !== undefined && isPlacePaused({ titlesWithCopy: titlesWithCopyOf(borrower) })(place)
    return !isAbsentOn(today())(absenceOf(borrower)) && !isPaused
  }

describe('in any history with absence periods and parallel reservations', () => {
  it('nothing is set aside for a borrower who is absent on the day, or paused', () => {
    let [served, skipped] = [0, 0]
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        afterEachAction(bothCopies, actions, (simulated, servedNow, waited) => {
          expect(servedNow.filter((borrower) => !isThere(simulated)(borrower))).toEqual([])
          served += servedNow.length
          if (servedNow.length > 0 && waited.some((borrower) => !isThere(simulated)(borrower))) skipped += 1
        })
      }),
      { numRuns: 300 },
    )
    expect([served > 100, skipped > 10]).toEqual([true, true])
  })

  it('whoever is served is the first of those who wait and are there, also after an absence', () => {
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        afterEachAction([firstCopy], actions, (simulated, servedNow, waited) => {
          const [first] = servedNow
          const firstWho = waited.find(isThere(simulated))
          const isServed = first !== undefined && firstWho !== undefined
          expect(first).toBe(isServed ? firstWho : first)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('the places of a queue keep the order in which the reservations were made', () => {
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        afterEachAction(bothCopies, actions, ({ library }) => {
          const made = library.events.flatMap(({ type, open }) =>
            type === 'ReservationMade' ? [(open as { readonly reservation: string }).reservation] : [],
          )
          const places = placesOfTitleQueue(library.title()).map(({ reservation }) => made.indexOf(reservation))
          expect(places).toEqual([...places].sort((one, other) => one - other))
        })
      }),
      { numRuns: 100 },
    )
  })

  it('nobody who is there waits for a free copy after the closing of a day', () => {
    fc.assert(
      fc.property(arbitraryActions, (actions) => {
        const closed = actions.map((action, n) =>
          n === actions.length - 1 ? { ...action, kind: 'nextDay' as const } : action,
        )
        const simulated = simulateAbsences()
        for (const copy of bothCopies) simulated.library.execute(acquireCommand(copy))
        closed.forEach((action, n) => perform(simulated, { ...action, n }))
        const waiting = placesWithoutCopy(simulated.library).filter(
          (place) => place._tag !== 'Forgotten' && isThere(simulated)(place.borrower),
        )
        const isFree = simulated.library.copies().some(({ _tag }) => _tag === 'OnShelf')
        expect(isFree && waiting.length > 0).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
