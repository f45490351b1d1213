import { ErrorType } from '@eventstore/db-client'
import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../../domain/event/stream'
import type { AppendError, AppendResult, ExpectedRevision, StoredEvent } from '../../../../../domain/ports/event-store'
import { decideAppend } from '../../decide-append'
import type { EncodedEvent } from './batch-append-messages-of'
import { asKurrentClientError } from '../calling/kurrent-failure'
import type { AppendCallPool } from './kurrent-append-call-pool'
import type { KurrentStreamNameTranslation } from '../stream-name-translation'
import type { KurrentPageReader } from '../reading/kurrent-page-reader'
import {
  readStreamStateAfter,
  readIdsOfWholeStream,
  type StreamStateForAppendWithPositions,
} from './stream-state-for-append-with-positions'

export interface EncodedAppend {
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly events: ReadonlyArray<StoredEvent>
  readonly encoded: ReadonlyArray<EncodedEvent>
}

export interface KurrentAppendDependencies {
  readonly streamNames: KurrentStreamNameTranslation
  readonly appendCalls: AppendCallPool
  readonly pageReader: KurrentPageReader
}

type AppendOutcome = Either<AppendError, AppendResult>

/** The stream got other events between the read and the write; a retry reads it again. */
const streamChanged = (): Error => new Error('the stream changed')

const isWrongRevision = (error: unknown): boolean =>
  asKurrentClientError(error)?.type === ErrorType.WRONG_EXPECTED_VERSION

/** The answer of a repeat or a conflict, by the rules of all stores; undefined when the append is to be written. */
const resultWithoutWriting = (
  { stream, expected, events }: EncodedAppend,
  state: StreamStateForAppendWithPositions,
): AppendOutcome | undefined => {
  const decision = decideAppend(stream, expected, events, state)
  if (either.isLeft(decision)) return decision
  if (decision.right._tag === 'Write') return undefined
  const { revision } = decision.right.appended
  const position = state.positionAt(revision)
  return position === undefined ? undefined : either.right({ revision, position, repeated: true })
}

/** Writes at an exact revision. When the server recognises a very recent repeat, it may answer no position: read it. */
const writeAt = async (
  { streamNames, appendCalls, pageReader }: KurrentAppendDependencies,
  { stream, encoded }: EncodedAppend,
  expected: Exclude<ExpectedRevision, 'any'>,
): Promise<AppendOutcome> => {
  const { revision, position } = await appendCalls.append(streamNames.toServer(stream), expected, encoded)
  const confirmedPosition = position ?? (await pageReader.streamPage(stream, 'forwards', revision, 1))[0]?.position
  if (confirmedPosition === undefined) throw streamChanged()
  return either.right({ revision, position: confirmedPosition, repeated: false })
}

/**
 * For appends to any revision the server remembers event ids only for a while, and then writes them again. So this reads
 * the whole stream and appends at its exact revision. The domain never appends at any revision.
 */
const appendAtAnyRevision = async (
  dependencies: KurrentAppendDependencies,
  append: EncodedAppend,
): Promise<AppendOutcome> => {
  const state = await readIdsOfWholeStream(dependencies.pageReader, append.stream)
  const existingResult = resultWithoutWriting(append, state)
  if (existingResult !== undefined) return existingResult
  return writeAt(dependencies, append, state.lastRevision < 0 ? 'none' : state.lastRevision).catch((error: unknown) => {
    throw isWrongRevision(error) ? streamChanged() : error
  })
}

/**
 * For appends to an exact revision the server always recognises a repeat, by the ids at the following revisions, and
 * answers the first result. In all other cases it reports a wrong revision, and this reads the stream to decide.
 */
const appendAtExactRevision = async (
  dependencies: KurrentAppendDependencies,
  append: EncodedAppend,
  expected: Exclude<ExpectedRevision, 'any'>,
): Promise<AppendOutcome> => {
  try {
    return await writeAt(dependencies, append, expected)
  } catch (error) {
    if (!isWrongRevision(error)) throw error
    const lastExpected = expected === 'none' ? -1 : expected
    const state = await readStreamStateAfter(dependencies.pageReader, append.stream, lastExpected, append.events.length)
    const existingResult = resultWithoutWriting(append, state)
    if (existingResult === undefined) throw streamChanged()
    return existingResult
  }
}

/** One attempt of an append. It rejects when the answer is lost or the stream changed; then a retry is safe. */
export const attemptAppend = (
  dependencies: KurrentAppendDependencies,
  append: EncodedAppend,
): Promise<AppendOutcome> =>
  append.expected === 'any'
    ? appendAtAnyRevision(dependencies, append)
    : appendAtExactRevision(dependencies, append, append.expected)
