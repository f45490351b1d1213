import { InvalidArgumentError } from 'commander'
import { Day } from '../../../domain/values/day'
import { oreFromKroner, type Ore } from '../../../domain/values/ore'
import { CertificateId } from '../../../domain/values/ids'
import { logNames, StreamName, type LogName } from '../../../domain/event/stream'
import type { ClockTarget } from './commands/clock-forward-command'

/** Refuses an argument; says what it must be. */
export const rejectArgument = (must: string): never => {
  throw new InvalidArgumentError(`It must be ${must}.`)
}

export const parseDayArgument = (text: string): Day =>
  Day.is(text) ? text : rejectArgument('a day, such as 1923-05-01')

export const parseClockTarget = (text: string): ClockTarget => {
  if (Day.is(text)) return { to: text }
  return /^[0-9]{1,5}$/.test(text)
    ? { days: Number(text) }
    : rejectArgument('a number of days, or a day such as 1923-05-01')
}

export const parseWholeNumber = (text: string): number =>
  /^[0-9]{1,9}$/.test(text) ? Number(text) : rejectArgument('a whole number')

/** An amount in kroner, parsed into øre. */
export const parseKroner = (text: string): Ore =>
  /^[0-9]{1,7}([.,][0-9]{1,2})?$/.test(text)
    ? oreFromKroner(Number(text.replace(',', '.')))
    : rejectArgument('an amount in kroner, such as 200 or 49.50')

export const parseStreamNameArgument = (text: string): StreamName =>
  StreamName.is(text) ? text : rejectArgument('the name of a stream, such as copy-3274626533')

/** What an event is named by: a certificate, or its stream. */
export const parseCertificateOrStream = (text: string): CertificateId | StreamName =>
  CertificateId.is(text) || StreamName.is(text)
    ? text
    : rejectArgument('the id of a certificate, or the name of a stream, such as copy-3274626533')

/** One ASCII character that is no letter, digit, blank or quotation mark; a tab is one. */
export const parseSeparator = (text: string): string =>
  /^[\t!#-/:-@[-`{-~]$/.test(text) ? text : rejectArgument("one character, such as ';' or a tab")

export const parseLogName = (text: string): LogName =>
  logNames.find((log) => log === text) ?? rejectArgument('circulation or persons')

/** Collects the values of an option that may be repeated. */
export const collectOptionValues = (
  text: string,
  earlier: ReadonlyArray<string> | undefined,
): ReadonlyArray<string> => [...(earlier ?? []), text]
