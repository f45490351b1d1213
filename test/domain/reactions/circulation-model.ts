import fc from 'fast-check'
import type { CopyState } from '../../../domain/copy/copy-state'
import { followUpToCopy, followUpToTitle, type FollowUp } from '../../../domain/reactions/follow-up'
import { placesOfTitleQueue, type QueuePlace } from '../../../domain/title/title-state'
import type { BorrowerId, BranchId, CopyId, LoanId, ReservationId } from '../../../domain/values/ids'
import {
  anna,
  bent,
  branchAtHarbour,
  carl,
  day,
  exampleStanding,
  firstCopy,
  firstTitle,
  mainBranch,
  secondCopy,
  statisticsScopeId,
  traitsOf,
  young,
} from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import type { ReactionSimulation } from '../../fixtures/reaction-simulation'
import { acquireCommand, atNoon, reserveCommand, takeBackCommand } from './circulation-commands'

export const limitedCopy = '3274626535' as CopyId
const copies = [firstCopy, secondCopy, limitedCopy]

/** What the people at the branches know: where each copy was scanned last, as long as it has not left that place. */
export interface CirculationModel {
  readonly scannedAt: Map<CopyId, BranchId>
  /** The borrowers who are absent. The reactions read it too. */
  readonly absent: Set<BorrowerId>
  /** The reservations that had a copy after the last check. */
  promised: ReadonlySet<ReservationId>
  commands: number
}

export const stateOf = (library: ReactionSimulation, copy: CopyId): CopyState | undefined =>
  library.copies().find((state) => state._tag !== 'Unknown' && state.item.copy === copy)

const standingOf = (library: ReactionSimulation, borrower: BorrowerId) =>
  exampleStanding(borrower, {
    ...traitsOf(borrower),
    reservations: placesOfTitleQueue(library.title()).flatMap((place) =>
      place._tag !== 'Forgotten' && place.borrower === borrower
        ? [{ reservation: place.reservation, title: firstTitle, volume: null }]
        : [],
    ),
  })

interface Choices {
  readonly copy: CopyId
  readonly borrower: BorrowerId
  readonly branch: BranchId
  readonly place: number
  readonly isAhead: boolean
}

/** What must not happen by a command. */
export interface Violations {
  /** The copies that were in transit before the command and, without being scanned, are not after it. */
  readonly arrivedUnscanned: ReadonlyArray<CopyId>
  /** The copies that were scanned, and for which the scan has decided nothing. */
  readonly undecided: ReadonlyArray<CopyId>
}

export const noViolations: Violations = { arrivedUnscanned: [], undecided: [] }

export type CheckLibrary = (library: ReactionSimulation, model: CirculationModel, violations: Violations) => void

const isUndecided = (state: CopyState | undefined): boolean =>
  state?._tag === 'OnPullList' || state?._tag === 'SetAside'

export type ModelCommand = fc.Command<CirculationModel, ReactionSimulation>
type MakeFollowUp = (choices: Choices, library: ReactionSimulation, n: number) => FollowUp | undefined

/** Whether a command takes the copy away from the place where it was scanned, or brings it to one. */
type Move = 'leaves' | 'isScanned' | 'stays'

const choices = fc.record({
  copy: fc.constantFrom(...copies),
  borrower: fc.constantFrom(anna, bent, carl, young),
  branch: fc.constantFrom(mainBranch, branchAtHarbour),
  place: fc.nat(3),
  /** A command that comes before the reactions to the one before it have run. */
  isAhead: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})

const isInTransit = (state: CopyState | undefined): boolean =>
  state?._tag === 'InTransit' || state?._tag === 'ReleasedInTransit'

const modelCommand = (
  name: string,
  move: Move,
  makeFollowUp: MakeFollowUp,
  check: CheckLibrary,
): fc.Arbitrary<ModelCommand> =>
  choices.map((chosen) => ({
    check: () => true,
    toString: () => `${name}(${Object.values(chosen).join(', ')})`,
    run: (model, library) => {
      model.commands += 1
      const followUp = makeFollowUp(chosen, library, model.commands)
      const inTransit = copies.filter((copy) => isInTransit(stateOf(library, copy)))
      const isAccepted = followUp !== undefined && library.executeAhead(followUp)
      if (isAccepted && move === 'leaves') model.scannedAt.delete(chosen.copy)
      if (isAccepted && move === 'isScanned') model.scannedAt.set(chosen.copy, chosen.branch)
      if (chosen.isAhead) return
      library.runReactions()
      const moved = inTransit.filter((copy) => !isInTransit(stateOf(library, copy)))
      const isScanned = isAccepted && move === 'isScanned'
      check(library, model, {
        arrivedUnscanned: moved.filter((copy) => move === 'stays' || copy !== chosen.copy),
        undecided: isScanned && isUndecided(stateOf(library, chosen.copy)) ? [chosen.copy] : [],
      })
    },
  }))

const placeIn = (library: ReactionSimulation, { place }: Choices): QueuePlace | undefined =>
  placesOfTitleQueue(library.title())[place]

const titleFollowUp =
  (command: (choices: Choices) => object): MakeFollowUp =>
  (chosen, library) => {
    const reservation = placeIn(library, chosen)?.reservation
    if (reservation === undefined) return undefined
    return followUpToTitle(firstTitle, { reservation, title: firstTitle, ...command(chosen) } as never)
  }

const copyFollowUp =
  (command: (choices: Choices, library: ReactionSimulation, n: number) => object): MakeFollowUp =>
  (chosen, library, n) =>
    followUpToCopy(chosen.copy, command(chosen, library, n) as never)

const loan = ({ borrower, branch }: Choices, library: ReactionSimulation, n: number) => ({
  ...{ loan: numberedUuid(7_000 + n) as LoanId, statistics: statisticsScopeId },
  ...{ standing: standingOf(library, borrower), branch, at: atNoon },
})

const undo: MakeFollowUp = ({ copy, branch }, library) => {
  const state = stateOf(library, copy)
  return state?._tag === 'OnLoan'
    ? followUpToCopy(copy, { type: 'UndoLoan', loan: state.loan, branch, at: atNoon })
    : undefined
}

/** The commands of a library with three copies of one title, at two branches. `check` runs after each of them. */
export const modelCommands = (check: CheckLibrary) => {
  const define = (name: string, move: Move, followUp: MakeFollowUp) => modelCommand(name, move, followUp, check)
  const on = day('2026-01-05')
  return [
    define('scan', 'isScanned', ({ copy, branch }) => takeBackCommand(copy, branch)),
    define('scan', 'isScanned', ({ copy, branch }) => takeBackCommand(copy, branch)),
    define(
      'lend',
      'leaves',
      copyFollowUp((...of) => ({ type: 'Lend', ...loan(...of) })),
    ),
    define(
      'recordLoan',
      'leaves',
      copyFollowUp((...of) => ({ type: 'RecordLoan', ...loan(...of) })),
    ),
    define('undo', 'isScanned', undo),
    define('reserve', 'stays', ({ borrower, branch }, _library, n) => reserveCommand(n, borrower, branch)),
    define('reserve', 'stays', ({ borrower, branch }, _library, n) => reserveCommand(n, borrower, branch)),
    define(
      'cancel',
      'stays',
      titleFollowUp(() => ({ type: 'CancelReservation' })),
    ),
    define(
      'expire',
      'stays',
      titleFollowUp(() => ({ type: 'ExpireReservation', day: day('2027-01-01') })),
    ),
    define(
      'change',
      'stays',
      titleFollowUp(({ branch: pickUpBranch }) => ({
        ...{ type: 'ChangeReservation', pickUpBranch, interestUntil: day('2026-03-01'), at: atNoon },
      })),
    ),
    define(
      'send',
      'leaves',
      copyFollowUp(({ branch: to }) => ({ type: 'Send', to })),
    ),
    define(
      'notFound',
      'leaves',
      copyFollowUp(({ branch }) => ({ type: 'NotFound', branch, day: on })),
    ),
    define(
      'miss',
      'leaves',
      copyFollowUp(() => ({ type: 'RecordMissing', day: on })),
    ),
    define(
      'withdraw',
      'leaves',
      copyFollowUp(() => ({ type: 'Withdraw' })),
    ),
    define('acquire', 'leaves', ({ copy, branch }) =>
      acquireCommand(copy, branch, copy === limitedCopy ? { ageLimit: 15 } : {}),
    ),
  ]
}
