import { legalHoldDecider } from '../../domain/hold/legal-hold-decider'
import { arbitraryHoldStream, holdCommands } from '../arbitrary/arbitrary-hold-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'hold',
  decider: legalHoldDecider,
  streams: arbitraryHoldStream,
  ends: { hold: { HoldReleased: 'hold' } },
  types: ['HoldSet', 'HoldProlonged', 'HoldReleased'],
  commands: holdCommands,
})
