import { feeDecider } from '../../domain/fee/fee-decider'
import { arbitraryFeeStream, feeCommands } from '../arbitrary/arbitrary-fee-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'fee',
  decider: feeDecider,
  streams: arbitraryFeeStream,
  ends: { fee: { FeeSettled: 'fee' } },
  types: [
    ...(['FeeLevied', 'FeeJoined', 'FeeReduced', 'FeePaid', 'FeeWrittenOff', 'FeeCancelled', 'FeeSettled'] as const),
    ...(['DebtRenewed', 'CollectionNoticeRequested', 'CollectionNoticeSent'] as const),
    ...(['FeeSelectedForCollection', 'FeePassedOnForCollection', 'FeeRecalledFromCollection'] as const),
    ...(['FeeReimbursed', 'WriteOffReduced', 'ReimbursementGranted', 'ReimbursementPaidOut'] as const),
  ],
  commands: feeCommands,
})
