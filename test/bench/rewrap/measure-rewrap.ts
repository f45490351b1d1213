import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import * as TE from 'fp-ts/TaskEither'
import { makeKekRingIn } from '../../../adapters/stores/kek-ring/files/open-kek-ring'
import { openSqliteKeyStore } from '../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import { rewrapOnThread } from '../../../adapters/stores/keystore/sqlite/rewrapping/rewrap-on-thread'
import type { NewScope } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import type { ScopeId } from '../../../domain/values/ids'
import { moveKeys } from '../../../retention/epochs/roll-epoch'
import { makeEvictedScopes } from '../../../retention/keys/evicted-scopes'
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

const newScopeId = (): ScopeId => randomUUID() as ScopeId

const aBorrowerWithLoans = (): ReadonlyArray<NewScope> => {
  const borrower: NewScope = { scope: newScopeId(), class: 'borrower' }
  const loan = (): NewScope => ({ scope: newScopeId(), class: 'loan', parent: borrower.scope })
  return [borrower, ...Array.from({ length: loansPerBorrower }, loan)]
}

const insertKeys = async (ring: KekRing, store: KeyStore, borrowers: number): Promise<number> => {
  const scopes = Array.from({ length: borrowers }, aBorrowerWithLoans).flat()
  const made = rightOrThrow(await generateScopeKeys(ring)(scopes, (): LoadedKey | undefined => undefined))
  rightOrThrow(await store.insert(made.map(({ row }) => row))())
  return scopes.length
}

/** Makes the key of a borrower again and again until it is told to stop. Answers the waits, the longest first, in ms. */
const insertBeside = (ring: KekRing, store: KeyStore) => {
  const state = { isRunning: true, waits: [] as number[] }
  const running = (async () => {
    while (state.isRunning) {
      const start = performance.now()
      await insertKeys(ring, store, 1)
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

/** B13: re-wraps so many living keys in the next epoch while keys are made beside it. */
export const measureRewrap = async (folder: string, keys: number): Promise<ReadonlyArray<ResultLine>> => {
  const ring = rightOrThrow(makeKekRingIn(path.join(folder, 'rewrap-ring')))
  const file = path.join(folder, 'rewrap-keys.db')
  const store = rightOrThrow(openSqliteKeyStore(ring.library)(file))
  try {
    let made = 0
    while (made < keys) made += await insertKeys(ring, store, borrowersPerInsert)
    rightOrThrow(await ring.beginEpoch('2026-03-05' as Day)())
    const stop = insertBeside(ring, store)
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    const ports = {
      ...{ store, alarm: () => undefined, elapsed: () => performance.now() },
      startRewrapping: rewrapOnThread({
        ...{ ring, copyWrappingKeys: ring.copyWrappingKeys ?? (() => new Map<number, Buffer>()) },
        ...{ files: [file], isEnded: () => false, evictedScopes: makeEvictedScopes() },
      }),
      giveWay: () => setImmediate(),
      ...{ checkpointKeyStore: TE.right(undefined), catchUpSchedule: TE.right(undefined) },
    }
    const { rewrapped, unusable } = rightOrThrow(await moveKeys(ports, () => undefined)())
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(cpu)
    const waits = await stop()
    const longest = waits[0] ?? 0
    const longWaits = `of ${String(waits.length)}, the next ones ${waits
      .slice(1, 6)
      .map((wait) => wait.toFixed(0))
      .join(', ')}; half took at most ${(waits[waits.length >> 1] ?? 0).toFixed(0)}`
    if (unusable > 0 || rewrapped < made) throw new Error('not all keys were re-wrapped')
    const forMillion = (seconds / rewrapped) * million
    const note = `${String(rewrapped)} keys in ${seconds.toFixed(1)} s, ${((user + system) / rewrapped).toFixed(0)} us of CPU each`
    return [
      {
        ...{ name: 'B13 re-wrap a million keys, in s', bar: `< ${String(maxSecondsForMillion)} s`, note },
        ...{ measured: forMillion, bare: null, ratio: null, ok: forMillion < maxSecondsForMillion },
      },
      {
        ...{
          name: 'B13 longest wait of a command beside it, in ms',
          bar: `< ${String(maxWaitMs)} ms`,
          note: longWaits,
        },
        ...{ measured: longest, bare: null, ratio: null, ok: longest < maxWaitMs },
      },
    ]
  } finally {
    await store.close()
  }
}
