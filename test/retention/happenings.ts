import { BorrowerRegistered } from '../../domain/borrower/events/borrower-registered'
import { ContactChanged } from '../../domain/borrower/events/contact-changed'
import { LoanReturned } from '../../domain/copy/events/loan-returned'
import { FeeSettled } from '../../domain/fee/events/fee-settled'
import type { AnyEvent } from '../../domain/event/define-event'
import type { BorrowerId, CardId, ContactId, FeeId, LoanId } from '../../domain/values/ids'
import type { Day } from '../../domain/values/day'
import { monthOf } from '../../domain/values/month'
import { id, type World } from './world'

type Open = Pick<AnyEvent, 'type' | 'open'>

const shelf = { copy: '3274626533', title: '52557240', branch: 'DK-785100' }

/** Events as the schedule meets them: with their open parts alone. */
export const loanStarted = (loan: LoanId, lentOn: Day): Open => ({
  type: 'LoanStarted',
  open: { loan, statistics: '00000000-0000-4000-8000-000000000000', ...shelf, lentOn },
})
export const loanReturned = (loan: LoanId, returnedOn: Day): Open => ({
  type: LoanReturned.type,
  open: { loan, ...shelf, returnedOn },
})
export const feeLevied = (fee: FeeId, leviedOn: Day): Open => ({
  type: 'FeeLevied',
  open: { fee, kind: 'lateness', leviedOn },
})
export const feeSettled = (fee: FeeId, settledOn: Day): Open => FeeSettled({ fee, settledOn }, {})
export const reservationMade = (reservation: string, latestEnd: Day): Open => ({
  type: 'ReservationMade',
  open: { reservation, title: shelf.title, latestEnd },
})

/** Lends a copy and takes it back on the day that it is. */
export const lentAndReturned = (world: World): LoanId => {
  const loan = id<LoanId>()
  world.record('circulation', 'copy-3274626533', loanStarted(loan, world.today))
  world.record('circulation', 'copy-3274626533', loanReturned(loan, world.today))
  return loan
}

export interface Person {
  readonly borrower: BorrowerId
  readonly contact: ContactId
  readonly card: CardId
}

export const registered = (world: World): Person => {
  const person = { borrower: id<BorrowerId>(), contact: id<ContactId>(), card: id<CardId>() }
  world.record('persons', `borrower-${person.borrower}`, {
    type: BorrowerRegistered.type,
    open: { ...person, registeredIn: monthOf(world.today) },
  })
  return person
}

export const moved = (world: World, { borrower, contact }: Person): ContactId => {
  const next = id<ContactId>()
  world.record('persons', `borrower-${borrower}`, {
    type: ContactChanged.type,
    open: { borrower, contact: next, replaces: contact },
  })
  return next
}

/** So many nights pass; what the last of them reported. */
export const nights = async (world: World, count: number) => {
  for (let night = 1; night < count; night += 1) await world.midnight()
  return world.midnight()
}
