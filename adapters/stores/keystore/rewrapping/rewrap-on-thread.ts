import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import type { RewrappedRows, RewrappingRowReader } from '../../../../retention/epochs/rewrapping-row-reader'
import type { IsScopeEnded } from '../../../../retention/keys/is-scope-ended'
import type { EvictionCollector } from '../../../../retention/keys/eviction-collector'
import type { KekRing } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { startWriterThread, type WriterThread } from '../../sqlite/writer-thread/start-writer-thread'
import { decodeSentKeyRows } from '../sqlite/key-store-writer-protocol'
import type { KeyStorePlace } from './older-epoch-key-reader'
import type { RewrapOptions, RewrapThreadProtocol } from './rewrap-thread-protocol'

/** What the re-wrapping on a thread needs. */
export interface ThreadRewrappingPorts {
  readonly ring: Pick<KekRing, 'library' | 'currentEpoch'>
  readonly copyWrappingKeys: NonNullable<KekRing['copyWrappingKeys']>
  readonly place: KeyStorePlace
  readonly isEnded: IsScopeEnded
  readonly evictedScopes: EvictionCollector
}

/** What the main thread says of scopes. */
interface ScopeAnswers {
  readonly isEnded: IsScopeEnded
  readonly takeEvicted: () => ReadonlyArray<ScopeId>
}

/** The most rows of a batch. */
const maxRows = 2000

/** The bytes that a row needs in the shared memory: a wrapped key of 105 bytes, and a fingerprint of 16. */
const bytesOfRow = 128

const toKeysUnavailable = ({ reason }: StoreUnavailable): Unavailable => keysUnavailable(reason)

type RewrapThread = WriterThread<RewrapThreadProtocol>

const startRewrapThread = (options: RewrapOptions): RewrapThread =>
  startWriterThread(
    (setup) => startThread(__dirname, 'rewrap-thread', { workerData: setup, transferList: [setup.port] }),
    options,
  )

/** Sends the wrapping keys to the thread, in bytes that it wipes, and wipes the copies. */
const sendKeys = async (
  thread: RewrapThread,
  { ring, copyWrappingKeys }: ThreadRewrappingPorts,
): Promise<E.Either<StoreUnavailable, undefined>> => {
  const keys = copyWrappingKeys()
  const sent = await thread.submit('useKeys', (placeBytes) => ({
    library: ring.library,
    currentEpoch: ring.currentEpoch(),
    keys: [...keys].map(([epoch, key]) => [epoch, placeBytes(key)] as const),
  }))
  keys.forEach((key) => key.fill(0))
  return sent
}

/** Copies the bytes of an answer out of the shared memory, and wipes it: the thread uses it for the next answer. */
const takeShared = (shared: Uint8Array, length: number): Buffer => {
  const taken = Buffer.alloc(length)
  taken.set(shared.subarray(0, length))
  shared.fill(0, 0, length)
  return taken
}

const rewrapNext = async (
  thread: RewrapThread,
  shared: Uint8Array,
  { isEnded, takeEvicted }: ScopeAnswers,
  limit: number,
): Promise<E.Either<StoreUnavailable, RewrappedRows | undefined>> => {
  const scopes = await thread.submit('unwrap', () => ({ limit, evicted: takeEvicted() }))
  if (E.isLeft(scopes) || scopes.right === undefined) return E.map(() => undefined)(scopes)
  const ended = scopes.right.filter(isEnded)
  const answer = await thread.submit('rewrap', () => ended)
  if (E.isLeft(answer)) return answer
  const { rows, unusable } = answer.right
  const end = rows.at(-1)?.at(-1) as readonly [number, number] | undefined
  return E.right({ rows: decodeSentKeyRows(rows, takeShared(shared, end?.[1] ?? 0)), unusable })
}

/**
 * Re-wraps keys on a thread of its own, which gets copies of the wrapping keys and reads the key store itself, in files or
 * on PostgreSQL. The main thread answers which scopes have ended, and hands the rows to the key store.
 */
export const rewrapOnThread = (ports: ThreadRewrappingPorts): TE.TaskEither<Unavailable, RewrappingRowReader> => {
  const start = async (): Promise<E.Either<StoreUnavailable, RewrappingRowReader>> => {
    const wrapped = new SharedArrayBuffer(maxRows * bytesOfRow)
    const shared = new Uint8Array(wrapped)
    const thread = startRewrapThread({ place: ports.place, wrapped })
    const sent = await sendKeys(thread, ports)
    if (E.isLeft(sent)) {
      await thread.close()
      return sent
    }
    const { take: takeEvicted, end } = ports.evictedScopes.collect()
    const answers: ScopeAnswers = { isEnded: ports.isEnded, takeEvicted }
    return E.right({
      next: (limit) =>
        pipe(() => rewrapNext(thread, shared, answers, Math.min(limit, maxRows)), TE.mapLeft(toKeysUnavailable)),
      end: () => {
        end()
        return thread.close()
      },
    })
  }
  return pipe(start, TE.mapLeft(toKeysUnavailable))
}
