import { LoanCaseResolved } from '../../../domain/copy/events/loan-case-resolved'
import { LoanEndCorrected } from '../../../domain/copy/events/loan-end-corrected'
import { PastLoanRecorded } from '../../../domain/copy/events/past-loan-recorded'
import { RenewalConflictRecorded } from '../../../domain/copy/events/renewal-conflict-recorded'
import { UnlentReturnRecorded } from '../../../domain/copy/events/unlent-return-recorded'
import { UnmatchedActRecorded } from '../../../domain/copy/events/unmatched-act-recorded'
import { UnmatchedActResolved } from '../../../domain/copy/events/unmatched-act-resolved'
import type { DomainEvent } from '../../../domain/event/domain-event'
import { addDays } from '../../../domain/values/day'
import type { LoanId, UnmatchedId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import {
  addScope,
  canaryText,
  historyBranches,
  historyMunicipalities,
  ifPresent,
  type HistoryStep,
} from './history-state'

const kind = { borrowerGroup: 'adult', ageClass: 'adult' } as const

const recordPastLoan: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies), ({ id: copy, title }) =>
    ifPresent(choose(history.borrowers), ({ id: borrower }) =>
      ifPresent(history.statistics, (statistics) => {
        const loan = addScope<LoanId>(history, 'loan', borrower)
        const branch = choose(historyBranches)!
        const [lentOn, returnedOn] = [addDays(-2)(history.day), history.day]
        const details = { borrower, dueOn: lentOn, ...kind, name: canaryText }
        const moments = { lentAt: noonOf(lentOn), returnedAt: noonOf(returnedOn) }
        const open = { loan, statistics, copy, title, branch, lentOn, returnedTo: branch, returnedOn }
        const against = choose([[], ['borrowerBlocked' as const]])!
        const corrected = { ...details, lentOn, returnedAt: noonOf(lentOn), previouslyEndedOn: returnedOn }
        const renewal = { borrower, renewedAt: noonOf(lentOn), against: ['deniedReserved' as const] }
        history.circulation.push(
          PastLoanRecorded(open, {
            loan: { ...details, ...moments, fulfils: false, against },
            statistics: { ...kind, municipality: choose(historyMunicipalities) ?? null },
          }),
        )
        const then: ReadonlyArray<ReadonlyArray<DomainEvent>> = [
          [],
          [LoanCaseResolved({ loan, copy }, {})],
          [RenewalConflictRecorded({ loan, copy }, { loan: renewal })],
          [LoanEndCorrected({ loan, copy, title, branch, returnedOn: lentOn }, { loan: corrected })],
        ]
        history.circulation.push(...choose(then)!)
      }),
    ),
  )

const recordUnmatched: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies), ({ id: copy }) => {
    const unmatched = addScope<UnmatchedId>(history, 'unmatched')
    const [happenedAt, branch] = [noonOf(history.day), choose(historyBranches)!]
    const act = { act: 'loan', because: 'borrowerUnknown', happenedAt, branch, presented: canaryText } as const
    history.circulation.push(
      choose([
        UnlentReturnRecorded({ unmatched, copy }, { unmatched: { returnedAt: happenedAt, branch } }),
        UnmatchedActRecorded({ unmatched, copy }, { unmatched: act }),
      ])!,
    )
    if (choose([true, false])!) history.circulation.push(UnmatchedActResolved({ unmatched, copy }, {}))
  })

export const offlineSteps = [recordPastLoan, recordUnmatched]
