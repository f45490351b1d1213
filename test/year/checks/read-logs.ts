import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { decodeEvent, sealContextOf, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { ScopeClass } from '../../../domain/event/scope-class'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore, Position } from '../../../domain/ports/event-store'

/** An event of a log whose parts are open, as far as their keys live. */
export interface OpenedEvent {
  readonly log: LogName
  readonly type: string
  readonly recorded: string
  readonly open: Readonly<Record<string, unknown>>
  /** By class of scope; undefined when the part is forgotten. */
  readonly sealed: Readonly<Partial<Record<ScopeClass, Readonly<Record<string, unknown>>>>>
  readonly event: SealedEvent
}

/** Reads what is new in both logs since the last call. */
export interface LogReader {
  readonly readNew: () => Promise<ReadonlyArray<OpenedEvent>>
  /** The first event with a part under each scope. */
  readonly firstEventOf: ReadonlyMap<string, SealedEvent>
  /** The types of the events that name each id in their open part, with the day or the month of their recording. */
  readonly eventsOf: ReadonlyMap<string, ReadonlyArray<string>>
}

type CommandHandling = RunningLibrary['useCaseDependencies']['commandHandling']

/** The classes of the parts that do not answer, and why: a part that is neither plain nor erased is an error. */
const openParts = async ({ keys }: CommandHandling, event: SealedEvent): Promise<OpenedEvent['sealed']> => {
  if (event.parts.length === 0) return {}
  const opened = await keys.openParts(sealContextOf(event), event.stored.sealed, event.parts)()
  return Object.fromEntries(
    event.parts.flatMap(({ class: name }, at) => {
      const part = opened[at]
      if (part?._tag === 'Plain') return [[name, part.value as Readonly<Record<string, unknown>>]]
      if (part?._tag === 'Erased') return []
      throw new Error(`a part of ${event.stored.type} answers ${JSON.stringify(part)}`)
    }),
  )
}

const lengthOfId = 36

/** As it is written: `LoanReturned 2026-03-01`. */
const noteEvent = (eventsOf: Map<string, string[]>, { open, stored }: SealedEvent): void => {
  const what = `${stored.type} ${stored.recorded}`
  for (const id of Object.values(open)) {
    if (typeof id !== 'string' || id.length !== lengthOfId) continue
    const known = eventsOf.get(id)
    if (known === undefined) eventsOf.set(id, [what])
    else known.push(what)
  }
}

export const createLogReader = ({ useCaseDependencies }: RunningLibrary): LogReader => {
  const { commandHandling } = useCaseDependencies
  const positions: Partial<Record<LogName, Position>> = {}
  const firstEventOf = new Map<string, SealedEvent>()
  const eventsOf = new Map<string, string[]>()
  /** Events of *persons* since the last closed month: when it is closed, they change their order. */
  let thisMonth = new Set<string>()
  const readLog = async (log: LogName): Promise<ReadonlyArray<SealedEvent>> => {
    const after = positions[log]
    const read: SealedEvent[] = []
    const store = commandHandling.stores[log] as EventStore
    for await (const page of store.readAll(after === undefined ? {} : { after }))
      for (const stored of page) {
        const decoded = decodeEvent(commandHandling.eventTable)(log)(stored)
        if (decoded._tag === 'Left') throw new Error(JSON.stringify(decoded.left))
        read.push(decoded.right)
      }
    return read
  }
  const newOf = (log: LogName, read: ReadonlyArray<SealedEvent>): ReadonlyArray<SealedEvent> => {
    if (log === 'circulation') {
      const last = read.at(-1)
      if (last !== undefined) positions.circulation = last.stored.position
      return read
    }
    const since = read.filter(({ stored }) => !thisMonth.has(stored.id))
    const closing = read.findLast(({ stored }) => stored.type === 'MonthClosed')
    if (closing !== undefined) positions.persons = closing.stored.position
    const from = positions.persons ?? ''
    thisMonth = new Set(read.filter(({ stored }) => stored.position > from).map(({ stored }) => stored.id))
    return since
  }
  const readNew = async (): Promise<ReadonlyArray<OpenedEvent>> => {
    const all: OpenedEvent[] = []
    for (const log of logNames)
      for (const event of newOf(log, await readLog(log))) {
        for (const { scope } of event.parts) if (!firstEventOf.has(scope)) firstEventOf.set(scope, event)
        noteEvent(eventsOf, event)
        const { type, recorded } = event.stored
        all.push({ log, type, recorded, open: event.open, sealed: await openParts(commandHandling, event), event })
      }
    return all
  }
  return { readNew, firstEventOf, eventsOf }
}
