import { feeDecider } from '../../domain/fee/decider'
import { arbitraryFeeStream, feeCommands } from '../arbitrary/fee-stream'
import { keepsTheLawOfAggregates } from './aggregate-law'

keepsTheLawOfAggregates({
  aggregate: 'fee',
  decider: feeDecider,
  streams: arbitraryFeeStream,
  ends: { fee: { FeeSettled: 'fee' } },
  types: ['FeeLevied', 'FeeJoined', 'FeePaid', 'FeeWaived', 'FeeCancelled', 'FeeSettled'],
  commands: feeCommands,
})
