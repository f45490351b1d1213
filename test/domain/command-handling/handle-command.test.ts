import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import { createMemoryStreamQueue } from '../../../adapters/processes/coordination/memory/memory-stream-queue'
import { lruStateCache } from '../../../adapters/processes/running-library/lru-state-cache'
import { openMemoryLog } from '../../../adapters/stores/eventstore/memory/open-memory-log'
import { systemRandom } from '../../../adapters/system/random/system-random'
import type { CommandIdSource } from '../../../domain/command-handling/command-id-source'
import { handleCommand, type CommandHandlingDependencies } from '../../../domain/command-handling/handle-command'
import { loadAggregate } from '../../../domain/command-handling/load-aggregate'
import { copyAggregate } from '../../../domain/copy/copy-aggregate'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { eventDefinitions } from '../../../domain/event-definitions'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { samePolicyEachDay } from '../../../domain/policy/policy-by-day'
import type { EventStore } from '../../../domain/ports/event-store'
import { calendarScopes } from '../../../domain/use-cases/calendar-scopes'
import type { LoanId, ScopeId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { monthOf } from '../../../domain/values/month'
import { oreFromKroner } from '../../../domain/values/ore'
import {
  anna,
  day,
  exampleStanding,
  firstCopy,
  firstTitle,
  mainBranch,
  unmatchedId,
} from '../../fixtures/example-library'
import { keysUnderTest } from '../../fixtures/keys-under-test'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const today = day('2026-01-05')
const aggregate = copyAggregate(samePolicyEachDay(defaultLibraryPolicy))

/** Counts the events that are read from a log. */
const withReadCount = (log: EventStore) => {
  const read = { events: 0 }
  async function* counted(pages: ReturnType<EventStore['readStream']>) {
    for await (const page of pages) {
      read.events += page.length
      yield page
    }
  }
  const { recent: _, ...withoutMemory } = log
  const readStream: EventStore['readStream'] = (...of) => counted(log.readStream(...of))
  return { read, log: { ...withoutMemory, readStream } }
}

/** A library of one copy, and processes that share its logs and keys. */
const libraryWithOneCopy = async () => {
  const { read, log: circulation } = withReadCount(openMemoryLog().events)
  const persons = openMemoryLog().events
  const { anotherProcess } = keysUnderTest()
  const startProcess = (): CommandHandlingDependencies => ({
    ...{
      eventTable: eventDefinitionsByType(eventDefinitions),
      stores: { circulation, persons },
      keys: anotherProcess(),
    },
    ...{ cache: lruStateCache(100), clock: { now: () => noonOf(today), today: () => today } },
    ...{ random: systemRandom, streamQueue: createMemoryStreamQueue() },
  })
  const first = startProcess()
  const borrower = { scope: anna as string as ScopeId, class: 'borrower' as const }
  rightOrThrow(await first.keys.createKeys([borrower])())
  const statistics = rightOrThrow(await calendarScopes(first).statisticsScopeOf(monthOf(today))())
  const handle = (process: CommandHandlingDependencies, command: CopyCommand, cause?: CommandIdSource) =>
    handleCommand(process)(aggregate)(firstCopy, cause)(command)()
  rightOrThrow(
    await handle(first, {
      ...{ type: 'Acquire', copy: firstCopy, title: firstTitle, branch: mainBranch, group: 'standard', ageLimit: null },
      ...{ price: oreFromKroner(100), name: 'Night and Day', author: null },
    }),
  )
  const lendCommand = (number: number): CopyCommand => ({
    ...{ type: 'Lend', loan: numberedUuid(500 + number) as LoanId, statistics, standing: exampleStanding(anna) },
    ...{ branch: mainBranch, at: noonOf(today) },
  })
  const returnCommand: CopyCommand = {
    type: 'Return',
    unmatched: unmatchedId(1),
    branch: mainBranch,
    at: noonOf(today),
  }
  return { read, first, startProcess, handle, lendCommand, returnCommand }
}

describe('a command to a copy', () => {
  it('is decided on the same state by a process that has not seen the copy, from at most nine events', async () => {
    const { read, first, startProcess, handle, lendCommand, returnCommand } = await libraryWithOneCopy()
    for (let loan = 1; loan <= 30; loan += 1) {
      rightOrThrow(await handle(first, lendCommand(loan)))
      if (loan < 30) rightOrThrow(await handle(first, returnCommand))
    }
    const known = rightOrThrow(await loadAggregate(first)(aggregate)(firstCopy)())
    read.events = 0
    const loaded = rightOrThrow(await loadAggregate(startProcess())(aggregate)(firstCopy)())
    expect(read.events).toBe(9)
    expect(loaded).toMatchObject({ state: known.state, revision: known.revision, recorded: known.recorded })
    expect(known.state).toMatchObject({ _tag: 'OnLoan', details: { _tag: 'Plain' } })
  })

  it('is recognized when repeated, also by a process that has not seen the copy', async () => {
    const { first, startProcess, handle, lendCommand, returnCommand } = await libraryWithOneCopy()
    const cause: CommandIdSource = {
      idFor: (step) => (step.endsWith('/0') ? numberedUuid(900) : numberedUuid(901)),
      since: today,
    }
    const before = rightOrThrow(await handle(first, lendCommand(1), cause))
    for (let loan = 2; loan <= 20; loan += 1) {
      rightOrThrow(await handle(first, returnCommand))
      rightOrThrow(await handle(first, lendCommand(loan)))
    }
    const again = rightOrThrow(await handle(startProcess(), lendCommand(1), cause))
    expect(again).toMatchObject({ repeated: true, revision: before.revision, position: before.position, events: [] })
  })
})

describe('a state whose loan is erased while a command is under way', () => {
  const loan = numberedUuid(501) as ScopeId
  /** A process that reads the erasure of the loan when the parts of an event were opened, or when events were appended. */
  const startEvictingProcess = (process: CommandHandlingDependencies) => {
    const cache = lruStateCache(100)
    const { circulation } = process.stores
    let evictsAt: 'opened' | 'appended' | undefined
    const evict = (at: typeof evictsAt) => TE.fromIO(() => (evictsAt === at ? cache.evictScopes([loan]) : undefined))
    const keys: CommandHandlingDependencies['keys'] = {
      ...process.keys,
      openParts: (...of) => T.tap(process.keys.openParts(...of), () => evict('opened')),
    }
    const append: EventStore['append'] = (...of) => TE.tap(circulation.append(...of), () => evict('appended'))
    return {
      dependencies: { ...process, cache, keys, stores: { ...process.stores, circulation: { ...circulation, append } } },
      countStates: () => cache.countScopes([loan]),
      evictAt: (at: typeof evictsAt): void => {
        evictsAt = at
      },
    }
  }

  it('is not cached when its events are opened at that moment', async () => {
    const { first, startProcess, handle, lendCommand } = await libraryWithOneCopy()
    rightOrThrow(await handle(first, lendCommand(1)))
    const { dependencies, countStates, evictAt } = startEvictingProcess(startProcess())
    evictAt('opened')
    rightOrThrow(await loadAggregate(dependencies)(aggregate)(firstCopy)())
    expect(countStates()).toBe(0)
    evictAt(undefined)
    rightOrThrow(await loadAggregate(dependencies)(aggregate)(firstCopy)())
    expect(countStates()).toBe(1)
  })

  it('is not cached when the events of the command are appended at that moment', async () => {
    const { startProcess, handle, lendCommand, returnCommand } = await libraryWithOneCopy()
    const { dependencies, countStates, evictAt } = startEvictingProcess(startProcess())
    rightOrThrow(await handle(dependencies, lendCommand(2)))
    rightOrThrow(await handle(dependencies, returnCommand))
    evictAt('appended')
    rightOrThrow(await handle(dependencies, lendCommand(1)))
    expect(countStates()).toBe(0)
  })
})

describe('many commands at once to one copy', () => {
  it('of one process are all decided, one after the other', async () => {
    const { first, handle, returnCommand } = await libraryWithOneCopy()
    const answers = await Promise.all(Array.from({ length: 40 }, () => handle(first, returnCommand)))
    const revisions = answers.map((answer) => rightOrThrow(answer).revision)
    expect(revisions).toEqual(Array.from({ length: 40 }, (_, index) => 2 * (index + 1)))
  })
})
