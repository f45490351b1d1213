import { ErrorType } from '@eventstore/db-client'
import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../../domain/event/stream'
import type { AppendError, Appended, Expected, StoredEvent } from '../../../../../domain/ports/event-store'
import { decideAppend } from '../../decide-append'
import type { Packed } from './append-request'
import { commandError } from '../calling/failure'
import type { Lanes } from './lanes'
import type { Names } from '../names'
import type { Pages } from '../reading/pages'
import { afterRevision, wholeStream, type SoFar } from './so-far'

export interface Append {
  readonly stream: StreamName
  readonly expected: Expected
  readonly events: ReadonlyArray<StoredEvent>
  readonly packed: ReadonlyArray<Packed>
}

export interface Writing {
  readonly names: Names
  readonly lanes: Lanes
  readonly pages: Pages
}

type Answer = Either<AppendError, Appended>

/** The stream moved between looking and writing: what was asked is to be asked again. */
const moved = (): Error => new Error('the stream moved')

const isWrongRevision = (error: unknown): boolean => commandError(error)?.type === ErrorType.WRONG_EXPECTED_VERSION

/** What every store answers of an append to such a stream, or undefined where it would write. */
const answerOf = ({ stream, expected, events }: Append, soFar: SoFar): Answer | undefined => {
  const decision = decideAppend(stream, expected, events, soFar)
  if (either.isLeft(decision)) return decision
  if (decision.right._tag === 'Write') return undefined
  const { revision } = decision.right.appended
  const position = soFar.positionAt(revision)
  return position === undefined ? undefined : either.right({ revision, position, repeated: true })
}

/** Writes at an exact end. Where the server knows the events from just before, it may not tell where they stand. */
const write = async (
  { names, lanes, pages }: Writing,
  { stream, packed }: Append,
  expected: Exclude<Expected, 'any'>,
): Promise<Answer> => {
  const { revision, position } = await lanes.append(names.onServer(stream), expected, packed)
  const stands = position ?? (await pages.ofStream(stream, 'forwards', revision, 1))[0]?.position
  if (stands === undefined) throw moved()
  return either.right({ revision, position: stands, repeated: false })
}

/**
 * The server remembers the ids of appends to any revision for a while only, and then writes them once more. So the
 * stream is looked through first, and the append made exact. The library itself never appends so.
 */
const afterAnything = async (writing: Writing, append: Append): Promise<Answer> => {
  const soFar = await wholeStream(writing.pages, append.stream)
  const known = answerOf(append, soFar)
  if (known !== undefined) return known
  return write(writing, append, soFar.last < 0 ? 'none' : soFar.last).catch((error: unknown) => {
    throw isWrongRevision(error) ? moved() : error
  })
}

/**
 * The server knows a repeat of an append to an exact revision for ever, by the ids at the revisions it would have,
 * and answers the first result. Whatever else it finds it calls a wrong revision, and the stream is looked at.
 */
const atRevision = async (writing: Writing, append: Append, expected: Exclude<Expected, 'any'>): Promise<Answer> => {
  try {
    return await write(writing, append, expected)
  } catch (error) {
    if (!isWrongRevision(error)) throw error
    const before = expected === 'none' ? -1 : expected
    const soFar = await afterRevision(writing.pages, append.stream, before, append.events.length)
    const known = answerOf(append, soFar)
    if (known === undefined) throw moved()
    return known
  }
}

/** One try at an append. It rejects when its answer is lost, or the stream moved; it may then be tried again. */
export const attempt = (writing: Writing, append: Append): Promise<Answer> =>
  append.expected === 'any' ? afterAnything(writing, append) : atRevision(writing, append, append.expected)
