import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import { createMemoryKeyStore } from '../../../../adapters/stores/keystore/memory/memory-key-store'
import { migrateLibrary, type MigratableStores } from '../../../../adapters/stores/migration/migrate-library'
import { streamNameOf } from '../../../../domain/event/stream'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { appendOrThrow, newEvents } from '../../../contract/event-store/event-store-steps'
import { randomScopeId } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const library = '6a0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
export const exampleCertificateId = '7b0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as CertificateId

export const emptyStores = (of: string = library): MigratableStores => {
  const circulation = openMemoryLog()
  const persons = openMemoryLog()
  return {
    logs: { circulation: circulation.events, persons: persons.events },
    checkpoints: () => circulation.checkpoints,
    keyStore: createMemoryKeyStore(of),
  }
}

export const exampleKeyRow = (scope: ScopeId): LivingKeyRow => ({
  _tag: 'Living',
  scope,
  class: 'loan',
  version: 1,
  epoch: 1,
  fingerprint: Buffer.alloc(16, scope),
  wrapped: Buffer.alloc(105, 7),
})

export const copyStream = streamNameOf('copy')('3274626533')
export const titleStream = streamNameOf('title')('52557240')

/** Stores of a small library: two interleaved streams, a borrower, two living keys and a fenced one. */
export const storesWithEvents = async () => {
  const from = emptyStores()
  const { circulation, persons } = from.logs
  await appendOrThrow(circulation, copyStream, 'none', newEvents(2))
  await appendOrThrow(circulation, titleStream, 'none', newEvents(1))
  const { position } = await appendOrThrow(circulation, copyStream, 1, newEvents(3))
  await appendOrThrow(circulation, titleStream, 0, newEvents(2))
  await appendOrThrow(persons, streamNameOf('borrower')(randomScopeId()), 'none', newEvents(1))
  const scopes = [randomScopeId(), randomScopeId(), randomScopeId()] as const
  rightOrThrow(await from.keyStore.insert(scopes.map(exampleKeyRow))())
  rightOrThrow(await from.keyStore.fence([{ scope: scopes[0], class: 'loan' }], exampleCertificateId)())
  await from.checkpoints().writePosition('reactions', position)()
  return { from, scopes }
}

export const migrateStoresOf = (from: MigratableStores, to: MigratableStores) =>
  migrateLibrary(from, to, ['reactions'], () => undefined)()
