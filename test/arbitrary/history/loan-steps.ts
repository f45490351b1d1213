import { textOfContinuedLoan } from '../../../domain/copy/continued-loan'
import { ClaimedCopyFound } from '../../../domain/copy/events/claimed-copy-found'
import { ClaimedLoanWrittenOff } from '../../../domain/copy/events/claimed-loan-written-off'
import { CopyBilledAsLost } from '../../../domain/copy/events/copy-billed-as-lost'
import { LoanClaimedReturned } from '../../../domain/copy/events/loan-claimed-returned'
import { LoanRenewed } from '../../../domain/copy/events/loan-renewed'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import { LoanUndone } from '../../../domain/copy/events/loan-undone'
import { ReturnClaimWithdrawn } from '../../../domain/copy/events/return-claim-withdrawn'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { textOfRefusalOverride } from '../../../domain/policy/refusal-override'
import { addDays } from '../../../domain/values/day'
import type { LoanId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { oreFromKroner } from '../../../domain/values/ore'
import { ReservationFulfilled } from '../../../domain/title/events/reservation-fulfilled'
import { overrideText } from './override-text'
import { levyCompensation, levyLatenessFee } from './fee-steps'
import {
  historyBranches,
  canaryText,
  historyMunicipalities,
  addScope,
  ifPresent,
  type ChooseRandomItem,
  type HistoryCopy,
  type HistoryLoan,
  type HistoryStep,
  type HistoryState,
} from './history-state'

const kind = { borrowerGroup: 'adult', ageClass: 'adult' } as const

const isFree = ({ loan, lost, withdrawn }: HistoryCopy): boolean => !loan && !lost && !withdrawn

const release = (history: HistoryState, copy: HistoryCopy): void =>
  ifPresent(copy.reservedFor, ({ id, reservation }) => {
    const open = {
      setAside: id,
      copy: copy.id,
      title: copy.title,
      branch: historyBranches[0]!,
      because: 'lent' as const,
    }
    history.circulation.push(SetAsideReleased(open, {}))
    history.circulation.push(ReservationFulfilled({ reservation: reservation.id, title: copy.title }, {}))
    history.reservations = history.reservations.filter((one) => one !== reservation)
    copy.reservedFor = undefined
  })

const lend: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies.filter(isFree)), (copy) =>
    ifPresent(choose(history.borrowers), ({ id: borrower }) =>
      ifPresent(history.statistics, (statistics) => {
        const id = addScope<LoanId>(history, 'loan', borrower)
        const dueOn = addDays(choose([1, 30])!)(history.day)
        release(history, copy)
        copy.loan = { id, borrower, lentOn: history.day, dueOn }
        const open = {
          loan: id,
          statistics,
          copy: copy.id,
          title: copy.title,
          branch: choose(historyBranches)!,
          lentOn: history.day,
        }
        const loan = {
          borrower,
          dueOn,
          lentAt: noonOf(history.day),
          ...kind,
          name: canaryText,
          fulfils: false,
          against: [],
          override: overrideText(choose),
          continues: textOfContinuedLoan(null),
        }
        history.circulation.push(
          LoanStarted(open, { loan, statistics: { ...kind, municipality: choose(historyMunicipalities) ?? null } }),
        )
      }),
    ),
  )

type HistoryCopyOnLoan = HistoryCopy & { readonly loan: HistoryLoan }

const withCopyOnLoan = (
  history: HistoryState,
  choose: ChooseRandomItem,
  then: (copy: HistoryCopyOnLoan) => void,
): void => ifPresent(choose(history.copies.filter((copy): copy is HistoryCopyOnLoan => copy.loan !== undefined)), then)

const renew: HistoryStep = (history, choose) =>
  withCopyOnLoan(history, choose, (copy) => {
    const { loan } = copy
    const dueOn = addDays(7)(history.day)
    const renewed = { borrower: loan.borrower, dueOn, previouslyDueOn: loan.dueOn, renewedAt: noonOf(history.day) }
    const override = overrideText(choose)
    history.circulation.push(LoanRenewed({ loan: loan.id, copy: copy.id }, { loan: { ...renewed, override } }))
    if (loan.dueOn < history.day) levyLatenessFee(history, choose, loan, copy)
    loan.dueOn = dueOn
  })

const recordReturn = (history: HistoryState, choose: ChooseRandomItem, copy: HistoryCopyOnLoan): void => {
  const { id: loan, borrower, lentOn, dueOn } = copy.loan
  const open = { loan, copy: copy.id, title: copy.title, branch: choose(historyBranches)!, returnedOn: history.day }
  const returned = { borrower, lentOn, dueOn, returnedAt: noonOf(history.day), ...kind, name: canaryText }
  history.circulation.push(LoanReturned(open, { loan: returned }))
  if (dueOn < history.day) levyLatenessFee(history, choose, copy.loan, copy)
}

const returnCopy: HistoryStep = (history, choose) =>
  withCopyOnLoan(history, choose, (copy) => {
    recordReturn(history, choose, copy)
    Object.assign(copy, { loan: undefined })
  })

/** A return by mistake is undone on the same day: another loan continues the one that ended. */
const returnAndUndo: HistoryStep = (history, choose) =>
  withCopyOnLoan(history, choose, (copy) => {
    ifPresent(history.statistics, (statistics) => {
      recordReturn(history, choose, copy)
      const { borrower, lentOn, dueOn } = copy.loan
      const id = addScope<LoanId>(history, 'loan', borrower)
      const place = { copy: copy.id, title: copy.title, branch: choose(historyBranches)! }
      const continuing = {
        ...{ borrower, dueOn, lentAt: noonOf(history.day), ...kind, name: canaryText, fulfils: false, against: [] },
        override: textOfRefusalOverride(null),
        continues: textOfContinuedLoan({ lentOn, renewals: choose([0, 1])! }),
      }
      history.circulation.push(
        LoanStarted(
          { ...place, loan: id, statistics, lentOn: history.day },
          { loan: continuing, statistics: { ...kind, municipality: null } },
        ),
      )
      Object.assign(copy, { loan: { ...copy.loan, id } })
    })
  })

const undo: HistoryStep = (history, choose) =>
  withCopyOnLoan(history, choose, (copy) => {
    const { id: loan, borrower } = copy.loan
    const open = { loan, copy: copy.id, title: copy.title, branch: choose(historyBranches)!, undoneOn: history.day }
    history.circulation.push(LoanUndone(open, { loan: { borrower, fulfilled: false } }))
    Object.assign(copy, { loan: undefined })
  })

const billCopyAsLost: HistoryStep = (history, choose) =>
  withCopyOnLoan(history, choose, (copy) => {
    const { id: loan, borrower, lentOn, dueOn } = copy.loan
    const open = { loan, copy: copy.id, title: copy.title, branch: choose(historyBranches)!, billedOn: history.day }
    const bill = { borrower, lentOn, dueOn, ...kind, name: canaryText, price: oreFromKroner(200) }
    history.circulation.push(CopyBilledAsLost(open, { loan: bill }))
    copy.lost = levyCompensation(history, copy.loan, copy)
    Object.assign(copy, { loan: undefined })
  })

/** A loan is claimed returned, then the claim is withdrawn, or the copy is found or written off, or none of these. */
const claimReturned: HistoryStep = (history, choose) =>
  withCopyOnLoan(history, choose, (copy) => {
    const { id: loan, borrower } = copy.loan
    const about = { loan, copy: copy.id, title: copy.title }
    const branch = choose(historyBranches)!
    const latestEnd = addDays(180)(history.day)
    const claimed = LoanClaimedReturned({ ...about, claimedOn: history.day, latestEnd }, { loan: { borrower } })
    history.circulation.push(claimed)
    choose([
      () => history.circulation.push(ReturnClaimWithdrawn({ ...about, latestEnd }, { loan: { borrower } })),
      () => {
        const found = { ...about, branch, returnedOn: history.day, foundOn: history.day }
        history.circulation.push(ClaimedCopyFound(found, {}))
        Object.assign(copy, { loan: undefined })
      },
      () => {
        history.circulation.push(ClaimedLoanWrittenOff({ ...about, branch, writtenOffOn: history.day }, {}))
        Object.assign(copy, { loan: undefined, withdrawn: true })
      },
      () => undefined,
    ])!()
  })

export const loanSteps = [
  claimReturned,
  lend,
  lend,
  lend,
  lend,
  renew,
  returnCopy,
  returnCopy,
  returnAndUndo,
  undo,
  billCopyAsLost,
]
