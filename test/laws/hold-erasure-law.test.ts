import { holdDecider } from '../../domain/hold/decider'
import { arbitraryHoldStream, holdCommands } from '../arbitrary/arbitrary-hold-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'hold',
  decider: holdDecider,
  streams: arbitraryHoldStream,
  ends: { hold: { HoldReleased: 'hold' } },
  types: ['HoldSet', 'HoldProlonged', 'HoldReleased'],
  commands: holdCommands,
})
