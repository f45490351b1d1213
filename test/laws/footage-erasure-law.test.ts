import { footageDecider } from '../../domain/footage/footage-decider'
import { arbitraryFootageStream, footageCommands } from '../arbitrary/arbitrary-footage-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'footage',
  decider: footageDecider,
  streams: arbitraryFootageStream,
  ends: {},
  types: ['FootageRecorded', 'FootageStored'],
  commands: footageCommands,
})
