import { namesNobody, type DeclaredMemory } from '../../../retention/derived-stores/derived-store'

const memory = (
  kind: DeclaredMemory['kind'],
  name: string,
  holds: string,
  ...variables: ReadonlyArray<string>
): DeclaredMemory => ({ name, kind, holds, erasure: namesNobody, variables })

const sqliteLog = 'adapters/stores/eventstore/sqlite'
const schedule = 'adapters/stores/schedule/sqlite'
const concurrency = 'adapters/system/concurrency'

/** What a process holds in memory that names no person. */
export const memoryOfOpenValues: ReadonlyArray<DeclaredMemory> = [
  memory(
    'cache',
    'ends of streams',
    'stream names and revisions',
    `${sqliteLog}/stream-ends.ts#cache`,
    `${sqliteLog}/stream-heads.ts#cache`,
    `${sqliteLog}/hidden-revision-finder.ts#lost`,
  ),
  memory(
    'cache',
    'schedule in memory',
    'scope ids, due days and positions',
    `${schedule}/buffered-schedule-rows.ts#buffered`,
    `${schedule}/earliest-due-times.ts#cache`,
    `${schedule}/ended-scope-cache.ts#answers`,
    `${schedule}/last-closing-cache.ts#cache`,
    `${schedule}/schedule-checkpoints.ts#positions`,
    'retention/schedule/schedule-changes-of-event.ts#rules',
  ),
  memory('list', 'unnamed keys', 'ids of scopes that no event names yet', 'retention/keys/unnamed-keys.ts#createdAt'),
  memory(
    'list',
    'free slots of the key store',
    'numbers of slots',
    'adapters/stores/keystore/sqlite/key-slots.ts#emptySlots',
  ),
  memory(
    'list',
    'the ring in memory',
    'the wrapping key and the key of the read models of each epoch',
    'retention/keys/make-kek-ring.ts#epochs',
  ),
  memory(
    'cache',
    'statements',
    'SQL texts, and columns by class: values are always parameters',
    'adapters/stores/readmodels/sqlite/statement-cache.ts#statements',
    'adapters/stores/readmodels/sqlite/statement-trie.ts#children',
    'projections/read-model/purge-scopes.ts#byClass',
  ),
  memory(
    'list',
    'positions',
    'how far each consumer has read',
    'adapters/stores/readmodels/sqlite/read-model-checkpoints.ts#circulation',
    'adapters/stores/readmodels/sqlite/read-model-checkpoints.ts#persons',
    'adapters/stores/readmodels/sqlite/read-model-checkpoints.ts#changedLogs',
    'adapters/stores/readmodels/replaceable-read-models.ts#running',
    'adapters/processes/lag/lag-meter.ts#behindSince',
    'adapters/processes/lag/lag-meter.ts#counts',
    'adapters/processes/reactors/position-waiter.ts#waiters',
    'adapters/processes/coordination/postgres/postgres-progress-channel.ts#unsent',
    'adapters/processes/coordination/postgres/postgres-progress-channel.ts#receivers',
  ),
  memory(
    'list',
    'damage and failures',
    'places of damaged events, parts that fail, reasons of alarms and refusals',
    'adapters/processes/damage/damaged-events.ts#known',
    'adapters/processes/damage/database-file-checks.ts#results',
    'adapters/processes/failures/alarm-without-repeats.ts#raisedAt',
    'adapters/processes/failures/failing-parts.ts#failures',
    'adapters/processes/failures/failing-parts.ts#reportedAt',
    'adapters/composition/operations/check-logs.ts#ends',
    'adapters/composition/operations/check-logs.ts#damaged',
    'adapters/composition/operations/check-logs.ts#found',
    'adapters/composition/operations/rebuild-read-models.ts#found',
    'adapters/composition/retention/create-retention-service.ts#last',
    'adapters/interfaces/http/request-handling/refused-token-reporter.ts#reasons',
  ),
  memory(
    'list',
    'certificates that are checked',
    'scope ids and runs of one log',
    'retention/certificates/check-certificates-of-log.ts#findings',
    'retention/certificates/check-certificates-of-log.ts#declaredRuns',
    'retention/certificates/check-certificates-of-log.ts#declaredScopes',
    'retention/certificates/check-certificates-of-log.ts#uncertifiedRuns',
  ),
  memory(
    'list',
    'counts of metrics',
    'counts by kind of request',
    'adapters/system/telemetry/stepped-counts.ts#counts',
  ),
  memory(
    'queue',
    'work that waits',
    'functions and leases; what they work on is declared where it is',
    `${concurrency}/keyed-queue.ts#lastByKey`,
    'adapters/stores/eventstore/signal.ts#waiters',
    'adapters/stores/eventstore/kurrentdb/calling/shared-client.ts#clients',
    'adapters/stores/eventstore/kurrentdb/subscribing/kurrent-subscriptions.ts#open',
    'adapters/stores/sqlite/bulk/bulk-commits.ts#logs',
    'adapters/stores/sqlite/bulk/bulk-commits.ts#workAfterCommit',
    'adapters/stores/sqlite/bulk/bulk-commits.ts#workOnFailure',
    'adapters/stores/sqlite/bulk/bulk-commits.ts#keyFiles',
    'adapters/processes/coordination/memory/memory-leases.ts#rows',
    'adapters/interfaces/cli/create-cli.ts#opened',
    `${sqliteLog}/log-writer.ts#outsideTransactions`,
    `${sqliteLog}/open-bulk-log.ts#durableRequests`,
  ),
]
