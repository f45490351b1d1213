import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventAddress, LogName } from '../../../domain/event/stream'
import type { EventStore, RecordedEvent, StoreUnavailable } from '../../../domain/ports/event-store'
import { encodeProofText } from '../../../retention/transparency/formats/proof-text'
import { encodeSignedNote } from '../../../retention/transparency/formats/signed-note'
import { leafRecordOf } from '../../../retention/transparency/leaf-record'
import { hashLeaf } from '../../../retention/transparency/tree/hashes'
import { verifyInclusion } from '../../../retention/transparency/tree/verify-inclusion'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import { witnessesOfHead, type HeadStore, type SignedHead } from '../../stores/heads/head-store'
import { catchStoreErrors } from '../catch-store-errors'
import { lastHead, type LogDiffersFromHead } from './sign-heads'

/**
 * No head has signed the event yet. In *persons* also: there is no such event, because whether there is one in a month that
 * is not closed would tell when it came.
 */
export interface EventIsNotSigned {
  readonly _tag: 'EventIsNotSigned'
  readonly log: LogName
  /** The size of the newest head; null when there is none. */
  readonly size: number | null
}

/** There is no event at the place. */
export interface EventIsUnknown {
  readonly _tag: 'EventIsUnknown'
}

export type EventProofError = EventIsNotSigned | EventIsUnknown | LogDiffersFromHead | StoreUnavailable

/** The proof that an event is in its log, under the newest signed head. */
export interface EventProof {
  readonly log: LogName
  /** The index of the event in its log, from 0. */
  readonly index: number
  /** How many events the head has signed. */
  readonly size: number
  /** The witnesses that have cosigned the head. */
  readonly witnesses: ReadonlyArray<string>
  /** The open part of the event as it stands in the log: its SHA-256 is the member `open` of the record. */
  readonly open: string
  /** The proof in the public format (C2SP tlog-proof); its extra data is the record that is the leaf. */
  readonly text: string
}

export interface EventProofDependencies {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>
  readonly trees: Pick<TreesOfLogs, 'indexOf' | 'inclusion'>
  readonly heads: Pick<HeadStore, 'sizes' | 'read'>
  /** Brings the tree of a log to its newest head, and checks that it is what the head has signed. */
  readonly growTreeToHead: (
    log: LogName,
    head: SignedHead,
  ) => TE.TaskEither<LogDiffersFromHead | StoreUnavailable, unknown>
}

const readEvent = (
  { logs }: EventProofDependencies,
  { log, stream, revision }: EventAddress,
): TE.TaskEither<StoreUnavailable, RecordedEvent | undefined> =>
  catchStoreErrors(
    TE.fromTask(async () => {
      for await (const page of logs[log].readStream(stream, { direction: 'forwards', from: revision, limit: 1 }))
        return page.find((event) => event.revision === revision)
      return undefined
    }),
  )

/** Proves the leaf of an event; a proof that does not verify says that the log was changed since the tree was computed. */
const proveLeaf = (
  { trees }: EventProofDependencies,
  log: LogName,
  head: SignedHead,
  index: number,
  event: RecordedEvent,
): TE.TaskEither<LogDiffersFromHead | StoreUnavailable, EventProof> => {
  const { size } = head
  const record = leafRecordOf(log)(event)
  return pipe(
    trees.inclusion({ log, index, size }),
    TE.map((proof) => proof ?? []),
    TE.filterOrElseW(
      (proof) => verifyInclusion(head)({ index, hash: hashLeaf(record) }, proof),
      (): LogDiffersFromHead => ({ _tag: 'LogDiffersFromHead', log, size }),
    ),
    TE.map((proof) => ({
      ...{ log, index, size, witnesses: witnessesOfHead(head), open: event.open },
      text: encodeProofText({ extra: Buffer.from(record), index, proof, checkpoint: encodeSignedNote(head.note) }),
    })),
  )
}

const proveUnderHead = (
  dependencies: EventProofDependencies,
  place: EventAddress,
  head: SignedHead,
): TE.TaskEither<EventProofError, EventProof> => {
  const { log } = place
  const notSigned: EventIsNotSigned = { _tag: 'EventIsNotSigned', log, size: head.size }
  return pipe(
    TE.Do,
    TE.chainFirstW(() => dependencies.growTreeToHead(log, head)),
    TE.bindW('event', () => readEvent(dependencies, place)),
    TE.flatMap(({ event }) => {
      if (event === undefined) return TE.left(log === 'persons' ? notSigned : ({ _tag: 'EventIsUnknown' } as const))
      return pipe(
        dependencies.trees.indexOf({ log, position: event.position }),
        TE.flatMap((index) =>
          index === undefined || index >= head.size
            ? TE.left<EventProofError, EventProof>(notSigned)
            : proveLeaf(dependencies, log, head, index, event),
        ),
      )
    }),
  )
}

/**
 * Proves that an event is in its log, under the newest signed head, with the cosignatures that the head has. The proof
 * verifies without the log, and for ever: heads and leaves do not change, also when keys are erased. In *persons* the newest
 * head ends with the last closed month.
 */
export const proveEvent =
  (dependencies: EventProofDependencies) =>
  (place: EventAddress): TE.TaskEither<EventProofError, EventProof> =>
    pipe(
      lastHead(dependencies.heads)(place.log),
      TE.flatMap((head) =>
        head === undefined
          ? TE.left<EventProofError, EventProof>({ _tag: 'EventIsNotSigned', log: place.log, size: null })
          : proveUnderHead(dependencies, place, head),
      ),
    )
