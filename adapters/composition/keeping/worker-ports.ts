import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { canonical } from '../../../domain/event/canonical'
import type { Table } from '../../../domain/event/decode'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Unreadable } from '../../../domain/command-handling/remember'
import type { Day } from '../../../domain/values/day'
import type { EventId, RunId, ScopeId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Random } from '../../../domain/ports/random'
import type { Scope } from '../../../projections/kernel/purge'
import type { ErasingPorts, PortFailed } from '../../../retention/erasing/ports'
import type { FollowerAt } from '../../../retention/guards/nothing-ahead'
import { destroyOrphans } from '../../../retention/keys/destroy-orphans'
import type { HeldKeys } from '../../../retention/keys/make-keys'
import { orphanKeys } from '../../../retention/worker/orphan-keys'
import type { WorkerPorts } from '../../../retention/worker/ports'
import { machineClock } from '../../system/clock/machine-clock'
import { pause } from '../../system/concurrency/pause'
import type { Follower } from '../../processes/running/follower'
import type { HasTurn } from '../../processes/running/in-turn'
import type { Reactor } from '../../processes/running/reactor'
import type { Forget } from './forgetting'
import { evictedEverywhere } from './evict-everywhere'
import { notErased } from './not-erased'
import type { Stores } from '../stores'
import { whileInTurn } from './while-in-turn'

/** What the retention worker works with, besides the stores. */
export interface WorkerNeeds {
  readonly stores: Stores
  readonly table: Table
  readonly keys: HeldKeys
  readonly forget: Forget
  readonly follower: Follower
  readonly reactors: ReadonlyArray<Reactor>
  readonly clock: LibraryClock
  readonly random: Random
  readonly firstDay: () => Day | undefined
  readonly confirmed: () => Day | undefined
  /** Asked before each step that cannot be taken back. */
  readonly hasTurn: HasTurn
}

const portFailed = (error: { readonly _tag: string; readonly reason?: string }): PortFailed => ({
  _tag: error._tag,
  reason: error.reason ?? error._tag,
})

const appendTo =
  ({ stores, clock, random }: WorkerNeeds): ErasingPorts['append'] =>
  (log, stream, expected, event) => {
    const today = clock.today()
    const recorded = log === 'circulation' ? today : monthOf(today)
    const id = random.uuid() as EventId
    const open = canonical(event.open)
    return stores.logs[log].append(stream, expected, [
      { id, type: event.type, version: 1, recorded, open, sealed: new Uint8Array(0) },
    ])
  }

const follow = (reach: TE.TaskEither<Unreadable, void>): TE.TaskEither<PortFailed, void> =>
  pipe(reach, TE.mapLeft(portFailed))

/** Every reactor follows circulation. */
const reactorsFollow: LogName = 'circulation'

const positions = ({ follower, reactors }: WorkerNeeds): ReadonlyArray<FollowerAt> => [
  ...follower
    .followers()
    .flatMap(({ name, at }) => logNames.map((log) => ({ name, log, position: at[log] === '' ? undefined : at[log] }))),
  ...reactors.map(({ name, position }) => ({ name, log: reactorsFollow, position: position() })),
]

/** The scopes with their classes: rows are found by both. */
const classed = ({ stores }: WorkerNeeds, scopes: ReadonlyArray<ScopeId>): ReadonlyArray<Scope> =>
  scopes.flatMap((scope) => {
    const known = stores.schedule.find(scope)
    return known === undefined ? [] : [{ scope, class: known.class }]
  })

/** Everything the worker needs, from the stores of a folder. */
export const workerPorts = (needs: WorkerNeeds): WorkerPorts => {
  const { stores, table, keys, follower, clock, random } = needs
  const { views, keyStore, schedule } = stores
  const { append, fence, destroy } = whileInTurn(needs.hasTurn, {
    append: appendTo(needs),
    fence: keyStore.fence,
    destroy: destroyOrphans(keyStore, keys),
  })
  return {
    schedule,
    append,
    fence,
    follow: follow(follower.reach),
    keyRows: keyStore.read,
    checkpointTruncate: keyStore.checkpointTruncate,
    evict: (scopes) =>
      pipe(
        TE.fromIO(() => needs.forget(classed(needs, scopes))),
        TE.chain(() => evictedEverywhere(machineClock, stores.coordination.presence)(scopes)),
      ),
    purge: (scopes) => pipe(views.purgeInBackground(classed(needs, scopes)), TE.mapLeft(portFailed)),
    count: (scopes) => () =>
      Promise.resolve(E.right(classed(needs, scopes).reduce((total, scope) => total + views.count(scope), 0))),
    notErased: notErased(stores.logs, table, keys),
    sign: stores.ring.sign,
    pause: (ms) => () => pause(ms),
    today: clock.today,
    followers: () => Promise.resolve(positions(needs)),
    held: () => new Set(),
    destroyOrphans: pipe(
      orphanKeys({ page: keyStore.page, schedule, destroy, clock: machineClock }),
      TE.mapLeft(portFailed),
    ),
    newRun: () => random.uuid() as RunId,
    firstDay: needs.firstDay,
    confirmed: needs.confirmed,
  }
}
