import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import * as TE from 'fp-ts/TaskEither'
import type { NewScope } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import type { ScopeId } from '../../../domain/values/ids'
import { rewrapKeysAndRemoveOldBytes, type MoveKeysToEpochPorts } from '../../../retention/epochs/roll-epoch'
import { generateScopeKeys } from '../../../retention/keys/generate-scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { LoadedKey } from '../../../retention/keys/loaded-key'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { ResultLine } from '../result-table'

const maxSecondsForMillion = 120
const maxWaitMs = 50
const million = 1_000_000

/** Each borrower has so many loans. */
const loansPerBorrower = 10
const borrowersPerInsert = 100

/** Ms between two commands beside the re-wrapping. */
const betweenCommands = 20

/** Ms in which commands run without a re-wrapping, for comparison: on a busy machine they wait as well. */
const timeAlone = 2000

/** A key store in use, and the ring that wraps its keys. */
interface KeysInUse {
  readonly ring: KekRing
  readonly store: KeyStore
}

const newScopeId = (): ScopeId => randomUUID() as ScopeId

const aBorrowerWithLoans = (): ReadonlyArray<NewScope> => {
  const borrower: NewScope = { scope: newScopeId(), class: 'borrower' }
  const loan = (): NewScope => ({ scope: newScopeId(), class: 'loan', parent: borrower.scope })
  return [borrower, ...Array.from({ length: loansPerBorrower }, loan)]
}

const insertKeys = async ({ ring, store }: KeysInUse, borrowers: number): Promise<number> => {
  const scopes = Array.from({ length: borrowers }, aBorrowerWithLoans).flat()
  const made = rightOrThrow(await generateScopeKeys(ring)(scopes, (): LoadedKey | undefined => undefined))
  rightOrThrow(await store.insert(made.map(({ row }) => row))())
  return scopes.length
}

/** Makes the keys of a borrower again and again until it is told to stop. Answers the waits, the longest first, in ms. */
const insertBeside = (keys: KeysInUse) => {
  const state = { isRunning: true, waits: [] as number[] }
  const running = (async () => {
    while (state.isRunning) {
      const start = performance.now()
      await insertKeys(keys, 1)
      state.waits.push(performance.now() - start)
      await setTimeout(betweenCommands)
    }
  })()
  return async (): Promise<ReadonlyArray<number>> => {
    state.isRunning = false
    await running
    return state.waits.sort((one, other) => other - one)
  }
}

/** Fills a key store with so many living keys at least, and begins the next epoch. Answers how many it made. */
export const fillWithOlderKeys = async (keys: KeysInUse, count: number): Promise<number> => {
  let made = 0
  while (made < count) made += await insertKeys(keys, borrowersPerInsert)
  rightOrThrow(await keys.ring.beginEpoch('2026-03-05' as Day)())
  // The memory that the filling used is not collected while commands are measured.
  globalThis.gc?.()
  return made
}

/** The longest waits but one, and the median, in ms. */
const describeWaits = (waits: ReadonlyArray<number>): string => {
  const next = waits.slice(1, 6).map((wait) => wait.toFixed(0))
  return `of ${String(waits.length)}, the next ones ${next.join(', ')}; half took at most ${(waits[waits.length >> 1] ?? 0).toFixed(0)}`
}

/** How the keys are moved to the next epoch. */
type MovePorts = Pick<MoveKeysToEpochPorts, 'startRewrapping' | 'checkpointKeyStore'> & Partial<MoveKeysToEpochPorts>

/** B13: re-wraps all keys of older epochs, so many at least, while keys are made beside it. The lines begin with the name. */
export const measureMove = async (
  name: string,
  keys: KeysInUse,
  made: number,
  ports: MovePorts,
): Promise<ReadonlyArray<ResultLine>> => {
  const stopAlone = insertBeside(keys)
  await setTimeout(timeAlone)
  const alone = await stopAlone()
  const stop = insertBeside(keys)
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const common = {
    ...{ store: keys.store, alarm: () => undefined, elapsed: () => performance.now() },
    ...{ giveWay: () => setImmediate(), catchUpSchedule: TE.right(undefined) },
  }
  const { rewrapped, unusable } = rightOrThrow(
    await rewrapKeysAndRemoveOldBytes({ ...common, ...ports }, () => undefined)(),
  )
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const waits = await stop()
  const longest = waits[0] ?? 0
  if (unusable > 0 || rewrapped < made) throw new Error('not all keys were re-wrapped')
  const forMillion = (seconds / rewrapped) * million
  const note = `${String(rewrapped)} keys in ${seconds.toFixed(1)} s, ${((user + system) / rewrapped).toFixed(0)} us of CPU each`
  return [
    {
      ...{ name: `${name} re-wrap a million keys, in s`, bar: `< ${String(maxSecondsForMillion)} s`, note },
      ...{ measured: forMillion, bare: null, ratio: null, ok: forMillion < maxSecondsForMillion },
    },
    {
      ...{ name: `${name} longest wait of a command beside it, in ms`, bar: `< ${String(maxWaitMs)} ms` },
      note: `${describeWaits(waits)}; ${(alone[0] ?? 0).toFixed(0)} ms without it`,
      ...{ measured: longest, bare: null, ratio: null, ok: longest < maxWaitMs },
    },
  ]
}
