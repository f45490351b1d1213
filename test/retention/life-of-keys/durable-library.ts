import { randomUUID } from 'node:crypto'
import type * as TE from 'fp-ts/TaskEither'
import { openMemoryLog } from '../../../adapters/stores/eventstore/memory/open-memory-log'
import type { ErasedBorrowers } from '../../../adapters/stores/erasure-receipt/erasure-receipt'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { AnyEvent } from '../../../domain/event/define-event'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore, RecordedEvent, StoredEvent } from '../../../domain/ports/event-store'
import type { Day } from '../../../domain/values/day'
import type { EventId, ScopeId } from '../../../domain/values/ids'
import type { EpochStep } from '../../../retention/epochs/epoch-step'
import type { PortFailed } from '../../../retention/erasing/erasing-ports'
import { monthOf } from '../../../domain/values/month'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { copyableKeysInMemory, type StoredKeys } from './copyable-key-store'
import { memoryRingOf, type ReopenableMemoryRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { generateKekRingContent } from '../../../retention/keys/make-kek-ring-from-content'

export type Logs = Readonly<Record<LogName, EventStore>>
export type LogsCopy = Readonly<Record<LogName, ReadonlyArray<RecordedEvent>>>

/** What of a library survives its processes. */
export interface DurableLibrary {
  readonly keys: StoredKeys
  readonly ring: ReopenableMemoryRing
  logs: Logs
  today: Day
  /** Machine time, ms. */
  elapsed: number
  /** The borrowers whom the erasure receipt names. */
  readonly receipt: ErasedBorrowers[]
  /** The scopes under a legal hold, and their borrowers. */
  readonly held: Set<ScopeId>
  /** Every sealed event that was ever appended, also to a log that was replaced by a backup since. */
  readonly written: SealedEvent[]
  /** What the other processes that run are asked to do. */
  readonly processes: Set<RunningProcess>
}

/** What a process does when another one requests it. */
export interface RunningProcess {
  /** Confirms an eviction: reads both logs to their ends, and removes what it has of erased scopes. */
  readonly confirmEviction: TE.TaskEither<PortFailed, void>
  /** Takes a step of a roll. */
  readonly takeEpochStep: (step: EpochStep) => TE.TaskEither<PortFailed, void>
}

export const openingDay = '2026-03-05' as Day

const openLogs = (): Logs => ({ circulation: openMemoryLog().events, persons: openMemoryLog().events })

/** A new library. */
export const makeDurableLibrary = (
  ring: ReopenableMemoryRing = memoryRingOf(generateKekRingContent()),
  keys?: StoredKeys,
): DurableLibrary => ({
  ring,
  keys: keys ?? copyableKeysInMemory(ring.open().library),
  logs: openLogs(),
  today: openingDay,
  elapsed: 0,
  receipt: [],
  held: new Set(),
  written: [],
  processes: new Set(),
})

/** Every event of a log, in its order. */
export const readWholeLog = async (log: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const events: RecordedEvent[] = []
  for await (const page of log.readAll({})) events.push(...page)
  return events
}

export const copyLogs = async ({ logs }: Pick<DurableLibrary, 'logs'>): Promise<LogsCopy> => ({
  circulation: await readWholeLog(logs.circulation),
  persons: await readWholeLog(logs.persons),
})

/** Puts a copy in the place of the logs. */
export const restoreLogs = async (library: DurableLibrary, copy: LogsCopy): Promise<void> => {
  library.logs = openLogs()
  for (const log of logNames)
    for (const event of copy[log]) {
      const expected = event.revision === 0 ? 'none' : event.revision - 1
      rightOrThrow(await library.logs[log].append(event.stream, expected, [event])())
    }
}

/** The date that an event of today bears: the day, in *persons* the month. */
export const recordedIn = (log: LogName, today: Day): string => (log === 'persons' ? monthOf(today) : today)

/** An event of today without sealed parts, as it is stored. */
export const storedOpenEvent = (log: LogName, today: Day, event: AnyEvent): StoredEvent => ({
  id: randomUUID() as EventId,
  type: event.type,
  version: 1,
  recorded: recordedIn(log, today),
  open: canonicalJson(event.open),
  sealed: new Uint8Array(0),
})
