import { openMemoryLog } from '../../../adapters/stores/eventstore/memory/store'
import { systemRandom } from '../../../adapters/system/random/random'
import { stateCache } from '../../../adapters/processes/running/state-cache'
import { calendarScopes } from '../../../domain/use-cases/calendar-scopes'
import { monthAggregate } from '../../../domain/calendar/month/aggregate'
import { definitions } from '../../../domain/catalogue'
import { tableOf } from '../../../domain/event/decode'
import { handle, type Desk } from '../../../domain/command-handling/handle'
import type { Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import type { Month } from '../../../domain/values/month'
import type { EventStore } from '../../../domain/ports/event-store'
import { wholeLog } from '../../contract/event-store/given'
import { keysInHand } from '../../fixtures/keys'
import { right } from '../../fixtures/right'

const november = '2026-11' as Month
const december = '2026-12' as Month
const january = '2027-01' as Month

/** A process that asks for more than this before it answers will never answer. */
const mostReads = 100

const impatient = (log: EventStore): EventStore => {
  let reads = 0
  return {
    ...log,
    readStream: (...asked) => {
      reads += 1
      if (reads > mostReads) throw new Error('asks again and again')
      return log.readStream(...asked)
    },
  }
}

/** Two processes that share logs and keys, each with a clock of its own. */
const twoProcesses = (...days: readonly [string, string]) => {
  const [circulation, persons] = [openMemoryLog().events, openMemoryLog().events]
  const { anotherProcess } = keysInHand()
  const on = (day: string): Desk => ({
    table: tableOf(definitions),
    stores: { circulation: impatient(circulation), persons },
    keys: anotherProcess(),
    cache: stateCache(100),
    clock: { now: () => noonOf(day as Day), today: () => day as Day },
    random: systemRandom,
  })
  return { circulation, one: on(days[0]), other: on(days[1]) }
}

const statisticsOf = async (desk: Desk, month: Month) => right(await calendarScopes(desk).statisticsOf(month)())

const inMonth = (desk: Desk) => handle(desk)(monthAggregate('circulation'))
const count = async (desk: Desk, month: Month) =>
  right(await inMonth(desk)(month)({ type: 'CountMonth', month, loans: [] })())
const close = async (desk: Desk, month: Month, lastClosed: Month | null) => {
  await count(desk, month)
  right(await inMonth(desk)(month)({ type: 'CloseMonth', month, lastClosed })())
}

const opened = async (log: EventStore) =>
  (await wholeLog(log)).filter(({ type }) => type === 'MonthOpened').map(({ stream }) => stream)

describe('the statistics of a month', () => {
  it('are the same for two processes that open it at once', async () => {
    const { one, other, circulation } = twoProcesses('2026-11-30', '2026-11-30')
    const [here, there] = await Promise.all([statisticsOf(one, november), statisticsOf(other, november)])
    expect(here).toBe(there)
    expect(await opened(circulation)).toEqual([`month-${november}`])
  })

  it('are those of the next month once a process whose clock is ahead has closed it', async () => {
    const { one, other, circulation } = twoProcesses('2026-11-30', '2026-12-01')
    const before = await statisticsOf(one, november)
    await close(other, november, null)
    const after = await statisticsOf(one, november)
    expect(after).not.toBe(before)
    expect(await statisticsOf(other, december)).toBe(after)
    expect(await opened(circulation)).toEqual([`month-${november}`, `month-${december}`])
  })

  it('are those of the next month as soon as it is counted', async () => {
    const { one, other } = twoProcesses('2026-11-30', '2026-12-01')
    await count(other, november)
    expect(await statisticsOf(one, november)).toBe(await statisticsOf(other, december))
  })

  it('are those of the month after the last that is closed, however many are', async () => {
    const { one, other } = twoProcesses('2026-11-30', '2027-01-01')
    await close(other, november, null)
    await close(other, december, november)
    expect(await statisticsOf(one, november)).toBe(await statisticsOf(other, january))
  })

  it('are those of the next month when another process counts it while it is opened here', async () => {
    const { one, other } = twoProcesses('2026-11-30', '2026-12-01')
    const overtaken: Desk = {
      ...one,
      keys: { ...one.keys, make: (parts) => () => count(other, november).then(() => one.keys.make(parts)()) },
    }
    expect(await statisticsOf(overtaken, november)).toBe(await statisticsOf(other, december))
  })
})
