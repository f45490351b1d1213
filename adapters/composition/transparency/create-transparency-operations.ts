import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import { encodeNoteKey, noteKeyOfPem, type NoteKey } from '../../../retention/transparency/formats/note-key'
import { widthOfTile } from '../../../retention/transparency/tree/tile'
import type { TransparencyOperations } from '../../processes/running-library/transparency-operations'
import { proveEvent } from '../../processes/transparency/prove-event'
import { growTreeToHead } from '../../processes/transparency/grow-tree-to-head'
import {
  lastHead,
  signHeadOfAllEvents,
  signHeadsOfClosings,
  type HeadSigningDependencies,
  type HeadSigningError,
} from '../../processes/transparency/sign-heads'
import { originOf } from '../../processes/transparency/transparency-origin'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { writeTiles } from '../../processes/transparency/write-tiles'
import { verifyLog } from '../../processes/transparency/verify-log'
import { createWitnessOperations, type WitnessDependencies } from './create-witness-operations'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'

interface TransparencyDependencies
  extends Pick<HeadSigningDependencies, 'ring' | 'heads'>, Omit<WitnessDependencies, 'keyOf'> {
  readonly trees: TreesOfLogs
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>
  /** Where the last month of *persons* ends that may be listed; undefined while there is none. */
  readonly listablePersons: () => Promise<Position | undefined>
}

const currentKeyOf =
  (ring: Pick<KekRing, 'library' | 'verifyingKey'>) =>
  (log: LogName): NoteKey =>
    noteKeyOfPem('ed25519', originOf(ring.library, log))(ring.verifyingKey)

/** The key that signs the heads of a log now, after those that signed earlier ones. */
const keysWithCurrent = (
  { ring, heads }: TransparencyDependencies,
  log: LogName,
): ReturnType<TransparencyOperations['keys']> => {
  const current = currentKeyOf(ring)(log)
  return pipe(
    heads.keys,
    TE.map((keys) => keys.filter(({ name }) => name === current.name)),
    TE.map((keys) => (keys.some((key) => encodeNoteKey(key) === encodeNoteKey(current)) ? keys : [...keys, current])),
  )
}

/**
 * What a process does with the trees of its logs. A log that contradicts its last head raises `LogDiffersFromHead`: no head
 * of it is signed any more. What cannot be read raises `HeadNotSigned`, and is tried again.
 */
export const createTransparencyOperations = (dependencies: TransparencyDependencies): TransparencyOperations => {
  const { trees, heads, ring, alarm, listablePersons } = dependencies
  const report = (log: LogName, error: HeadSigningError): void => {
    if (error._tag === 'LogDiffersFromHead') alarm('LogDiffersFromHead', { store: log })
    else alarm('HeadNotSigned', { store: log })
  }
  const growToHead = growTreeToHead(dependencies)
  /** Where *persons* was read to; its months change only at their closing. */
  let readPersonsTo: Position | undefined
  const signDueHeadsOf = async (log: LogName): Promise<void> => {
    const upTo = log === 'persons' ? await listablePersons() : undefined
    if (log === 'persons' && (upTo === undefined || upTo === readPersonsTo)) return
    const signed = await signHeadsOfClosings(dependencies)(log, upTo)()
    if (E.isLeft(signed)) report(log, signed.left)
    else if (log === 'persons') readPersonsTo = upTo
  }
  return {
    signHeadsOfClosings: async () => {
      for (const log of logNames) await signDueHeadsOf(log)
    },
    signHeadOfCirculation: signHeadOfAllEvents(dependencies)('circulation'),
    lastHead: lastHead(heads),
    sizesOfHeads: heads.sizes,
    head: heads.read,
    headText: heads.readText,
    tile: (log, { level, index, width }) =>
      pipe(
        lastHead(heads)(log),
        TE.flatMap((head) => {
          const levelOfHashes = level === 'entries' ? 0 : level
          return width <= widthOfTile(head?.size ?? 0, { level: levelOfHashes, index })
            ? trees.tile({ log, level, index, width })
            : TE.right(undefined)
        }),
      ),
    writeTiles: (request) =>
      pipe(
        keysWithCurrent(dependencies, request.log),
        TE.flatMap((keys) => writeTiles({ trees, heads, growTreeToHead: growToHead })({ ...request, keys })),
      ),
    prove: proveEvent({ ...dependencies, growTreeToHead: growToHead }),
    origin: (log) => originOf(ring.library, log),
    keys: (log) => keysWithCurrent(dependencies, log),
    verify: (log, after, read, known = []) =>
      pipe(
        keysWithCurrent(dependencies, log),
        TE.flatMap((keys) => () => verifyLog({ trees, heads, keys, known })(log, after, read)),
      ),
    ...createWitnessOperations({ ...dependencies, keyOf: currentKeyOf(ring) }),
    close: trees.close,
  }
}
