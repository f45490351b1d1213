import fc from 'fast-check'
import type { CountMessages } from '../../domain/message-count/count-messages'
import { messageCountAggregate } from '../../domain/message-count/message-count-aggregate'
import type { MessageCountId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { arbitraryStream } from '../arbitrary/arbitrary-stream'
import { anna } from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

const countMessages: CountMessages = {
  ...{ type: 'CountMessages', messageCount: numberedUuid(951) as MessageCountId, borrower: anna },
  ...{ month: '2026-03' as Month, counts: [{ kind: 'recall', number: 2 }] },
}

testAggregateErasureLaw({
  aggregate: 'message count',
  decider: messageCountAggregate,
  streams: arbitraryStream(
    messageCountAggregate,
    fc.constant(() => countMessages),
  ),
  ends: { messageCount: { MessagesCounted: 'messageCount' } },
  types: ['MessagesCounted'],
  commands: [() => countMessages],
})
