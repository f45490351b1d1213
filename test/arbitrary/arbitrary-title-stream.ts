import type { ReservationCounted } from '../../domain/title/events/reservation-counted'
import fc, { type Arbitrary } from 'fast-check'
import { addDays } from '../../domain/values/day'
import type { BorrowerId, ReservationId } from '../../domain/values/ids'
import { noonOf } from '../../domain/values/instant'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { noTitleHoldings } from '../../domain/policy/title-holdings'
import type { TitleCommand } from '../../domain/title/decide-title-command'
import { titleDecider } from '../../domain/title/title-decider'
import { placesOfTitleQueue, type TitleState } from '../../domain/title/title-state'
import {
  day,
  branchAtHarbour,
  mainBranch,
  exampleStanding,
  firstCopy,
  firstTitle,
  secondTitle,
  statisticsScopeId,
} from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { arbitraryStream, type CommandStep } from './arbitrary-stream'

const counted: Parameters<typeof ReservationCounted>[1]['statistics'] = {
  ...{ pickUpBranch: mainBranch, municipality: null },
  borrowerGroup: 'adult',
  ageClass: 'adult',
}

const choices = fc.record({
  type: fc.constantFrom<TitleCommand['type']>(
    ...(['Reserve', 'Reserve', 'Reserve', 'ReserveAnew', 'ChangeReservation', 'MakeReady', 'MakeWaiting'] as const),
    ...(['FulfilReservation', 'CancelReservation', 'ExpireReservation'] as const),
    ...(['ReserveParallel', 'EndParallelReservation'] as const),
  ),
  place: fc.nat(5),
  pickUpBranch: fc.constantFrom(mainBranch, branchAtHarbour),
  days: fc.constantFrom(0, 5, 400),
})

type Choice = typeof choices extends Arbitrary<infer A> ? A : never

/** A command about a borrower in the queue, or a new one. */
const commandOf =
  ({ type, place, pickUpBranch, days }: Choice): CommandStep<TitleCommand, TitleState> =>
  (state, step) => {
    const title = firstTitle
    const fresh = numberedUuid(1_000 + step) as ReservationId
    const borrower = numberedUuid(2_000 + step) as BorrowerId
    const today = addDays(days)(day('2026-01-05'))
    const at = noonOf(day('2026-01-05'))
    const reservation = placesOfTitleQueue(state)[place]?.reservation ?? fresh
    switch (type) {
      case 'Reserve':
        return {
          ...{ type, title, volume: null, pickUpBranch, interestUntil: undefined, at },
          ...{
            reservation: fresh,
            statistics: statisticsScopeId,
            standing: exampleStanding(borrower),
            holdings: { ...noTitleHoldings, reservable: 1 },
          },
        }
      case 'ReserveAnew':
        return { type, reservation: fresh, title, borrower, pickUpBranch, parallelTo: [], volume: null, at }
      case 'ReserveParallel':
        return {
          ...{ type, reservation: fresh, title, parallelTo: [secondTitle], borrower, pickUpBranch, at },
          ...{ interestUntil: today, statistics: statisticsScopeId, counted },
        }
      case 'ChangeReservation':
        return { type, reservation, title, pickUpBranch, interestUntil: addDays(200)(day('2026-01-05')), at }
      case 'MakeReady': {
        const pickUpBy = addDays(7)(day('2026-01-05'))
        return { type, reservation, title, copy: firstCopy, pickUpBranch, pickUpNumber: '000123', pickUpBy }
      }
      case 'MakeWaiting':
        return { type, reservation, title, copy: firstCopy }
      case 'FulfilReservation':
      case 'EndParallelReservation':
      case 'CancelReservation':
        return { type, reservation, title }
      case 'ExpireReservation':
        return { type, reservation, title, day: today }
    }
  }

/** A command to a title's queue in any state. */
export const arbitraryTitleStep: Arbitrary<CommandStep<TitleCommand, TitleState>> = choices.map(commandOf)

/** Streams of a title. */
export const arbitraryTitleStream = arbitraryStream(titleDecider(defaultLibraryPolicy), arbitraryTitleStep)

export const titleCommands: ReadonlyArray<(state: TitleState) => TitleCommand> = fc
  .sample(arbitraryTitleStep, { numRuns: 100, seed: 7 })
  .map((step) => (state) => step(state, 99))
