import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import type { RecordOfflineRenewal } from '../../../domain/copy/commands/record-offline-renewal'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { addToCopyHistory, emptyCopyHistory, type CopyHistory } from '../../../domain/copy/history/copy-history'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { annasLoanStarted } from '../../fixtures/example-copy-events'
import {
  anna,
  bent,
  exampleCopyAcquired,
  exampleStanding,
  loanId,
  mainBranch,
  noon,
  statisticsScopeId,
  unmatchedId,
} from '../../fixtures/example-library'
import { stateAfter } from '../../fixtures/given-when-then'
import {
  offlineLoanOfFirstCopy,
  offlineRenewalOfFirstCopy,
  offlineReturnOfFirstCopy,
} from '../../fixtures/offline-commands'
import { withMetadataIn } from '../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** A command that is decided by the history of the copy. */
type CommandOn = (history: CopyHistory) => CopyCommand

const copies = copyDecider(defaultLibraryPolicy)
const renewedOn =
  (day: string): CommandOn =>
  (history) => ({
    ...{ ...offlineRenewalOfFirstCopy, loan: loanId(1), standing: exampleStanding(anna) },
    ...{ othersWaiting: 0, at: noon(day), history },
  })
const returnedOn =
  (day: string): CommandOn =>
  (history) => ({
    ...{ ...offlineReturnOfFirstCopy, unmatched: unmatchedId(1), branch: mainBranch, at: noon(day), history },
  })
const lentToBentOn =
  (day: string): CommandOn =>
  (history) => ({
    ...{ ...offlineLoanOfFirstCopy, loan: loanId(2), statistics: statisticsScopeId },
    ...{ standing: exampleStanding(bent), branch: mainBranch, at: noon(day), history },
  })

const historyOf = (events: ReadonlyArray<CopyEvent>): CopyHistory =>
  (withMetadataIn('circulation')(events) as ReadonlyArray<EventWithMetadata<CopyEvent>>).reduce(
    addToCopyHistory,
    emptyCopyHistory,
  )

/** The events of the last of several commands, decided in this order after Anna's loan that is due on 4 February. */
const eventsOfLast = (...commands: ReadonlyArray<CommandOn>): ReadonlyArray<CopyEvent> => {
  let events: ReadonlyArray<CopyEvent> = [exampleCopyAcquired(), annasLoanStarted()]
  let last: ReadonlyArray<CopyEvent> = []
  for (const commandOn of commands) {
    last = rightOrThrow(copies.decide(commandOn(historyOf(events)))(stateAfter(copies)(events)))
    events = [...events, ...last]
  }
  return last
}

const againstLast = (...commands: ReadonlyArray<CommandOn>): ReadonlyArray<string> =>
  eventsOfLast(...commands).flatMap((event) =>
    event.type === 'RenewalConflictRecorded' && event.sealed.loan._tag === 'Plain'
      ? event.sealed.loan.value.against
      : [],
  )

describe('a renewal of a loan that the library does not know any more', () => {
  const renewed = renewedOn('2026-02-01')
  it.each<[string, string, Partial<RecordOfflineRenewal>]>([
    ['the borrower is erased', 'borrowerUnknown', { standing: undefined }],
    ['the loan was undone or is forgotten', 'loanUnknown', { loan: loanId(7) }],
    ['the loan is that of another borrower', 'loanUnknown', { standing: exampleStanding(bent) }],
  ])('is a case for staff that names no borrower: %s', (_, because, but) => {
    const [event, ...more] = eventsOfLast((history) => ({ ...(renewed(history) as RecordOfflineRenewal), ...but }))
    expect(event).toMatchObject({
      type: 'UnmatchedActRecorded',
      sealed: { unmatched: { value: { act: 'renewal', because, happenedAt: noon('2026-02-01'), presented: null } } },
    })
    expect(JSON.stringify(event)).not.toMatch(new RegExp(`${anna}|${bent}`))
    expect(more).toEqual([])
  })
})

describe('a renewal that comes late', () => {
  it.each<[string, CommandOn]>([
    ['a return', returnedOn('2026-02-01')],
    ['the next loan of the copy', lentToBentOn('2026-02-01')],
  ])('starts from the due day without the renewals after the end of the loan, which was %s', (_, end) => {
    const [renewal] = eventsOfLast(renewedOn('2026-02-03'), end, renewedOn('2026-01-30'))
    expect(renewal).toMatchObject({
      type: 'LoanRenewed',
      sealed: { loan: { value: { previouslyDueOn: '2026-02-04', dueOn: '2026-03-01' } } },
    })
  })

  it('is within the limit when the renewals that would exceed it were after the end of the loan', () => {
    const renewals = ['2026-02-02', '2026-02-03', '2026-02-04'].map(renewedOn)
    expect(againstLast(...renewals, returnedOn('2026-02-01'), renewedOn('2026-01-30'))).toEqual([])
    expect(againstLast(...renewals, returnedOn('2026-02-05'), renewedOn('2026-01-30'))).toEqual([
      'deniedMaxRenewalsReached',
    ])
  })

  it.each<[string, ReadonlyArray<CommandOn>]>([
    ['a return', [returnedOn('2026-02-06')]],
    ['a renewal', [renewedOn('2026-02-06')]],
    ['a renewal before the return', [renewedOn('2026-02-06'), returnedOn('2026-02-08')]],
  ])('says that the log counted the loan as late: %s after the due day', (_, commands) =>
    expect(againstLast(...commands, renewedOn('2026-02-03'))).toEqual(['countedAsLate']),
  )

  it.each<[string, ReadonlyArray<CommandOn>]>([
    ['renewed in time', [renewedOn('2026-02-03')]],
    ['renewed in time, and returned after its first due day', [renewedOn('2026-02-03'), returnedOn('2026-02-06')]],
  ])('does not say so of a loan that was %s', (_, commands) =>
    expect(againstLast(...commands, renewedOn('2026-02-01'))).toEqual([]),
  )
})
