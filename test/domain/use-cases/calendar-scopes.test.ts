import { openMemoryLog } from '../../../adapters/stores/eventstore/memory/open-memory-log'
import { createMemoryStreamQueue } from '../../../adapters/processes/coordination/memory/memory-stream-queue'
import { systemRandom } from '../../../adapters/system/random/system-random'
import { lruStateCache } from '../../../adapters/processes/running-library/lru-state-cache'
import { calendarScopes } from '../../../domain/use-cases/calendar-scopes'
import { monthAggregate } from '../../../domain/calendar/month/month-aggregate'
import { eventDefinitions } from '../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { handleCommand, type CommandHandlingDependencies } from '../../../domain/command-handling/handle-command'
import type { Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import type { Month } from '../../../domain/values/month'
import type { EventStore } from '../../../domain/ports/event-store'
import { readWholeLog } from '../../contract/event-store/event-store-steps'
import { keysUnderTest } from '../../fixtures/keys-under-test'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const november = '2026-11' as Month
const december = '2026-12' as Month
const january = '2027-01' as Month

/** More reads than this mean an endless loop. */
const maximumReads = 100

const withReadLimit = (log: EventStore): EventStore => {
  let reads = 0
  return {
    ...log,
    readStream: (...readArguments) => {
      reads += 1
      if (reads > maximumReads) throw new Error('endless reads')
      return log.readStream(...readArguments)
    },
  }
}

/** Two processes that share logs and keys. Each has its own clock. */
const twoProcesses = (...days: readonly [string, string]) => {
  const [circulation, persons] = [openMemoryLog().events, openMemoryLog().events]
  const { anotherProcess } = keysUnderTest()
  const on = (day: string): CommandHandlingDependencies => ({
    eventTable: eventDefinitionsByType(eventDefinitions),
    stores: { circulation: withReadLimit(circulation), persons },
    keys: anotherProcess(),
    cache: lruStateCache(100),
    clock: { now: () => noonOf(day as Day), today: () => day as Day },
    random: systemRandom,
    streamQueue: createMemoryStreamQueue(),
  })
  return { circulation, one: on(days[0]), other: on(days[1]) }
}

const withoutReads = ({
  circulation,
  persons,
}: CommandHandlingDependencies['stores']): CommandHandlingDependencies['stores'] => {
  const refuse = (): never => {
    throw new Error('no read was expected')
  }
  const withoutReading = (log: CommandHandlingDependencies['stores']['circulation']) => ({
    append: log.append,
    readStream: refuse,
  })
  return { circulation: withoutReading(circulation), persons: withoutReading(persons) }
}

const statisticsScopeOf = async (dependencies: CommandHandlingDependencies, month: Month) =>
  rightOrThrow(await calendarScopes(dependencies).statisticsScopeOf(month)())

const handleMonthCommand = (dependencies: CommandHandlingDependencies) =>
  handleCommand(dependencies)(monthAggregate('circulation'))
const countMonth = async (dependencies: CommandHandlingDependencies, month: Month) =>
  rightOrThrow(await handleMonthCommand(dependencies)(month)({ type: 'CountMonth', month, tallies: [] })())
const closeMonth = async (dependencies: CommandHandlingDependencies, month: Month, lastClosed: Month | null) => {
  await countMonth(dependencies, month)
  rightOrThrow(await handleMonthCommand(dependencies)(month)({ type: 'CloseMonth', month, lastClosed })())
}

const openedMonths = async (log: EventStore) =>
  (await readWholeLog(log)).filter(({ type }) => type === 'MonthOpened').map(({ stream }) => stream)

/** The dependencies, and which keys are created by them. */
const withCreatedKeys = (dependencies: CommandHandlingDependencies) => {
  const created: string[] = []
  const createKeys: CommandHandlingDependencies['keys']['createKeys'] = (scopes) => {
    created.push(...scopes.map(({ scope }) => scope))
    return dependencies.keys.createKeys(scopes)
  }
  return { created, dependencies: { ...dependencies, keys: { ...dependencies.keys, createKeys } } }
}

const severalTimes = <A>(run: () => Promise<A>): Promise<ReadonlyArray<A>> =>
  Promise.all(Array.from({ length: 8 }, run))

describe('commands of one process that need the scope of a day or a month at the same time', () => {
  it('create one key for the month', async () => {
    const { created, dependencies } = withCreatedKeys(twoProcesses('2026-11-30', '2026-11-30').one)
    const scopes = await severalTimes(() => statisticsScopeOf(dependencies, november))
    expect(new Set<string>(scopes)).toEqual(new Set(created))
    expect(created).toHaveLength(1)
  })

  it('create one key for the day', async () => {
    const { created, dependencies } = withCreatedKeys(twoProcesses('2026-11-30', '2026-11-30').one)
    const scopes = await severalTimes(async () =>
      rightOrThrow(await calendarScopes(dependencies).idempotencyScopeOf('2026-11-30' as Day)()),
    )
    expect(new Set<string>(scopes)).toEqual(new Set(created))
    expect(created).toHaveLength(1)
  })
})

describe('the statistics scope of a month', () => {
  it('is the same for two processes that open it at the same time', async () => {
    const { one, other, circulation } = twoProcesses('2026-11-30', '2026-11-30')
    const [here, there] = await Promise.all([statisticsScopeOf(one, november), statisticsScopeOf(other, november)])
    expect(here).toBe(there)
    expect(await openedMonths(circulation)).toEqual([`month-${november}`])
  })

  it('is that of the next month once a process whose clock is ahead has closed the month', async () => {
    const { one, other, circulation } = twoProcesses('2026-11-30', '2026-12-01')
    const before = await statisticsScopeOf(one, november)
    await closeMonth(other, november, null)
    const after = await statisticsScopeOf(one, november)
    expect(after).not.toBe(before)
    expect(await statisticsScopeOf(other, december)).toBe(after)
    expect(await openedMonths(circulation)).toEqual([`month-${november}`, `month-${december}`])
  })

  it('is that of the next month as soon as the month is counted', async () => {
    const { one, other } = twoProcesses('2026-11-30', '2026-12-01')
    await countMonth(other, november)
    expect(await statisticsScopeOf(one, november)).toBe(await statisticsScopeOf(other, december))
  })

  it('is that of the first month that is not closed', async () => {
    const { one, other } = twoProcesses('2026-11-30', '2027-01-01')
    await closeMonth(other, november, null)
    await closeMonth(other, december, november)
    expect(await statisticsScopeOf(one, november)).toBe(await statisticsScopeOf(other, january))
  })

  it('is that of the next month when another process counts the month while this one opens it', async () => {
    const { one, other } = twoProcesses('2026-11-30', '2026-12-01')
    const dependenciesOvertaken: CommandHandlingDependencies = {
      ...one,
      keys: {
        ...one.keys,
        createKeys: (parts) => () => countMonth(other, november).then(() => one.keys.createKeys(parts)()),
      },
    }
    expect(await statisticsScopeOf(dependenciesOvertaken, november)).toBe(await statisticsScopeOf(other, december))
  })

  it('is read from the log once, until the last day of the month', async () => {
    const { one, other } = twoProcesses('2026-11-29', '2026-12-01')
    const first = await statisticsScopeOf(one, november)
    const unreadable = { ...one, stores: withoutReads(one.stores) }
    expect(await statisticsScopeOf(unreadable, november)).toBe(first)
    await countMonth(other, november)
    const onLastDay = { ...one, clock: { ...one.clock, today: () => '2026-11-30' as Day } }
    expect(await statisticsScopeOf(onLastDay, november)).toBe(await statisticsScopeOf(other, december))
  })
})

describe('the idempotency scope of a day', () => {
  it('is read from the log once', async () => {
    const { one } = twoProcesses('2026-11-22', '2026-11-22')
    const scopeOf = async (dependencies: CommandHandlingDependencies) =>
      rightOrThrow(await calendarScopes(dependencies).idempotencyScopeOf('2026-11-22' as Day)())
    const first = await scopeOf(one)
    expect(await scopeOf({ ...one, stores: withoutReads(one.stores) })).toBe(first)
  })

  it('is the same for two processes', async () => {
    const { one, other } = twoProcesses('2026-11-22', '2026-11-22')
    const scopesOf = [one, other].map((dependencies) =>
      calendarScopes(dependencies).idempotencyScopeOf('2026-11-22' as Day)(),
    )
    const [here, there] = (await Promise.all(scopesOf)).map((scope) => rightOrThrow(scope))
    expect(here).toBe(there)
  })
})
