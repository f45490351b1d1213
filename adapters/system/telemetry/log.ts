import { pino, type DestinationStream, type Logger } from 'pino'

/** A structured log. Nothing that is written to it names a borrower, a loan, a reservation, a fee or a message. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'fatal'>

/** One JSON line an entry, on standard output unless another place is given. Time is the machine's. */
export const createLog = (place?: DestinationStream): Log => {
  const settings = { base: null, messageKey: 'message', formatters: { level: (label: string) => ({ level: label }) } }
  return place === undefined ? pino(settings) : pino(settings, place)
}
