import { messageDecider } from '../../domain/message/message-decider'
import { arbitraryMessageStream, messageCommands } from '../arbitrary/arbitrary-message-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'message',
  decider: messageDecider,
  streams: arbitraryMessageStream,
  ends: { message: { MessageSent: 'message', MessageFailed: 'message' } },
  types: ['MessageMade', 'MessageSent', 'MessageAttemptFailed', 'MessageFailed'],
  commands: messageCommands,
})
