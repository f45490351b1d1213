import { copyDecider } from '../../domain/copy/copy-decider'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { arbitraryCopyStream, copyCommands } from '../arbitrary/arbitrary-copy-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'copy',
  decider: copyDecider(defaultLibraryPolicy),
  streams: arbitraryCopyStream,
  ends: {
    loan: {
      ...{ LoanReturned: 'loan', LoanUndone: 'loan', CopyBilledAsLost: 'loan' },
      ...{ ClaimedCopyFound: 'loan', ClaimedLoanWrittenOff: 'loan' },
      ...{ PastLoanRecorded: 'loan', LoanEndCorrected: 'loan' },
    },
    unmatched: { UnlentReturnRecorded: 'unmatched', UnmatchedActRecorded: 'unmatched' },
    setAside: { SetAsideReleased: 'setAside' },
  },
  types: [
    ...(['CopyAcquired', 'LoanStarted', 'LoanRenewed', 'LoanReturned', 'LoanUndone', 'CopyBilledAsLost'] as const),
    ...([
      'CopyHandedIn',
      'CopyFound',
      'CopySetAside',
      'CopySent',
      'CopyReady',
      'CopyRedirected',
      'SetAsideReleased',
    ] as const),
    ...(['LoanCaseResolved', 'LoanEndCorrected', 'PastLoanRecorded'] as const),
    ...(['RenewalConflictRecorded', 'UnlentReturnRecorded', 'UnmatchedActRecorded', 'UnmatchedActResolved'] as const),
    ...(['LoanClaimedReturned', 'ReturnClaimWithdrawn', 'ClaimedCopyFound', 'ClaimedLoanWrittenOff'] as const),
    ...(['CopyPutOnPullList', 'CopyMissing', 'ShelfMarkChanged', 'CopyWithdrawn'] as const),
  ],
  commands: copyCommands,
})
