import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { remember, shut, type Shut, type Unreadable } from '../../../domain/command-handling/remember'
import type { Table, Undecodable } from '../../../domain/event/decode'
import type { Recorded } from '../../../domain/event/domain-event'
import type { LogName } from '../../../domain/event/stream'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { Keys } from '../../../domain/ports/keys'

/** Decodes and opens stored events for all who follow the logs in this process: each event once, where they are close. */
export interface EventReader {
  readonly decode: (log: LogName) => (stored: RecordedEvent) => E.Either<Undecodable, Shut>
  /** Opens every sealed part that can be opened. */
  readonly open: (event: Shut) => TaskEither<Unreadable, Recorded>
  /** Drops every opened event from memory: after an erasure, and together with the keys that opened them. */
  readonly clear: () => void
}

/** How many events are in memory; projector and reactor are seldom further apart. */
const mostEvents = 512

interface Entry {
  readonly decoded: Shut
  opened: E.Either<never, Recorded> | undefined
}

const everyPart = (): boolean => true

/**
 * An event is known again as the same object in memory, so nothing that was read from a disk or a server answers for it.
 * What is opened while `clear` is called is not kept.
 */
export const eventReader = (table: Table, keys: Pick<Keys, 'open'>): EventReader => {
  // A map keeps the order of insertion: the first is the oldest.
  let entries = new Map<RecordedEvent, Entry>()
  const decodeIn = { circulation: shut(table)('circulation'), persons: shut(table)('persons') }
  const open = remember(table, keys)(everyPart)

  const put = (stored: RecordedEvent, decoded: Shut): void => {
    const [oldest] = entries.size < mostEvents ? [] : entries.keys()
    if (oldest !== undefined) entries.delete(oldest)
    entries.set(stored, { decoded, opened: undefined })
  }
  return {
    decode: (log) => (stored) => {
      const known = entries.get(stored)
      if (known !== undefined) return E.right(known.decoded)
      const decoded = decodeIn[log](stored)
      if (decoded._tag === 'Right') put(stored, decoded.right)
      return decoded
    },
    open: (event) => async () => {
      const entry = entries.get(event.stored)
      if (entry?.opened !== undefined) return entry.opened
      const now = entries
      const opened = await open(event)()
      if (entry !== undefined && opened._tag === 'Right' && now === entries) entry.opened = E.right(opened.right)
      return opened
    },
    clear: () => {
      entries = new Map()
    },
  }
}
