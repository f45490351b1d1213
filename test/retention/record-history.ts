import { BorrowerLapsed } from '../../domain/borrower/events/borrower-lapsed'
import { BorrowerRegistered } from '../../domain/borrower/events/borrower-registered'
import { CardIssued } from '../../domain/borrower/events/card-issued'
import { ContactChanged } from '../../domain/borrower/events/contact-changed'
import { LoanReturned } from '../../domain/copy/events/loan-returned'
import { FeeSettled } from '../../domain/fee/events/fee-settled'
import type { AnyEvent } from '../../domain/event/define-event'
import type { BorrowerId, CardId, ContactId, FeeId, LoanId } from '../../domain/values/ids'
import { addYears, type Day } from '../../domain/values/day'
import { monthOf } from '../../domain/values/month'
import { randomId, type InMemoryLibrary } from './in-memory-library'

type OpenPart = Pick<AnyEvent, 'type' | 'open'>

const copyAtBranch = { copy: '3274626533', title: '52557240', branch: 'DK-785100' }

/** Events as the schedule reads them: open parts only. */
export const openLoanStarted = (loan: LoanId, lentOn: Day): OpenPart => ({
  type: 'LoanStarted',
  open: { loan, statistics: '00000000-0000-4000-8000-000000000000', ...copyAtBranch, lentOn },
})
export const openLoanReturned = (loan: LoanId, returnedOn: Day): OpenPart => ({
  type: LoanReturned.type,
  open: { loan, ...copyAtBranch, returnedOn },
})
export const openLoanEndCorrected = (loan: LoanId, returnedOn: Day): OpenPart => ({
  type: 'LoanEndCorrected',
  open: { loan, ...copyAtBranch, returnedOn },
})
export const openLoanClaimedReturned = (loan: LoanId, latestEnd: Day): OpenPart => ({
  type: 'LoanClaimedReturned',
  open: { loan, ...copyAtBranch, latestEnd },
})
export const openClaimedLoanWrittenOff = (loan: LoanId, writtenOffOn: Day): OpenPart => ({
  type: 'ClaimedLoanWrittenOff',
  open: { loan, ...copyAtBranch, writtenOffOn },
})
export const openFeeLevied = (fee: FeeId, leviedOn: Day): OpenPart => ({
  type: 'FeeLevied',
  open: { fee, kind: 'lateness', leviedOn, owedUntil: addYears(3)(leviedOn) },
})
export const openFeeSettled = (fee: FeeId, settledOn: Day): OpenPart => FeeSettled({ fee, settledOn }, {})
export const openReservationMade = (reservation: string, latestEnd: Day): OpenPart => ({
  type: 'ReservationMade',
  open: { reservation, title: copyAtBranch.title, latestEnd },
})

/** Records a loan and its return, both today. */
export const recordLoanAndReturn = (library: InMemoryLibrary): LoanId => {
  const loan = randomId<LoanId>()
  library.record('circulation', 'copy-3274626533', openLoanStarted(loan, library.today))
  library.record('circulation', 'copy-3274626533', openLoanReturned(loan, library.today))
  return loan
}

export interface RegistrationScopes {
  readonly borrower: BorrowerId
  readonly contact: ContactId
  readonly card: CardId
}

export const recordRegistration = (library: InMemoryLibrary): RegistrationScopes => {
  const person = { borrower: randomId<BorrowerId>(), contact: randomId<ContactId>(), card: randomId<CardId>() }
  library.record('persons', `borrower-${person.borrower}`, {
    type: BorrowerRegistered.type,
    open: { ...person, registeredIn: monthOf(library.today) },
  })
  return person
}

/** Records a further card. */
export const recordCardIssue = (library: InMemoryLibrary, { borrower }: RegistrationScopes): void => {
  library.record('persons', `borrower-${borrower}`, {
    type: CardIssued.type,
    open: { borrower, card: randomId<CardId>(), replaces: null },
  })
}

export const recordLapse = (library: InMemoryLibrary, { borrower }: RegistrationScopes): void => {
  library.record('persons', `borrower-${borrower}`, {
    type: BorrowerLapsed.type,
    open: { borrower, lapsedIn: monthOf(library.today) },
  })
}

export const recordContactChange = (library: InMemoryLibrary, { borrower, contact }: RegistrationScopes): ContactId => {
  const next = randomId<ContactId>()
  library.record('persons', `borrower-${borrower}`, {
    type: ContactChanged.type,
    open: { borrower, contact: next, replaces: contact },
  })
  return next
}

/** Passes so many midnights, and returns the report of the last. */
export const passNights = async (library: InMemoryLibrary, count: number) => {
  for (let night = 1; night < count; night += 1) await library.passMidnight()
  return library.passMidnight()
}
