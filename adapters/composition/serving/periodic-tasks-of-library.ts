import type { MessageSenders } from '../../processes/messages/message-sending-ports'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { isStoreError } from '../../stores/throwable-store-error'
import { repeatUntilStopped, type RepeatedJob } from '../../system/concurrency/repeat-until-stopped'
import { toLoggableError } from '../../system/telemetry/loggable-error'
import type { Logger } from '../../system/telemetry/logger'
import { startPeriodicTask } from './start-periodic-task'

/** Ms between runs of the retention service, so that data whose period is over immediately is erased within a minute. */
const retentionRunInterval = 20_000

/** Ms between runs of the sending of messages: whoever waits for a copy is told within the minute. */
const messageSendingInterval = 5000

/** Ms between looks for deliveries of the CPR register, and for registrations to complete. */
const cprRegisterInterval = 60_000

/** Ms between looks for started payments. They are kept for days, so a service that is down is asked often enough. */
const paymentInterval = 10 * 60_000

/** Runs the retention service periodically. Logs its failures when they begin and when they change. */
export const startRetentionRuns = ({ retention }: RunningLibrary, logger: Logger): RepeatedJob => {
  let logged = ''
  return repeatUntilStopped(
    async () => {
      const { failed } = await retention.run()
      const found = failed.join('; ')
      if (failed.length > 0 && found !== logged)
        logger.error({ failed }, 'retention: some data that is due could not be erased')
      logged = found
    },
    retentionRunInterval,
    (error) => {
      const found = isStoreError(error) ? error.reason : toLoggableError(error).name
      if (found !== logged) logger.error({ failed: [found] }, 'retention: the run ended with an error')
      logged = found
    },
  )
}

/** Starts what one process of the library at a time does again and again. */
export const startPeriodicTasks = (
  { messages, cprRegister, payments }: RunningLibrary,
  dependencies: { readonly messageSenders: Partial<MessageSenders>; readonly logger: Logger },
): ReadonlyArray<RepeatedJob> =>
  [
    {
      ...{ name: 'messages', interval: messageSendingInterval },
      run: (isStopping: () => boolean) => messages.sendPending(dependencies.messageSenders, isStopping),
    },
    { name: 'CPR register', interval: cprRegisterInterval, run: cprRegister.run },
    { name: 'payments', interval: paymentInterval, run: payments.confirmStarted },
  ].map((task) => startPeriodicTask(task, dependencies))
