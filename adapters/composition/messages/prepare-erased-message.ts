import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { routeByAddress } from '../../../domain/message/sending-route'
import type { PrepareErasedMessage } from '../../../domain/ports/erased-message'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import type { OutgoingMessage, AddressedChannel } from '../../../domain/ports/message-sender'
import type { Random } from '../../../domain/ports/random'
import type { MessageId } from '../../../domain/values/ids'
import { isImportUnderWay } from '../../../projections/calendar/calendar-queries'
import { messageRecipient } from '../../../projections/messages/message-recipient'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { MessageSenders } from '../../processes/messages/message-sending-ports'
import { sendByChannel, type ChannelPorts } from '../../processes/messages/send-by-channel'
import { waitAtMost } from '../../system/concurrency/wait-at-most'
import { senderChannels } from './library-senders'
import type { MessageChannels } from './message-channels'

interface ErasedMessageDependencies extends ChannelPorts, Pick<MessageChannels, 'handOvers'> {
  readonly query: <A>(read: (rows: ReadModelRows) => A) => TE.TaskEither<EventReadError, A>
  readonly render: RenderMessage
  /** The outbox folder is none: it would store the message. */
  readonly senders: Partial<MessageSenders>
  readonly random: Pick<Random, 'uuid'>
}

/** Ms for which an erasure waits for a mail server or gateway that is slow. */
const longestWait = 1000

/** A message of no stream: both of its ids are random. */
const toOutgoing = (
  random: Pick<Random, 'uuid'>,
  address: string,
  written: { readonly subject: string; readonly text: string },
): OutgoingMessage => ({ message: random.uuid() as MessageId, reference: random.uuid(), address, ...written })

/**
 * Creates what tells borrowers that they are being erased. Nothing is written of it, neither to a log nor to a file. A
 * channel that fails gets nothing until its next probe is due. The answered task ends after a second at the latest; the
 * hand-over goes on in memory until the server has taken the message, or the limits of time of its steps have passed, also
 * after the key of the borrower is destroyed. A stop of the process waits for it. A crash loses it: the borrower is erased,
 * and nobody tells them.
 */
export const createPrepareErasedMessage = (dependencies: ErasedMessageDependencies): PrepareErasedMessage => {
  const { query, render, senders, random, channels, handOvers } = dependencies
  const handOver = (channel: AddressedChannel, outgoing: OutgoingMessage) => async (): Promise<void> => {
    const sender = senders[channel]
    if (sender === undefined || !(await channels.admit(channel))) return
    await sendByChannel(dependencies)(channel, sender.send(outgoing))()
  }
  const nothing = (): Promise<void> => Promise.resolve()
  return (borrower) =>
    query((rows) => {
      const recipient = isImportUnderWay(rows) ? undefined : messageRecipient(borrower)(rows)
      if (recipient === undefined) return nothing
      const route = routeByAddress('erased', recipient, senderChannels(senders))
      const written = render({ kind: 'erased', items: [], pickUp: null }, recipient.language, [])
      if (route === undefined || E.isLeft(written)) return nothing
      const tell = handOvers.track(handOver(route.channel, toOutgoing(random, route.address, written.right)))
      return () => waitAtMost(longestWait)(tell)
    })
}
