import { feeDecider } from '../../domain/fee/decider'
import { arbitraryFeeStream, feeCommands } from '../arbitrary/arbitrary-fee-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'fee',
  decider: feeDecider,
  streams: arbitraryFeeStream,
  ends: { fee: { FeeSettled: 'fee' } },
  types: ['FeeLevied', 'FeeJoined', 'FeePaid', 'FeeWaived', 'FeeCancelled', 'FeeSettled'],
  commands: feeCommands,
})
