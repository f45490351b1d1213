import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino'
import { todayByMachineClock } from '../clock/today-by-machine-clock'

/** A structured logger. No log line names a borrower, a loan, a reservation, a fee or a message. */
export type Logger = Pick<PinoLogger, 'info' | 'warn' | 'error' | 'fatal'>

/**
 * Logs one JSON line for each entry, to standard output or to the given destination. `on` is the day by the machine's
 * clock: circulation has no finer time. An entry about a command of *persons* gives its month as `on` instead.
 */
export const createLogger = (destination?: DestinationStream): Logger => {
  const settings = {
    base: null,
    timestamp: false,
    mixin: () => ({ on: todayByMachineClock() }),
    messageKey: 'message',
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return destination === undefined ? pino(settings) : pino(settings, destination)
}
