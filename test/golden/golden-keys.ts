import { generateKeyPairSync } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { memoryKeyStore } from '../../adapters/stores/keystore/memory/key-store'
import type { ScopeId } from '../../domain/values/ids'
import { allRows } from '../../retention/keys/all-rows'
import type { KeyStore } from '../../retention/keys/key-store'
import { makeKekRing } from '../../retention/keys/make-kek-ring'
import { makeKeys, type HeldKeys } from '../../retention/keys/make-keys'
import type { GoldenKey, GoldenRing } from './files'

/** Nothing of the golden log has been forgotten, and an alarm there is a mistake. */
const held = {
  ended: () => false,
  clock: { elapsed: () => 0 },
  bound: 1000,
  alarm: (kind: string): never => {
    throw new Error(`the keys of the golden log: ${kind}`)
  },
}

/** The keys with which the golden log was written, in the key store and the ring as any library has them. */
export const keysOf = async (
  { library, epoch, wrapping, readModels }: GoldenRing,
  rows: ReadonlyArray<GoldenKey>,
): Promise<{ readonly keys: HeldKeys; readonly store: KeyStore }> => {
  const epochKeys = { wrapping: Buffer.from(wrapping, 'hex'), readModels: Buffer.from(readModels, 'hex') }
  const signing = generateKeyPairSync('ed25519').privateKey
  const keeper = { keep: () => E.right(undefined), forget: () => E.right(undefined) }
  const ring = makeKekRing(keeper, { library, signing, epochs: new Map([[epoch, epochKeys]]) })
  const store = memoryKeyStore(library)
  const living = rows.map(({ scope, fingerprint, wrapped, ...row }) => ({
    ...row,
    _tag: 'Living' as const,
    scope: scope as ScopeId,
    fingerprint: Buffer.from(fingerprint, 'hex'),
    wrapped: Buffer.from(wrapped, 'hex'),
  }))
  await store.insert(living)()
  return { keys: makeKeys({ ...held, ring, store }), store }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Every row of the key store, as it is kept in the file. */
export const rowsOf = async (store: KeyStore): Promise<ReadonlyArray<GoldenKey>> => {
  const kept: GoldenKey[] = []
  for await (const page of allRows(store))
    if (E.isRight(page))
      for (const row of page.right)
        if (row._tag === 'Living') {
          const { scope, class: name, version, epoch, fingerprint, wrapped } = row
          kept.push({ scope, class: name, version, epoch, fingerprint: hex(fingerprint), wrapped: hex(wrapped) })
        }
  return kept
}
