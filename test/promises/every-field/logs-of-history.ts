import { canonicalJson } from '../../../domain/event/canonical-json'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import type { DomainEvent } from '../../../domain/event/domain-event'
import { streamNameOf, type LogName, type StreamName } from '../../../domain/event/stream'
import { eventDefinitions } from '../../../domain/event-definitions'
import type { ReadStreamOptions, RecordedEvent } from '../../../domain/ports/event-store'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { ReadRecordsDependencies } from '../../../domain/use-cases/read-events-of-records'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { numberedUuid } from '../../fixtures/numbered-uuid'

/** The events of a history in both logs. */
export type EventsInLogs = Readonly<Record<LogName, ReadonlyArray<DomainEvent>>>

const eventTable = eventDefinitionsByType(eventDefinitions)

/** The member of the open part that names the stream, by the category of the stream; the first that an event has. */
const streamMembers = {
  circulation: {
    ...({ copy: 'copy', reservation: 'title', fee: 'fee', payment: 'payment', message: 'message' } as const),
    ...({ access: 'access', hold: 'hold', parallelReservation: 'parallel', disclosure: 'disclosure' } as const),
  },
  persons: { notice: 'notice', messageCount: 'messagecount', borrower: 'borrower' },
} as const

const streamOf = (log: LogName, { open }: DomainEvent): StreamName => {
  const named = open as Readonly<Record<string, unknown>>
  const [member, category] = Object.entries(streamMembers[log]).find(([name]) => name in named) ?? ['', 'day' as const]
  const id = named[category === 'title' ? 'title' : member]
  return streamNameOf(category)(typeof id === 'string' ? id : '1')
}

const toRecorded = (log: LogName, event: DomainEvent, at: number): RecordedEvent => ({
  id: numberedUuid(at + 1) as RecordedEvent['id'],
  type: event.type,
  version: eventTable.get(event.type)?.length ?? 1,
  recorded: log === 'persons' ? '2026-01' : '2026-01-10',
  open: canonicalJson(event.open),
  sealed: Buffer.from(JSON.stringify(event.sealed)),
  stream: streamOf(log, event),
  revision: at,
  position: String(at + 1) as RecordedEvent['position'],
})

/** Opens the sealed parts of these logs, which hold them as they are: no test of the export is about ciphers. */
const openParts: ScopeKeys['openParts'] = (_, sealed, parts) => () => {
  const stored = JSON.parse(Buffer.from(sealed).toString()) as DomainEvent['sealed'] as Readonly<
    Record<string, { readonly _tag: 'Plain'; readonly value: unknown } | { readonly _tag: 'Erased' }>
  >
  return Promise.resolve(parts.map(({ class: name }) => stored[name] ?? { _tag: 'Erased' }))
}

const begins: ReadonlySet<string> = new Set(Object.values(deletionClasses).flatMap(({ namedBy }) => namedBy))

/** Logs that hold the events, as far as reading the records of a borrower needs them. */
export const logsWith = (events: EventsInLogs): ReadRecordsDependencies => {
  const storeOf = (log: LogName) => {
    const recorded = events[log].map((event, at) => toRecorded(log, event, at))
    return {
      readStream: async function* (stream: StreamName, { from = Infinity, limit = Infinity }: ReadStreamOptions) {
        const earlier = recorded.filter((event) => event.stream === stream && event.revision <= from).reverse()
        yield await Promise.resolve(earlier.slice(0, limit))
      },
    }
  }
  return {
    eventTable,
    keys: { openParts },
    stores: { circulation: storeOf('circulation'), persons: storeOf('persons') },
    beginsRecord: (type) => begins.has(type),
  }
}
