import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { routeByAddress } from '../../../domain/message/sending-route'
import { isFailureOfChannel } from '../../../domain/message/sending-failure-reason'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { PrepareErasedMessage } from '../../../domain/ports/erased-message'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import {
  addressedChannels,
  type MessageSender,
  type OutgoingMessage,
  type AddressedChannel,
} from '../../../domain/ports/message-sender'
import type { Random } from '../../../domain/ports/random'
import type { MessageId } from '../../../domain/values/ids'
import { isImportUnderWay } from '../../../projections/calendar/calendar-queries'
import { messageRecipient } from '../../../projections/messages/message-recipient'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { MessageSenders } from '../../processes/messages/message-sending-ports'

interface ErasedMessageDependencies {
  readonly query: <A>(read: (rows: ReadModelRows) => A) => TE.TaskEither<EventReadError, A>
  readonly render: RenderMessage
  /** The outbox folder is none: it would store the message. */
  readonly senders: Partial<MessageSenders>
  readonly random: Pick<Random, 'uuid'>
  readonly clock: MonotonicClock
}

/** Ms for which nothing is handed over by a channel that has failed: a closing does not wait for it once for each borrower. */
const pauseAfterFailure = 600_000

/** A message of no stream: both of its ids are random. */
const toOutgoing = (
  random: Pick<Random, 'uuid'>,
  address: string,
  written: { readonly subject: string; readonly text: string },
): OutgoingMessage => ({ message: random.uuid() as MessageId, reference: random.uuid(), address, ...written })

/** Creates what tells borrowers that they are being erased. Nothing is written of it, neither to a log nor to a file. */
export const createPrepareErasedMessage = ({
  query,
  render,
  senders,
  random,
  clock,
}: ErasedMessageDependencies): PrepareErasedMessage => {
  const pausedUntil = new Map<AddressedChannel, number>()
  const senderOf = (channel: AddressedChannel): MessageSender | undefined =>
    (pausedUntil.get(channel) ?? 0) > clock.elapsed() ? undefined : senders[channel]
  const handOver = (channel: AddressedChannel, outgoing: OutgoingMessage) => async (): Promise<void> => {
    const sent = await senderOf(channel)?.send(outgoing)()
    if (sent !== undefined && E.isLeft(sent) && isFailureOfChannel(sent.left.reason))
      pausedUntil.set(channel, clock.elapsed() + pauseAfterFailure)
  }
  const nothing = (): Promise<void> => Promise.resolve()
  return (borrower) =>
    query((rows) => {
      const recipient = isImportUnderWay(rows) ? undefined : messageRecipient(borrower)(rows)
      if (recipient === undefined) return nothing
      const channels = addressedChannels.filter((channel) => senders[channel] !== undefined)
      const route = routeByAddress('erased', recipient, channels)
      const written = render({ kind: 'erased', items: [], pickUp: null }, recipient.language, [])
      if (route === undefined || E.isLeft(written)) return nothing
      return handOver(route.channel, toOutgoing(random, route.address, written.right))
    })
}
