import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { isFailureOfChannel } from '../../../domain/message/sending-failure-reason'
import type { SendingChannel, SendingFailed } from '../../../domain/ports/message-sender'
import type { OutcomePorts } from './message-sending-ports'

/** The states of the channels, and who hears when one begins to fail. */
export type ChannelPorts = Pick<OutcomePorts, 'channels' | 'alarmChannelFails'>

/** Sends a message that was admitted, and notes whether its channel works. */
export const sendByChannel =
  ({ channels, alarmChannelFails }: ChannelPorts) =>
  (channel: SendingChannel, send: TaskEither<SendingFailed, void>): TaskEither<SendingFailed, void> =>
  async () => {
    const sent = await send()
    if (E.isRight(sent) || !isFailureOfChannel(sent.left.reason)) channels.noteSuccess(channel)
    else if (channels.noteFailure(channel, sent.left.reason)) alarmChannelFails(channel, sent.left.reason)
    return sent
  }
