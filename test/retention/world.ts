import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { memorySchedule } from '../../adapters/stores/schedule/memory/memory-schedule'
import type { AnyEvent } from '../../domain/event/define-event'
import { logNames, type LogName, type StreamName } from '../../domain/event/stream'
import { addDays, type Day } from '../../domain/values/day'
import { endsItsMonth, monthOf } from '../../domain/values/month'
import type { CertificateId, EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { AppendError, Position } from '../../domain/ports/event-store'
import { DayClosed } from '../../domain/calendar/events/day-closed'
import { MonthClosed } from '../../domain/calendar/events/month-closed'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import type { Statement } from '../../retention/certificates/statement'
import type { FollowerAt } from '../../retention/guards/nothing-ahead'
import type { OpenEvent } from '../../retention/schedule/open-event'
import { scheduleChanges } from '../../retention/schedule/schedule-changes'
import { takeInto } from '../../retention/schedule/take'
import type { Schedule } from '../../retention/schedule/schedule'
import type { WorkerPorts } from '../../retention/worker/ports'
import { retentionWorker } from '../../retention/worker/worker'

export const id = <Id extends string>(): Id => randomUUID() as string as Id

export const eventIn = (
  log: LogName,
  place: number,
  stream: string,
  event: Pick<AnyEvent, 'type' | 'open'>,
  recorded: string,
): OpenEvent => ({
  type: event.type,
  open: event.open,
  at: {
    log,
    stream: stream as StreamName,
    revision: place,
    position: String(place).padStart(8, '0') as Position,
    id: id<EventId>(),
    recorded,
  },
})

/** Folds a log into a schedule, from where the schedule stands. */
export const fold = (schedule: Schedule, log: LogName, events: ReadonlyArray<OpenEvent>): void => {
  const from = schedule.position(log) ?? ''
  takeInto(schedule, deletionClasses)(
    log,
    events.filter(({ at }) => at.position > from),
  )
}

const keys = generateKeyPairSync('ed25519')
export const verifyingKey = keys.publicKey.export({ type: 'spki', format: 'pem' })

type Fenced = CertificateId | undefined

/** A small library in memory: two logs, keys, rows, and a worker whose every port may be made to crash. */
export const makeWorld = (today: Day) => {
  const logs: Record<LogName, OpenEvent[]> = { circulation: [], persons: [] }
  const fenced = new Map<ScopeId, Fenced>()
  const emptied = new Set<ScopeId>()
  const evicted = new Set<ScopeId>()
  const rows = new Set<ScopeId>()
  const early: string[] = []
  const calls: string[] = []
  const world = {
    logs,
    rows,
    early,
    calls,
    today,
    schedule: memorySchedule(),
    confirmed: undefined as Day | undefined,
    held: new Set<ScopeId>(),
    followers: [] as ReadonlyArray<FollowerAt>,
    /** Crashes at the nth call of a port, before or after its effect. */
    crash: undefined as { readonly at: number; readonly when: 'before' | 'after' } | undefined,
    fails: undefined as string | undefined,
    stillOpen: [] as ReadonlyArray<ScopeId>,
    record: (log: LogName, stream: string, event: Pick<AnyEvent, 'type' | 'open'>): OpenEvent => {
      const recorded = log === 'persons' ? monthOf(world.today) : world.today
      const next = eventIn(log, logs[log].length + 1, stream, event, recorded)
      logs[log].push(next)
      for (const change of scheduleChanges(deletionClasses)(next))
        if (change._tag === 'ScopeNamed') rows.add(change.scope)
      return next
    },
    follow: () => logNames.forEach((log) => fold(world.schedule, log, logs[log])),
    /** What was certified, scope by scope. */
    certified: (): ReadonlyArray<Statement> =>
      logNames.flatMap((log) =>
        logs[log]
          .filter(({ type }) => type === 'ScopesErased')
          .map(({ open }) => JSON.parse(String(open['statement'])) as Statement),
      ),
    erased: (): ReadonlyArray<ScopeId> => world.certified().flatMap(({ scopes }) => scopes.map(({ scope }) => scope)),
    restart: () => {
      world.schedule.close()
      world.schedule = memorySchedule()
      world.crash = undefined
    },
    worker: () => retentionWorker(ports(), deletionClasses),
    run: () => world.worker()(),
    /** Midnight: the day that is over is closed, with its month if that is over too, and the worker runs. */
    midnight: async () => {
      const over = world.today
      world.today = addDays(1)(over)
      if (endsItsMonth(over))
        for (const log of logNames)
          world.record(log, `month-${monthOf(over)}`, MonthClosed({ month: monthOf(over) }, {}))
      world.record('circulation', `day-${over}`, DayClosed({ day: over }, {}))
      return world.run()
    },
  }
  const call = <A>(
    name: string,
    effect: () => E.Either<{ readonly _tag: 'Unavailable'; readonly reason: string }, A>,
  ) =>
    TE.fromIOEither(() => {
      calls.push(name)
      const crashes = world.crash?.at === calls.length ? world.crash.when : undefined
      if (crashes === 'before') throw new Error('crash')
      if (world.fails === name) return E.left({ _tag: 'Unavailable' as const, reason: 'does not answer' })
      const answer = effect()
      if (crashes === 'after') throw new Error('crash')
      return answer
    })
  const ports = (): WorkerPorts => ({
    schedule: world.schedule,
    append: (log, stream, expected, event) => (): Promise<E.Either<AppendError, unknown>> => {
      const length = logs[log].filter(({ at }) => at.stream === stream).length
      const actual = length === 0 ? 'none' : length - 1
      return actual === expected
        ? call('append', () => E.right(world.record(log, stream, event)))().then((answer) =>
            E.isLeft(answer) ? E.left({ _tag: 'StoreUnavailable', reason: 'does not answer' }) : answer,
          )
        : Promise.resolve(E.left({ _tag: 'Conflict', stream, expected, actual }))
    },
    follow: call('follow', () => E.right(world.follow())),
    fence: (scopes, certificate) =>
      call('fence', () => E.right(scopes.forEach(({ scope }) => fenced.set(scope, fenced.get(scope) ?? certificate)))),
    keyRows: (scopes) =>
      call('keyRows', () =>
        E.right(
          scopes.flatMap((scope) => {
            const certificate = fenced.get(scope)
            const row = { scope, class: 'loan', version: 1, epoch: 1, fingerprint: Buffer.alloc(16, 7) } as const
            return certificate === undefined ? [] : [{ ...row, _tag: 'Fenced', certificate } as const]
          }),
        ),
      ),
    checkpointTruncate: call('checkpoint', () => E.right([...fenced.keys()].forEach((scope) => emptied.add(scope)))),
    evict: (scopes) => call('evict', () => E.right(scopes.forEach((scope) => evicted.add(scope)))),
    purge: (scopes) => call('purge', () => E.right(scopes.forEach((scope) => rows.delete(scope)))),
    count: (scopes) => call('count', () => E.right(scopes.filter((scope) => rows.has(scope)).length)),
    notErased: (scopes) =>
      call('notErased', () =>
        E.right(
          scopes
            .map(({ scope }) => scope)
            .filter((scope) => world.stillOpen.includes(scope) || !world.schedule.ended(scope)),
        ),
      ),
    sign: (bytes) =>
      call('sign', () => {
        const { scopes } = JSON.parse(Buffer.from(bytes).toString()) as Statement
        for (const { scope } of scopes)
          if (!fenced.has(scope) || !emptied.has(scope) || !evicted.has(scope) || rows.has(scope)) early.push(scope)
        return E.right(sign(null, bytes, keys.privateKey))
      }),
    pause: () => () => Promise.resolve(),
    today: () => world.today,
    followers: () => Promise.resolve(world.followers),
    held: () => world.held,
    destroyOrphans: call('orphans', () => E.right(0)),
    newRun: () => id<RunId>(),
    firstDay: () => logs.circulation[0]?.at.recorded as Day | undefined,
    confirmed: () => world.confirmed,
  })
  return world
}

export type World = ReturnType<typeof makeWorld>
