import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino'

/** A structured logger. No log line names a borrower, a loan, a reservation, a fee or a message. */
export type Logger = Pick<PinoLogger, 'info' | 'warn' | 'error' | 'fatal'>

/** Logs one JSON line for each entry, to standard output or to the given destination. The time is the machine's. */
export const createLogger = (destination?: DestinationStream): Logger => {
  const settings = { base: null, messageKey: 'message', formatters: { level: (label: string) => ({ level: label }) } }
  return destination === undefined ? pino(settings) : pino(settings, destination)
}
