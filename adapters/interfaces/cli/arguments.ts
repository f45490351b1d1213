import { InvalidArgumentError } from 'commander'
import { Day } from '../../../domain/values/day'
import { kroner, type Ore } from '../../../domain/values/ore'
import { logNames, StreamName, type LogName } from '../../../domain/event/stream'
import type { Forward } from './commands/clock-forward'

const refused = (must: string): never => {
  throw new InvalidArgumentError(`It must be ${must}.`)
}

export const aDay = (text: string): Day => (Day.is(text) ? text : refused('a day, such as 1923-05-01'))

export const daysOrADay = (text: string): Forward => {
  if (Day.is(text)) return { to: text }
  return /^[0-9]{1,5}$/.test(text) ? { days: Number(text) } : refused('a number of days, or a day such as 1923-05-01')
}

export const aNumber = (text: string): number => (/^[0-9]{1,9}$/.test(text) ? Number(text) : refused('a whole number'))

/** An amount in kroner, as øre. */
export const anAmount = (text: string): Ore =>
  /^[0-9]{1,7}([.,][0-9]{1,2})?$/.test(text)
    ? kroner(Number(text.replace(',', '.')))
    : refused('an amount in kroner, such as 200 or 49.50')

export const aStream = (text: string): StreamName =>
  StreamName.is(text) ? text : refused('the name of a stream, such as copy-3274626533')

export const aLog = (text: string): LogName => logNames.find((log) => log === text) ?? refused('circulation or persons')

/** An option that may be given several times. */
export const several = (text: string, before: ReadonlyArray<string> | undefined): ReadonlyArray<string> => [
  ...(before ?? []),
  text,
]
