import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { KeyStore } from '../../../retention/keys/key-store'
import { copyKeys } from './copy-keys'
import { copyLog, isSame } from './copy-log'
import { digestOf, type LogDigest } from './digest'
import { firstOf } from './events-in'
import { keyDigestOf, type KeyDigest } from './key-digest'
import type { MigrationError } from './migration-error'

/** What a library is: its logs, its keys, and how far its reactors have come. */
export interface Movable {
  readonly logs: Readonly<Record<LogName, EventStore>>
  readonly checkpoints: () => Checkpoints
  readonly keyStore: KeyStore
}

/** What was moved: the same digests were read from both ends. */
export interface Moved {
  readonly logs: Readonly<Record<LogName, LogDigest>>
  /** Every row of the key stores, and how many of them this run copied. */
  readonly keys: KeyDigest & { readonly copied: number }
}

/** Told how many events of a log stand in the copy. */
export type Told = (log: LogName, events: number) => void

type Step<A> = Promise<E.Either<MigrationError, A>>

/** Every reactor follows circulation. */
const reactorsFollow: LogName = 'circulation'

const reachedBy = async (from: Movable, reactors: ReadonlyArray<string>): Promise<ReadonlyMap<string, Position>> => {
  const reached = new Map<string, Position>()
  for (const reactor of reactors) {
    const position = await from.checkpoints().read(reactor)()
    if (position !== undefined) reached.set(reactor, position)
  }
  return reached
}

/** Both ends are read once more from the beginning: the copy is what was written, not what was sent. */
const proven = async (log: LogName, from: EventStore, to: EventStore): Step<LogDigest> => {
  const [here, there] = [await digestOf(from), await digestOf(to)]
  return here.digest === there.digest
    ? E.right(there)
    : E.left({ _tag: 'LogDiffers', log, at: Math.min(here.events, there.events) + 1 })
}

/** As of the logs: a row that was changed since it was copied does not go unnoticed. */
const keysProven = async (from: KeyStore, to: KeyStore): Step<KeyDigest> => {
  const here = await keyDigestOf(from)
  if (E.isLeft(here)) return here
  const there = await keyDigestOf(to)
  if (E.isLeft(there)) return there
  return here.right.digest === there.right.digest ? there : E.left({ _tag: 'KeysDiffer' })
}

interface Moving {
  readonly from: Movable
  readonly to: Movable
  /** Where each reactor has come to. */
  readonly reached: ReadonlyMap<string, Position>
  readonly told: Told
}

const moveLog = async ({ from, to, reached, told }: Moving, log: LogName): Step<LogDigest> => {
  const [here, there] = [from.logs[log], to.logs[log]]
  const marks = new Set(log === reactorsFollow ? reached.values() : [])
  const copied = await copyLog({ log, from: here, to: there, marks, told: (events) => told(log, events) })
  if (E.isLeft(copied)) return copied
  for (const [reactor, position] of reached) {
    const place = copied.right.places.get(position)
    if (place !== undefined) await to.checkpoints().write(reactor, place)()
  }
  return proven(log, here, there)
}

/** Looks at the first event of both ends: what is copied to the wrong place is told before anything is written. */
const beginsAlike = async ({ from, to }: Moving): Step<void> => {
  for (const log of logNames) {
    const there = await firstOf(to.logs[log])
    const here = await firstOf(from.logs[log])
    if (there !== undefined && (here === undefined || !isSame(here, there)))
      return E.left({ _tag: 'LogDiffers', log, at: 1 })
  }
  return E.right(undefined)
}

const move = async (moving: Moving): Step<Moved> => {
  const alike = await beginsAlike(moving)
  if (E.isLeft(alike)) return alike
  const { from, to } = moving
  const copied = await copyKeys(from.keyStore, to.keyStore)
  if (E.isLeft(copied)) return copied
  const circulation = await moveLog(moving, 'circulation')
  if (E.isLeft(circulation)) return circulation
  const persons = await moveLog(moving, 'persons')
  if (E.isLeft(persons)) return persons
  const keys = await keysProven(from.keyStore, to.keyStore)
  if (E.isLeft(keys)) return keys
  return E.right({
    logs: { circulation: circulation.right, persons: persons.right },
    keys: { ...keys.right, copied: copied.right },
  })
}

const unreadable = (error: unknown): MigrationError => ({
  _tag: 'StoreUnavailable',
  reason: error instanceof Error && 'reason' in error ? String(error.reason) : 'a log cannot be read',
})

/**
 * Moves a library to other stores: keys first, so that there is never an event without its keys; then the logs, byte
 * for byte and in their order; then the places of reactors. What stands at both ends is compared at last, events and
 * keys. Run again it goes on where it stopped. Nothing is removed from where it stood.
 */
export const migrate =
  (from: Movable, to: Movable, reactors: ReadonlyArray<string>, told: Told): TaskEither<MigrationError, Moved> =>
  async () => {
    try {
      return await move({ from, to, reached: await reachedBy(from, reactors), told })
    } catch (error) {
      return E.left(unreadable(error))
    }
  }
