import { erasureByKeyDestruction, type DeclaredMemoryStore } from '../../../retention/derived-stores/derived-store'

/** What a process holds in memory of events as they are stored, and of wrapped keys. */
export const declaredMemoryOfSealedEvents: ReadonlyArray<DeclaredMemoryStore> = [
  {
    name: 'newest events of a log',
    kind: 'cache',
    holds: 'about 4 MB of stored events of each log',
    erasure: erasureByKeyDestruction,
    variables: [
      'adapters/stores/eventstore/sqlite/newest-events-cache.ts#cached',
      'adapters/stores/eventstore/authenticated-log.ts#intact',
    ],
  },
  {
    name: 'events on their way to a log',
    kind: 'queue',
    holds: 'stored events, until they are durable',
    erasure: erasureByKeyDestruction,
    variables: [
      'adapters/stores/sqlite/writer-thread/start-writer-thread.ts#requests',
      'adapters/stores/sqlite/writer-thread/serve-writer-requests.ts#pending',
      'adapters/stores/sqlite/writer-thread/serve-writer-requests.ts#answers',
      'adapters/stores/sqlite/writer-thread/pending-thread-answers.ts#waiting',
      'adapters/stores/eventstore/postgres/postgres-log-writer.ts#pending',
      'adapters/stores/eventstore/postgres/postgres-log-writer.ts#streamsInFlight',
      'adapters/stores/eventstore/postgres/postgres-log-writer.ts#batchesInFlight',
      'adapters/stores/eventstore/kurrentdb/appending/batch-append-call.ts#pending',
      'adapters/system/concurrency/batcher.ts#queued',
    ],
  },
  {
    name: 'events on their way from a log',
    kind: 'queue',
    holds: 'stored events that a reader has not taken yet',
    erasure: erasureByKeyDestruction,
    variables: [
      'adapters/stores/eventstore/kurrentdb/calling/run-kurrent-read-request.ts#results',
      'adapters/stores/eventstore/kurrentdb/subscribing/kurrent-subscription.ts#buffered',
    ],
  },
  {
    name: 'log and keys in memory',
    kind: 'list',
    holds: 'stored events, wrapped keys and the schedule of a library without files (tests and benches)',
    erasure: erasureByKeyDestruction,
    variables: [
      'adapters/stores/eventstore/memory/memory-events.ts#log',
      'adapters/stores/eventstore/memory/memory-events.ts#streams',
      'adapters/stores/eventstore/memory/open-memory-log.ts#positions',
      'adapters/stores/keystore/memory/memory-key-store.ts#rows',
      'adapters/stores/schedule/memory/memory-schedule.ts#scopes',
      'adapters/stores/schedule/memory/memory-schedule.ts#erased',
      'adapters/stores/schedule/memory/memory-schedule.ts#runs',
      'adapters/stores/schedule/memory/memory-schedule.ts#closed',
      'adapters/stores/schedule/memory/memory-schedule.ts#positions',
    ],
  },
  {
    name: 'recordings in memory',
    kind: 'list',
    holds: 'encrypted contents of recordings, of a library without files (tests)',
    erasure: erasureByKeyDestruction,
    variables: ['adapters/stores/contents/memory-content-store.ts#contents'],
  },
]
