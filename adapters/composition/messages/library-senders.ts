import { sendingRoute, type SendingRoute } from '../../../domain/message/sending-route'
import type { DigitalPost } from '../../../domain/ports/digital-post'
import { addressedChannels, type AddressedChannel, type SendingChannel } from '../../../domain/ports/message-sender'
import type { Day } from '../../../domain/values/day'
import type { MessageRecipient } from '../../../projections/messages/message-recipient'
import type { MessageRow } from '../../../projections/messages/message-table'
import type { MessageSenders } from '../../processes/messages/message-sending-ports'

/** By what a library sends. */
export interface LibrarySenders {
  readonly senders: MessageSenders
  /** Those of the channels that need an address by which the library sends. */
  readonly addressed: ReadonlyArray<AddressedChannel>
  /** Undefined: legal notices are letters. */
  readonly digitalPost: DigitalPost | undefined
}

/** The channels that have a sender. */
export const senderChannels = (senders: Partial<MessageSenders>): ReadonlyArray<AddressedChannel> =>
  addressedChannels.filter((channel) => senders[channel] !== undefined)

/** With neither a mail server nor a gateway every message goes to the outbox; with one of them, what goes by it. */
export const channelsWithSender = (senders: Partial<MessageSenders>): ReadonlyArray<AddressedChannel> => {
  const channels = senderChannels(senders)
  return channels.length === 0 ? addressedChannels : channels
}

type Channels = Pick<LibrarySenders, 'addressed' | 'digitalPost'>

const allChannels = ({ addressed, digitalPost }: Channels): ReadonlyArray<SendingChannel> =>
  digitalPost === undefined ? addressed : [...addressed, 'digitalPost']

/** The way of a message on a day; undefined when there is none. */
export const routeOfMessage =
  (channels: Channels, today: Day) =>
  (row: MessageRow, recipient: MessageRecipient): SendingRoute | undefined =>
    sendingRoute(row, recipient, allChannels(channels), today)
