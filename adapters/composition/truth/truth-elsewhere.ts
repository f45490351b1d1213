import { createHash, randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore, StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { machineClock } from '../../system/clock/machine-clock'
import { openPostgresGate } from '../../processes/coordination/postgres/gate'
import { openCoordination } from '../../processes/coordination/postgres/open-coordination'
import { present } from '../../processes/coordination/present'
import { openKurrentLog } from '../../stores/eventstore/kurrentdb/store'
import { mayChange } from '../../stores/eventstore/postgres/may-change'
import { openPostgresLog } from '../../stores/eventstore/postgres/open-log'
import { rewriteLog } from '../../stores/eventstore/postgres/rewrite-log'
import { folderIdIn } from '../../stores/data-folder/folder-id'
import type { PostgresKeyStore } from '../../stores/keystore/postgres/key-store'
import { openPostgresKeyStore } from '../../stores/keystore/postgres/open-key-store'
import { serverOf } from '../../stores/postgres/server-of'
import { notLost } from './not-lost'
import { ofThisLibrary, openRing } from './open-keys'
import { isPostgres, type Places } from './places'
import type { OpenTruth, StoreTrouble, Truth } from './truth'

/** How long a lease lasts, in ms: who takes over from a process that died waits as long. */
const leaseLength = 10_000

/** Opens a log on the server where it is. */
export type OpenLog = (places: Places, log: LogName) => TE.TaskEither<StoreUnavailable, EventStore>

/** Circulation has a cluster to itself, unless persons stands on one as well: then each has names of its own. */
export const openLogOn: OpenLog = (places, log) => {
  if (isPostgres(places[log])) return openPostgresLog(places[log])
  const both = !isPostgres(places.circulation) && !isPostgres(places.persons)
  return openKurrentLog(places[log], both ? { namespace: log } : {})
}

type Logs = Truth['logs']

const areEmpty = ({ circulation, persons }: Logs): TE.TaskEither<StoreUnavailable, boolean> =>
  TE.tryCatch(
    async () => (await circulation.head()) === undefined && (await persons.head()) === undefined,
    (): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason: 'a log cannot be read' }),
  )

/** What processes know each other's locks and questions by: all who have the ring make the same, and nobody else can. */
const sharedSecret = (ring: KekRing): TE.TaskEither<Unavailable, Uint8Array> =>
  pipe(
    ring.sign(Buffer.from('glemsom 1 gate')),
    TE.map((signature) => createHash('sha256').update(signature).digest()),
  )

/**
 * PostgreSQL numbers its transactions, and so says which rows were written side by side. KurrentDB says the time of
 * writing itself, and rewrites nothing.
 */
const rewriting = (places: Places, keyStore: PostgresKeyStore): TE.TaskEither<StoreTrouble, void> =>
  pipe(
    isPostgres(places.persons) ? rewriteLog(places.persons) : TE.right(undefined),
    TE.chainW(() => keyStore.rewrite),
  )

const joined =
  'CIRCULATION and PERSONS stand on one PostgreSQL server, whose counter of transactions would join them; give each a server of its own'

/** One server may have several names. */
const onTwoServers = ({ circulation, persons }: Places): TE.TaskEither<StoreUnavailable, void> =>
  isPostgres(circulation) && isPostgres(persons)
    ? pipe(
        TE.Do,
        TE.bind('one', () => serverOf(circulation)),
        TE.bind('other', () => serverOf(persons)),
        TE.filterOrElse(
          ({ one, other }) => one !== other,
          (): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason: joined }),
        ),
        TE.map(() => undefined),
      )
    : TE.right(undefined)

/** A service that may change events is one whose secrets open more than they must. */
const remarksOn = ({ circulation, persons }: Places): TE.TaskEither<StoreUnavailable, Truth['remarks']> =>
  pipe(
    [circulation, persons].filter(isPostgres),
    TE.traverseSeqArray(mayChange),
    TE.map((may) => (may.includes(true) ? ['RoleMayChangeEvents'] : [])),
  )

const lost = 'both logs are empty, and there are keys for what stood in them'

/** Which server a trouble is with: an address may hold a password, and is not repeated. */
const on =
  (place: keyof Places) =>
  <Trouble extends StoreTrouble, A>(opening: TE.TaskEither<Trouble, A>): TE.TaskEither<Trouble, A> =>
    pipe(
      opening,
      TE.mapLeft((trouble) =>
        'reason' in trouble ? { ...trouble, reason: `${place.toUpperCase()}: ${trouble.reason}` } : trouble,
      ),
    )

/** Takes note of what was opened. */
type Note = <Trouble, A extends { readonly close: Task<void> }>(
  opening: TE.TaskEither<Trouble, A>,
) => TE.TaskEither<Trouble, A>

/** Opens one thing after another; when one cannot be opened, those before it are closed, and nothing keeps a process. */
const allOrNone =
  <Trouble, A>(open: (noted: Note) => TE.TaskEither<Trouble, A>): TE.TaskEither<Trouble, A> =>
  async () => {
    const closes: Array<Task<void>> = []
    const noted: Note = TE.map((opened) => {
      closes.unshift(opened.close)
      return opened
    })
    const outcome = await open(noted)()
    if (E.isLeft(outcome)) for (const close of closes) await close()
    return outcome
  }

/** Where logs are empty beside keys: they were lost, or are about to be filled. */
type WhenEmpty = typeof notLost

const openingWith =
  (whenEmpty: WhenEmpty) =>
  (places: Places, openLog: OpenLog = openLogOn): OpenTruth =>
  (layout) =>
    allOrNone((noted) =>
      pipe(
        TE.Do,
        TE.chainFirstW(() => onTwoServers(places)),
        TE.bindW('circulation', () => pipe(openLog(places, 'circulation'), on('circulation'), noted)),
        TE.bindW('persons', () => pipe(openLog(places, 'persons'), on('persons'), noted)),
        TE.let('logs', ({ circulation, persons }): Logs => ({ circulation, persons })),
        TE.bindW('empty', ({ logs }) => areEmpty(logs)),
        TE.bindW('remarks', () => remarksOn(places)),
        TE.bindW('ring', ({ empty }) => TE.fromEither(openRing(layout, empty))),
        TE.bindW('keyStore', ({ ring, empty }) =>
          pipe(
            openPostgresKeyStore(ring.library)(places.keys),
            TE.chain((store) => TE.fromEither(ofThisLibrary(ring)(store))),
            noted,
            TE.chainFirst((store) => whenEmpty(empty, lost, store)),
            on('keys'),
          ),
        ),
        TE.bindW('agreed', () => pipe(openCoordination(machineClock)(places.keys), on('keys'), noted)),
        TE.bindW('secret', ({ ring }) => sharedSecret(ring)),
        TE.let('presence', ({ agreed, secret }) =>
          agreed.presence({ process: randomUUID(), folder: folderIdIn(layout), secret }),
        ),
        TE.bindW('signing', ({ presence }) => noted(present(presence))),
        TE.bindW('gate', ({ secret }) => pipe(openPostgresGate(secret)(places.keys), on('keys'), noted)),
        TE.map(({ logs, ring, keyStore, agreed, presence, signing, gate, remarks }) => ({
          logs: { circulation: gate.guards(logs.circulation), persons: gate.guards(logs.persons) },
          ring,
          keyStore,
          remarks,
          rewrite: rewriting(places, keyStore),
          checkpoints: agreed.checkpoints,
          coordination: {
            gate: (borrower) => gate.at(`borrower ${borrower}`),
            registrationGate: gate.at,
            leases: agreed.leases(leaseLength),
            presence,
            progress: agreed.progress,
            close: async () => {
              await gate.close()
              await signing.close()
              await agreed.close()
            },
          },
        })),
      ),
    )

/**
 * Opens logs and keys on servers, and makes what is missing of a new library. The ring stays in a folder: where a log
 * holds anything it must be there, and is the same for every process. Who shares a cluster with others opens the logs in
 * a way of their own.
 */
export const truthElsewhere = openingWith(notLost)

/** The same for one who fills it: a migration that broke off may have left keys, and no event yet. */
export const truthToFill = openingWith(() => TE.right(undefined))
