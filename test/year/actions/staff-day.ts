import { isMinorOn } from '../../../domain/policy/guardian-policy'
import { printLetter } from '../../../domain/use-cases/print-letter'
import { messagesTable } from '../../../projections/messages/message-table'
import type { TrueBorrower, TrueHold, TrueLoan, TrueReservation } from '../ground-truth/ground-truth'
import type { TrueFee } from '../ground-truth/true-fees'
import { attempt, metadataIn, pickVisitor, policyOfYear, todayIn, type SimulatedYear } from '../simulated-year'
import { consentToHistory, removeAbsence, setAbsence, withdrawConsent } from './absence-and-history'
import { block, changeNotes, liftBlock } from './blocks-and-notes'
import { issueCard, reportCardStolen, setPin } from './cards-and-pin'
import { changeContact } from './contact'
import { changePreferences, changeProtection, correctIdentity } from './identity-and-preferences'
import { claimReturned, findClaimedCopy, findLostCopy, missAndFindCopies, withdrawCopy } from './copies'
import { recallFromCollection, requestCollectionNotice } from './collection'
import { correctFee, decideOnFee, payAll, payOut } from './fees'
import { correctGuardianContact, registerGuardian, removeGuardian } from './guardians'
import { holdLoan, mayBeErased, prolongHold, releaseHold, requestErasureOf } from './holds-and-erasure'
import { lendOffline, renewOffline, resolveOneCase, returnOffline, sendUnmatchedAct } from './offline'
import { openNameAndAddress } from './openings'
import { payByService } from './payment-service'
import { cancelReservation, changeReservation } from './reservations'
import { findFreeCopy } from './spend-day'

type Action = (year: SimulatedYear) => Promise<void>

const withBorrower =
  (act: (year: SimulatedYear, borrower: TrueBorrower) => Promise<void>): Action =>
  async (year) => {
    const borrower = pickVisitor(year)
    if (borrower !== undefined) await act(year, borrower)
  }

/** An action on one of the records that fit, if there is one. */
const withOne =
  <A>(records: (year: SimulatedYear) => Iterable<A>, fits: (record: A, year: SimulatedYear) => boolean) =>
  (act: (year: SimulatedYear, record: A) => Promise<void>): Action =>
  async (year) => {
    const record = year.random.pickOne([...records(year)].filter((one) => fits(one, year)))
    if (record !== undefined) await act(year, record)
  }

const borrowerWho = (fits: (borrower: TrueBorrower, year: SimulatedYear) => boolean) =>
  withOne((year) => year.groundTruth.borrowers.values(), fits)

const loanThat = (fits: (loan: TrueLoan, year: SimulatedYear) => boolean) =>
  withOne((year) => year.groundTruth.loans.values(), fits)

const isRunning = ({ endedOn }: TrueLoan): boolean => endedOn === null
const isChild = ({ person }: TrueBorrower, year: SimulatedYear): boolean =>
  isMinorOn(policyOfYear.guardians)(person.birthDate)(todayIn(year))

const isHeldAndRunning = ({ releasedOn, hold, lastDay }: TrueHold, { groundTruth, ...year }: SimulatedYear): boolean =>
  releasedOn === null && groundTruth.scopes.has(hold) && lastDay > todayIn({ groundTruth, ...year })

const replaceCard: Action = withBorrower(async (year, borrower) => {
  const [card] = borrower.cards.keys()
  if (card !== undefined) await issueCard(year, borrower, card)
})

const lendOfflineToSomebody: Action = withBorrower(async (year, borrower) => {
  const copy = findFreeCopy(year)
  if (copy !== undefined) await lendOffline(year, borrower, copy)
})

const unmatched: Action = async (year) => {
  const copy = year.random.pickOne(year.copies)
  if (copy !== undefined) await sendUnmatchedAct(year, copy)
}

/** Staff print the letters of the last closing. */
export const printLetters = async (year: SimulatedYear): Promise<void> => {
  const pending = year.library.rows.find(messagesTable, { where: { state: 'pending' } })
  for (const { message } of pending.filter(year.library.messages.isLetter)) {
    const print = printLetter(year.library.useCaseDependencies)({ message, ...metadataIn(year) })
    await attempt(year, 'letter printed', print)
  }
}

const reservations = (year: SimulatedYear): Iterable<TrueReservation> => year.groundTruth.reservations.values()
const fees = (year: SimulatedYear): Iterable<TrueFee> => year.groundTruth.fees.values()
const holds = (year: SimulatedYear): Iterable<TrueHold> => year.groundTruth.holds.values()
const everyReservation = withOne(reservations, () => true)
const runningHold = withOne(holds, isHeldAndRunning)

const canBeCorrected = ({ ending, kind, fee, borrower, corrected }: TrueFee, { groundTruth }: SimulatedYear): boolean =>
  !corrected &&
  kind === 'lateness' &&
  (ending === 'paid' || ending === 'writtenOff') &&
  groundTruth.scopes.has(fee) &&
  groundTruth.borrowers.has(borrower)

const mayBeCollected = ({ settledOn, collection, borrower }: TrueFee, { groundTruth }: SimulatedYear): boolean =>
  settledOn === null && collection === 'none' && groundTruth.borrowers.get(borrower)?.diedOn === null

/** What somebody who owes a fee does. */
const withDebtor =
  (act: (year: SimulatedYear, debtor: TrueBorrower) => Promise<void>) =>
  async (year: SimulatedYear, { borrower }: TrueFee): Promise<void> => {
    const debtor = year.groundTruth.borrowers.get(borrower)
    if (debtor !== undefined) await act(year, debtor)
  }

/** What staff and borrowers do on an open day apart from visits, each with its probability. */
const actions: ReadonlyArray<readonly [number, Action]> = [
  [0.5, withBorrower(changeContact)],
  [0.25, withBorrower(correctIdentity)],
  [0.08, withBorrower(changeProtection)],
  [0.3, withBorrower(changePreferences)],
  [0.25, withBorrower(setPin)],
  [0.2, replaceCard],
  [0.08, withBorrower(reportCardStolen)],
  [0.15, withBorrower(block)],
  [0.3, borrowerWho(({ blocks, diedOn }) => blocks.size > 0 && diedOn === null)(liftBlock)],
  [0.2, borrowerWho(({ diedOn }) => diedOn !== null)(payAll)],
  [0.4, withBorrower(changeNotes)],
  [0.2, borrowerWho(({ notes }) => notes !== null)(changeNotes)],
  [0.25, borrowerWho(({ isProtected }) => isProtected)(openNameAndAddress)],
  [0.1, withBorrower(openNameAndAddress)],
  [0.3, withBorrower(setAbsence)],
  [0.12, borrowerWho(({ absence }) => absence !== null)(removeAbsence)],
  [0.2, withBorrower(consentToHistory)],
  [0.08, borrowerWho(({ history }) => history !== null)(withdrawConsent)],
  [0.12, borrowerWho(isChild)(registerGuardian)],
  [0.12, borrowerWho(({ guardian }) => guardian !== null)(correctGuardianContact)],
  [0.06, borrowerWho(({ guardian }) => guardian !== null)(removeGuardian)],
  [0.3, everyReservation(cancelReservation)],
  [0.3, everyReservation(changeReservation)],
  [0.7, withOne(fees, ({ settledOn, amount }) => settledOn === null && amount > 200)(decideOnFee)],
  [0.15, withOne(fees, ({ settledOn }) => settledOn === null)(withDebtor(payAll))],
  [0.3, withOne(fees, ({ settledOn }) => settledOn === null)(withDebtor(payByService))],
  [0.4, withOne(fees, mayBeCollected)(requestCollectionNotice)],
  [
    0.05,
    withOne(fees, ({ settledOn, collection }) => settledOn === null && collection !== 'none')(recallFromCollection),
  ],
  [0.15, withOne(fees, canBeCorrected)(correctFee)],
  [0.15, withOne(fees, (fee, year) => fee.ending === 'writtenOff' && canBeCorrected(fee, year))(correctFee)],
  [
    0.3,
    withOne(
      (year) => year.groundTruth.reimbursements.values(),
      ({ settledOn }) => settledOn === null,
    )(payOut),
  ],
  [0.3, findLostCopy],
  [0.05, missAndFindCopies],
  [0.02, withdrawCopy],
  [0.4, loanThat(isRunning)(claimReturned)],
  [0.05, loanThat((loan) => isRunning(loan) && loan.claimedOn !== null)(findClaimedCopy)],
  [0.12, loanThat(({ endedOn, loan, borrower }, { groundTruth }) => endedOn !== null && groundTruth.scopes.has(loan) && groundTruth.borrowers.has(borrower))(holdLoan)], // prettier-ignore
  [0.05, runningHold(prolongHold)],
  [0.04, runningHold(releaseHold)],
  [0.25, lendOfflineToSomebody],
  [0.3, loanThat(isRunning)(returnOffline)],
  [0.1, loanThat(isRunning)(renewOffline)],
  [0.15, unmatched],
  [0.1, resolveOneCase],
  [0.2, withOne(mayBeErased, () => true)(requestErasureOf)],
]

/** Runs each action with its probability. Reactions have run before each. */
export const spendDayOfStaff = async (year: SimulatedYear): Promise<void> => {
  for (const [chance, act] of actions)
    if (year.random.withProbability(chance)) {
      await year.library.useCaseDependencies.waitForReactions()
      await act(year)
    }
}
