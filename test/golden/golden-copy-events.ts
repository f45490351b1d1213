import { ClaimedCopyFound } from '../../domain/copy/events/claimed-copy-found'
import { ClaimedLoanWrittenOff } from '../../domain/copy/events/claimed-loan-written-off'
import { textOfContinuedLoan } from '../../domain/copy/continued-loan'
import { CopyAcquired } from '../../domain/copy/events/copy-acquired'
import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import { CopyFound } from '../../domain/copy/events/copy-found'
import { CopyHandedIn } from '../../domain/copy/events/copy-handed-in'
import { CopyMissing } from '../../domain/copy/events/copy-missing'
import { CopyPutOnPullList } from '../../domain/copy/events/copy-put-on-pull-list'
import { CopyReady } from '../../domain/copy/events/copy-ready'
import { CopyRedirected } from '../../domain/copy/events/copy-redirected'
import { CopySent } from '../../domain/copy/events/copy-sent'
import { CopySetAside } from '../../domain/copy/events/copy-set-aside'
import { CopyWithdrawn } from '../../domain/copy/events/copy-withdrawn'
import { LoanClaimedReturned } from '../../domain/copy/events/loan-claimed-returned'
import { LoanRenewed } from '../../domain/copy/events/loan-renewed'
import { LoanReturned } from '../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../domain/copy/events/loan-started'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import { ReturnClaimWithdrawn } from '../../domain/copy/events/return-claim-withdrawn'
import { SetAsideReleased } from '../../domain/copy/events/set-aside-released'
import { LoanCaseResolved } from '../../domain/copy/events/loan-case-resolved'
import { LoanEndCorrected } from '../../domain/copy/events/loan-end-corrected'
import { PastLoanRecorded } from '../../domain/copy/events/past-loan-recorded'
import { RenewalConflictRecorded } from '../../domain/copy/events/renewal-conflict-recorded'
import { UnlentReturnRecorded } from '../../domain/copy/events/unlent-return-recorded'
import { UnmatchedActRecorded } from '../../domain/copy/events/unmatched-act-recorded'
import { UnmatchedActResolved } from '../../domain/copy/events/unmatched-act-resolved'
import { ShelfMarkChanged } from '../../domain/copy/events/shelf-mark-changed'
import { noonOf } from '../../domain/values/instant'
import type { MunicipalityCode } from '../../domain/values/ids'
import type { Volume } from '../../domain/values/volume'
import { oreFromKroner } from '../../domain/values/ore'
import { textOfRefusalOverride, type OverrideReason } from '../../domain/policy/refusal-override'
import { goldenStream } from './golden-stream'
import * as examples from './golden-ids'

const { copy, title, setAside, on, main, harbour, bookName: name, ditte: borrower } = examples
const place = { copy, title, branch: main }
const as = { borrowerGroup: 'adult', ageClass: 'adult' } as const
const [lentOn, dueOn] = [on('01-05'), on('02-04')]
const override = textOfRefusalOverride({ refusals: ['loanLimitReached'], reason: 'Betaler på fredag' as OverrideReason })
const continues = textOfContinuedLoan({ lentOn: on('01-02'), renewals: 1 })
const forWhom = { borrower, reservation: examples.reservation }

/** Each event of a copy. */
export const goldenCopyEvents = goldenStream('circulation', 'copy', copy, on('01-05'))(
  CopyAcquired(
    { ...place, group: 'standard', ageLimit: null, price: oreFromKroner(200), name, author: 'Martin Andersen Nexø', volume: '2026/3' as Volume },
    {},
  ),
  CopySetAside({ ...place, setAside, latestEnd: on('07-04') }, { setAside: { ...forWhom, pickUpBranch: harbour } }),
  CopySent({ setAside, copy, from: main, to: harbour }, {}),
  CopyReady(
    { setAside, copy, title, branch: harbour },
    { setAside: { ...forWhom, pickUpNumber: '000123', pickUpBy: on('01-15') } },
  ),
  SetAsideReleased({ ...place, setAside, because: 'lent' }, {}),
  LoanUndone({ ...place, loan: examples.undoneLoan, undoneOn: lentOn }, { loan: { borrower, fulfilled: true } }),
  LoanStarted(
    { ...place, loan: examples.returnedLoan, statistics: examples.statistics, lentOn },
    {
      loan: { ...as, borrower, dueOn, lentAt: noonOf(lentOn), name, fulfils: true, against: ['copyOnLoan'], override, continues },
      statistics: { ...as, municipality: '851' as MunicipalityCode },
    },
  ),
  LoanRenewed(
    { loan: examples.returnedLoan, copy },
    { loan: { borrower, dueOn: on('03-06'), previouslyDueOn: dueOn, renewedAt: noonOf(on('02-04')), override } },
  ),
  LoanReturned(
    { ...place, loan: examples.returnedLoan, returnedOn: on('03-16') },
    { loan: { ...as, borrower, lentOn, dueOn: on('03-06'), returnedAt: noonOf(on('03-16')), name } },
  ),
  CopyHandedIn({ ...place, handedInOn: on('03-17') }, {}),
  CopyBilledAsLost(
    { ...place, loan: examples.lostLoan, billedOn: on('05-20') },
    { loan: { ...as, borrower, lentOn, dueOn, name, price: oreFromKroner(200) } },
  ),
  LoanClaimedReturned(
    { copy, title, loan: examples.claimedLoan, claimedOn: on('03-16'), latestEnd: on('09-12') },
    { loan: { borrower } },
  ),
  ReturnClaimWithdrawn(
    { copy, title, loan: examples.claimedLoan, latestEnd: on('12-31') },
    { loan: { borrower } },
  ),
  ClaimedCopyFound({ ...place, loan: examples.claimedLoan, returnedOn: on('03-16'), foundOn: on('04-01') }, {}),
  ClaimedLoanWrittenOff({ ...place, loan: examples.claimedLoan, writtenOffOn: on('09-12') }, {}),
  CopyFound({ ...place, foundOn: on('06-01') }, {}),
  CopyWithdrawn({ copy, title }, {}),
  LoanEndCorrected(
    { ...place, loan: examples.returnedLoan, returnedOn: on('03-09') },
    {
      ...{ loan: { ...as, borrower, lentOn, dueOn: on('03-06'), returnedAt: noonOf(on('03-09')), name, previouslyEndedOn: on('03-16') } },
    },
  ),
  RenewalConflictRecorded(
    { loan: examples.returnedLoan, copy },
    { loan: { borrower, renewedAt: noonOf(on('03-05')), against: ['deniedReserved', 'countedAsLate'] } },
  ),
  LoanCaseResolved({ loan: examples.undoneLoan, copy }, {}),
  PastLoanRecorded(
    { ...place, loan: examples.pastLoan, statistics: examples.statistics, lentOn, returnedTo: harbour, returnedOn: on('01-06') },
    {
      loan: { ...as, borrower, dueOn, lentAt: noonOf(lentOn), returnedAt: noonOf(on('01-06')), name, fulfils: false, against: ['borrowerBlocked'] },
      statistics: { ...as, municipality: '851' as MunicipalityCode },
    },
  ),
  UnlentReturnRecorded({ unmatched: examples.unmatched, copy }, { unmatched: { returnedAt: noonOf(on('03-17')), branch: main } }),
  UnmatchedActRecorded(
    { unmatched: examples.unmatched, copy },
    {
      unmatched: { act: 'loan', because: 'borrowerUnknown', happenedAt: noonOf(on('03-17')), branch: main, presented: '2000001234' },
    },
  ),
  UnmatchedActResolved({ unmatched: examples.resolvedAct, copy }, {}),
  ShelfMarkChanged({ copy, shelfMark: '86 Nexø' }, {}),
  CopyPutOnPullList(
    { ...place, setAside: examples.fetchedSetAside, latestEnd: on('07-04') },
    { setAside: { ...forWhom, pickUpBranch: harbour } },
  ),
  CopyMissing({ ...place, missedOn: on('06-02') }, {}),
  CopyRedirected({ ...place, setAside: examples.fetchedSetAside }, { setAside: { pickUpBranch: harbour } }),
)
