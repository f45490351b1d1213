import fc, { type Arbitrary } from 'fast-check'
import { addDays } from '../../domain/values/day'
import type { BorrowerId, ReservationId } from '../../domain/values/ids'
import { noonOf } from '../../domain/values/instant'
import { defaultPolicy } from '../../domain/policy/policy'
import { noHoldings } from '../../domain/policy/title-holdings'
import type { TitleCommand } from '../../domain/title/decide'
import { titleDecider } from '../../domain/title/decider'
import { placesIn, type TitleState } from '../../domain/title/state'
import { day, harbourBranch, mainLibrary, standingOf, theCopy, theTitle } from '../fixtures/library'
import { uuid } from '../fixtures/uuid'
import { arbitraryStream, type Step } from './stream'

const choices = fc.record({
  type: fc.constantFrom<TitleCommand['type']>(
    ...(['Reserve', 'Reserve', 'Reserve', 'ReserveAnew', 'ChangeReservation', 'MakeReady'] as const),
    ...(['FulfilReservation', 'CancelReservation', 'ExpireReservation'] as const),
  ),
  place: fc.nat(5),
  pickUpBranch: fc.constantFrom(mainLibrary, harbourBranch),
  days: fc.constantFrom(0, 5, 400),
})

type Choice = typeof choices extends Arbitrary<infer A> ? A : never

/** A command about somebody in the queue, or somebody new. */
const commandOf =
  ({ type, place, pickUpBranch, days }: Choice): Step<TitleCommand, TitleState> =>
  (state, step) => {
    const title = theTitle
    const fresh = uuid(1_000 + step) as ReservationId
    const borrower = uuid(2_000 + step) as BorrowerId
    const today = addDays(days)(day('2026-01-05'))
    const at = noonOf(day('2026-01-05'))
    const reservation = placesIn(state)[place]?.reservation ?? fresh
    switch (type) {
      case 'Reserve':
        return {
          ...{ type, title, pickUpBranch, interestUntil: undefined, at },
          ...{ reservation: fresh, standing: standingOf(borrower), holdings: { ...noHoldings, reservable: 1 } },
        }
      case 'ReserveAnew':
        return { type, reservation: fresh, title, borrower, pickUpBranch, at }
      case 'ChangeReservation':
        return { type, reservation, title, pickUpBranch, interestUntil: addDays(200)(day('2026-01-05')), at }
      case 'MakeReady': {
        const pickUpBy = addDays(7)(day('2026-01-05'))
        return { type, reservation, title, copy: theCopy, pickUpBranch, pickUpNumber: '000123', pickUpBy }
      }
      case 'FulfilReservation':
      case 'CancelReservation':
        return { type, reservation, title }
      case 'ExpireReservation':
        return { type, reservation, title, day: today }
    }
  }

/** A command to a title's queue, whatever its state. */
export const arbitraryTitleStep: Arbitrary<Step<TitleCommand, TitleState>> = choices.map(commandOf)

/** What may happen to a queue. */
export const arbitraryTitleStream = arbitraryStream(titleDecider(defaultPolicy), arbitraryTitleStep)

export const titleCommands: ReadonlyArray<(state: TitleState) => TitleCommand> = fc
  .sample(arbitraryTitleStep, { numRuns: 100, seed: 7 })
  .map((step) => (state) => step(state, 99))
