import fc, { type Arbitrary } from 'fast-check'
import type { MessageCommand } from '../../domain/message/decide-message-command'
import { messageDecider } from '../../domain/message/message-decider'
import { day } from '../fixtures/example-library'
import { exampleMakeMessage, messageId } from '../fixtures/example-messages'
import { arbitraryStream } from './arbitrary-stream'

const message = messageId(1)
const days = ['2026-03-10', '2026-03-12', '2026-03-13', '2026-03-14'].map(day)

const arbitraryMessageCommand: Arbitrary<MessageCommand> = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom('busy', 'connection', 'rejected', 'cprNumber', 'causeEnded'))
  .chain(([on, reason]) =>
    fc.constantFrom<MessageCommand>(
      exampleMakeMessage,
      { ...exampleMakeMessage, kind: 'bill' },
      { type: 'RecordMessageSent', message, channel: 'sms', address: '20123456', items: null, on },
      {
        type: 'RecordMessageSent',
        message,
        channel: 'digitalPost',
        address: null,
        items: exampleMakeMessage.items,
        on,
      },
      { type: 'RecordLetterPrinted', message, on },
      { type: 'RecordFailedAttempt', message, reason, on },
      { type: 'RecordFailedAttempt', message, reason: 'timeout', on },
    ),
  )

/** Streams of a message. */
export const arbitraryMessageStream = arbitraryStream(
  messageDecider,
  arbitraryMessageCommand.map((command) => () => command),
)

export const messageCommands: ReadonlyArray<() => MessageCommand> = fc
  .sample(arbitraryMessageCommand, { numRuns: 40, seed: 7 })
  .map((command) => () => command)
