import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { createChannelStates } from '../../processes/messages/channel-states'
import type { MessageSenders } from '../../processes/messages/message-sending-ports'
import type { ChannelPorts } from '../../processes/messages/send-by-channel'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { createTasksUnderWay, type TasksUnderWay } from '../../system/concurrency/tasks-under-way'
import type { OpenRunningLibraryOptions } from '../open-running-library-options'

/** What sends messages, and what a process knows of it. Messages of the log and those from memory share it. */
export interface MessageChannels extends ChannelPorts {
  /** Mail server and gateway. The outbox folder is no sender. */
  readonly messageSenders: Partial<MessageSenders>
  readonly messageTime: MonotonicClock
  /** Messages that are handed over from memory. A stop waits for them. */
  readonly handOvers: TasksUnderWay
}

export const createMessageChannels = (
  { messageSenders = {}, messageTime = machineMonotonicClock }: OpenRunningLibraryOptions,
  alarm: AlarmReporter,
): MessageChannels => ({
  messageSenders,
  messageTime,
  channels: createChannelStates(messageTime),
  alarmChannelFails: (channel, reason) => alarm('MessagesNotSent', { channel, reason }),
  handOvers: createTasksUnderWay(),
})
