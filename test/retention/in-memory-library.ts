import { sign } from 'node:crypto'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { createMemorySchedule } from '../../adapters/stores/schedule/memory/memory-schedule'
import type { AnyEvent } from '../../domain/event/define-event'
import type { DueScope } from '../../domain/erasure/events/erasure-due'
import { logNames, type LogName } from '../../domain/event/stream'
import { addDays, type Day } from '../../domain/values/day'
import { isLastDayOfMonth, monthOf } from '../../domain/values/month'
import type { CertificateId, RunId, ScopeId } from '../../domain/values/ids'
import type { AppendError } from '../../domain/ports/event-store'
import { DayClosed } from '../../domain/calendar/events/day-closed'
import { MonthClosed } from '../../domain/calendar/events/month-closed'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import type { CertificateStatement } from '../../retention/certificates/certificate-statement'
import type { LogConsumerPosition } from '../../retention/guards/consumers-behind'
import { noLegalHolds, type LegalHolds } from '../../retention/guards/legal-holds'
import type { OpenPartOfEvent } from '../../retention/schedule/open-part-of-event'
import { scheduleChangesOfEvent } from '../../retention/schedule/schedule-changes-of-event'
import type { RetentionWorkerPorts } from '../../retention/worker/retention-worker-ports'
import { makeRetentionWorker } from '../../retention/worker/retention-worker'
import { openPartOfEventIn, projectIntoSchedule, randomId } from './open-parts-of-logs'
import { declarationChecks, signingKey } from './declaration-checks'

export { openPartOfEventIn, projectIntoSchedule, randomId }

type Fenced = CertificateId | undefined

/** A library in memory: two logs, keys, rows, and a worker. Every port of the worker can be made to crash or to fail. */
export const makeInMemoryLibrary = (today: Day) => {
  const logs: Record<LogName, OpenPartOfEvent[]> = { circulation: [], persons: [] }
  const fenced = new Map<ScopeId, Fenced>()
  const checkpointed = new Set<ScopeId>()
  const evicted = new Set<ScopeId>()
  const rows = new Set<ScopeId>()
  const certifiedEarly: string[] = []
  const calls: string[] = []
  const library = {
    logs,
    rows,
    fenced,
    early: certifiedEarly,
    calls,
    today,
    schedule: createMemorySchedule(),
    alarms: [] as string[],
    confirmed: undefined as Day | undefined,
    onHold: new Set<ScopeId>(),
    holds: {} as Partial<LegalHolds>,
    /** Called when the worker has waited for its turn to declare scopes. */
    beforeDeclaring: (): void => undefined,
    /** The legal holds as the worker reads them. */
    readHolds: (): LegalHolds => ({
      ...noLegalHolds,
      count: library.onHold.size,
      scopes: library.onHold,
      ...library.holds,
    }),
    consumers: [] as ReadonlyArray<LogConsumerPosition>,
    /** Crashes at the n-th call of a port, before or after its effect. */
    crash: undefined as { readonly at: number; readonly when: 'before' | 'after' } | undefined,
    failingPort: undefined as string | undefined,
    stillReadable: [] as ReadonlyArray<ScopeId>,
    record: (log: LogName, stream: string, event: Pick<AnyEvent, 'type' | 'open'>): OpenPartOfEvent => {
      const recorded = log === 'persons' ? monthOf(library.today) : library.today
      const next = openPartOfEventIn(log, logs[log].length + 1, stream, event, recorded)
      logs[log].push(next)
      for (const change of scheduleChangesOfEvent(deletionClasses, declarationChecks)(next))
        if (change._tag === 'ScopeNamed') rows.add(change.scope)
      return next
    },
    catchUpSchedule: () => logNames.forEach((log) => projectIntoSchedule(library.schedule, log, logs[log])),
    /** The statements of all certificates in both logs. */
    certificates: (): ReadonlyArray<CertificateStatement> =>
      logNames.flatMap((log) =>
        logs[log]
          .filter(({ type }) => type === 'ScopesErased')
          .map(({ open }) => JSON.parse(String(open['statement'])) as CertificateStatement),
      ),
    erasedScopes: (): ReadonlyArray<ScopeId> =>
      library.certificates().flatMap(({ scopes }) => scopes.map(({ scope }) => scope)),
    restart: () => {
      library.schedule.close()
      library.schedule = createMemorySchedule()
      library.crash = undefined
    },
    makeWorker: () => makeRetentionWorker(ports(), deletionClasses),
    runWorker: () => library.makeWorker()(),
    /** Closes the day, and the month when it ends with that day, and runs the worker on the next day. */
    passMidnight: async () => {
      const over = library.today
      library.today = addDays(1)(over)
      if (isLastDayOfMonth(over))
        for (const log of logNames)
          library.record(log, `month-${monthOf(over)}`, MonthClosed({ month: monthOf(over) }, {}))
      library.record('circulation', `day-${over}`, DayClosed({ day: over }, {}))
      return library.runWorker()
    },
  }
  const call = <A>(
    name: string,
    effect: () => E.Either<{ readonly _tag: 'Unavailable'; readonly reason: string }, A>,
  ) =>
    TE.fromIOEither(() => {
      calls.push(name)
      const crashes = library.crash?.at === calls.length ? library.crash.when : undefined
      if (crashes === 'before') throw new Error('crash')
      if (library.failingPort === name) return E.left({ _tag: 'Unavailable' as const, reason: 'does not answer' })
      const answer = effect()
      if (crashes === 'after') throw new Error('crash')
      return answer
    })
  const ports = (): RetentionWorkerPorts => ({
    schedule: library.schedule,
    append: (log, stream, expected, event) => (): Promise<E.Either<AppendError, unknown>> => {
      const length = logs[log].filter(({ metadata }) => metadata.stream === stream).length
      const actual = length === 0 ? 'none' : length - 1
      return actual === expected
        ? call('append', () => E.right(library.record(log, stream, event)))().then((answer) =>
            E.isLeft(answer) ? E.left({ _tag: 'StoreUnavailable', reason: 'does not answer' }) : answer,
          )
        : Promise.resolve(E.left({ _tag: 'Conflict', stream, expected, actual }))
    },
    readDeclaration: (log, run) =>
      call('declaration', () =>
        E.right(
          logs[log].flatMap(({ type, open }) =>
            type === 'ErasureDue' && open['run'] === run ? (open['scopes'] as ReadonlyArray<DueScope>) : [],
          ),
        ),
      ),
    raiseAlarm: (kind) => void library.alarms.push(kind),
    catchUpSchedule: call('follow', () => E.right(library.catchUpSchedule())),
    fenceKeys: (scopes, certificate) =>
      call('fence', () => E.right(scopes.forEach(({ scope }) => fenced.set(scope, certificate)))),
    readKeyRows: (scopes) =>
      call('keyRows', () =>
        E.right(
          scopes.flatMap((scope) => {
            const certificate = fenced.get(scope)
            const row = { scope, class: 'loan', version: 1, epoch: 1, fingerprint: Buffer.alloc(16, 7) } as const
            return certificate === undefined ? [] : [{ ...row, _tag: 'Fenced', certificate } as const]
          }),
        ),
      ),
    checkpointKeyStore: call('checkpoint', () =>
      E.right([...fenced.keys()].forEach((scope) => checkpointed.add(scope))),
    ),
    evictKeys: (scopes) => call('evict', () => E.right(scopes.forEach(({ scope }) => evicted.add(scope)))),
    writeReceipt: () => call('receipt', () => E.right(undefined)),
    purgeRows: (scopes) => call('purge', () => E.right(scopes.forEach(({ scope }) => rows.delete(scope)))),
    storesHolding: (scopes) =>
      call('count', () => E.right(scopes.some(({ scope }) => rows.has(scope)) ? ['read models'] : [])),
    findNotErased: (scopes) =>
      call('notErased', () =>
        E.right(
          scopes
            .map(({ scope }) => scope)
            .filter((scope) => library.stillReadable.includes(scope) || !library.schedule.isEnded(scope)),
        ),
      ),
    sign: (bytes) =>
      call('sign', () => {
        const { scopes } = JSON.parse(Buffer.from(bytes).toString()) as CertificateStatement
        for (const { scope } of scopes)
          if (!fenced.has(scope) || !checkpointed.has(scope) || !evicted.has(scope) || rows.has(scope))
            certifiedEarly.push(scope)
        return E.right(sign(null, bytes, signingKey))
      }),
    sleep: () => () => Promise.resolve(),
    today: () => library.today,
    consumerPositions: () => Promise.resolve(library.consumers),
    legalHolds: () => library.readHolds(),
    whileNoHoldIsSet: (task) => () => {
      library.beforeDeclaring()
      return task()
    },
    scopesHeldByDamagedEvents: () => new Set(),
    sweepOrphanKeys: call('orphans', () => E.right(0)),
    newRunId: () => randomId<RunId>(),
    firstDay: () => logs.circulation[0]?.metadata.recorded as Day | undefined,
    dateConfirmedOn: () => library.confirmed,
  })
  return library
}

export type InMemoryLibrary = ReturnType<typeof makeInMemoryLibrary>
