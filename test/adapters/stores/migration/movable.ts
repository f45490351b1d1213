import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/store'
import { memoryKeyStore } from '../../../../adapters/stores/keystore/memory/key-store'
import { migrate, type Movable } from '../../../../adapters/stores/migration/migrate'
import { streamOf } from '../../../../domain/event/stream'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { LivingRow } from '../../../../retention/keys/key-row'
import { append, events } from '../../../contract/event-store/given'
import { anyScope } from '../../../fixtures/keys'
import { right } from '../../../fixtures/right'

const library = '6a0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
export const certificate = '7b0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as CertificateId

export const empty = (of: string = library): Movable => {
  const circulation = openMemoryLog()
  const persons = openMemoryLog()
  return {
    logs: { circulation: circulation.events, persons: persons.events },
    checkpoints: () => circulation.checkpoints,
    keyStore: memoryKeyStore(of),
  }
}

export const keyOf = (scope: ScopeId): LivingRow => ({
  _tag: 'Living',
  scope,
  class: 'loan',
  version: 1,
  epoch: 1,
  fingerprint: Buffer.alloc(16, scope),
  wrapped: Buffer.alloc(105, 7),
})

export const copy = streamOf('copy')('3274626533')
export const title = streamOf('title')('52557240')

/** A small library: two streams that take turns, a borrower, two living keys and an erased one. */
export const aLibrary = async () => {
  const from = empty()
  const { circulation, persons } = from.logs
  await append(circulation, copy, 'none', events(2))
  await append(circulation, title, 'none', events(1))
  const { position } = await append(circulation, copy, 1, events(3))
  await append(circulation, title, 0, events(2))
  await append(persons, streamOf('borrower')(anyScope()), 'none', events(1))
  const scopes = [anyScope(), anyScope(), anyScope()] as const
  right(await from.keyStore.insert(scopes.map(keyOf))())
  right(await from.keyStore.fence([{ scope: scopes[0], class: 'loan' }], certificate)())
  await from.checkpoints().write('reactions', position)()
  return { from, scopes }
}

export const moved = (from: Movable, to: Movable) => migrate(from, to, ['reactions'], () => undefined)()
