import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { combineKeyStoresOfLogs } from '../../../../adapters/stores/keystore/by-log/combine-key-stores-of-logs'
import { createMemoryKeyStore } from '../../../../adapters/stores/keystore/memory/memory-key-store'
import { scopeClasses, type ScopeClass } from '../../../../domain/event/scope-class'
import type { CertificateId } from '../../../../domain/values/ids'
import { deletionClasses } from '../../../../retention/classes/deletion-classes'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { readAllKeyRows } from '../../../../retention/keys/read-all-key-rows'
import { randomScopeId } from '../../../fixtures/keys-under-test'

const certificate = randomUUID() as CertificateId

const rowOf = (scopeClass: ScopeClass): LivingKeyRow => {
  const scope = randomScopeId()
  return {
    _tag: 'Living',
    scope,
    class: scopeClass,
    version: 1,
    epoch: 1,
    fingerprint: Buffer.alloc(16, scope),
    wrapped: Buffer.alloc(105, scope),
  }
}

const newStores = () => {
  const stores = { circulation: createMemoryKeyStore('library'), persons: createMemoryKeyStore('library') }
  return { stores, both: combineKeyStoresOfLogs(stores) }
}

const countIn = async (store: { readonly count: () => Promise<unknown> }) => store.count()
const counts = (living: number, fenced: number) => E.right({ living, fenced })

describe('a key store with a file for each log', () => {
  it.each(scopeClasses)('keeps a key of class %s with its log, and in no other file', async (scopeClass) => {
    const { stores, both } = newStores()
    const row = rowOf(scopeClass)
    const [own, other] = deletionClasses[scopeClass].log === 'persons' ? ['persons', 'circulation'] as const : ['circulation', 'persons'] as const // prettier-ignore
    expect(await both.insert([row])()).toEqual(E.right(undefined))
    expect(await stores[own].read([row.scope])()).toEqual(E.right([row]))
    await both.replace([{ ...row, epoch: 2 }])()
    await both.fence([row], certificate)()
    expect([await countIn(stores[own]), await countIn(stores[other])]).toEqual([counts(0, 1), counts(0, 0)])
    const epoch = own === 'persons' ? 0 : 2
    expect(await both.read([row.scope])()).toMatchObject(E.right([{ _tag: 'Fenced', certificate, epoch }]))
  })

  it('inserts keys of both logs all or none', async () => {
    const { stores, both } = newStores()
    const [borrower, loan] = [rowOf('borrower'), rowOf('loan')]
    for (const existing of [borrower, loan]) {
      await both.insert([existing])()
      const rows = [rowOf('contact'), existing, rowOf('fee')]
      expect(await both.insert(rows)()).toEqual(E.left({ _tag: 'Exists', scopes: [existing.scope] }))
    }
    expect(await both.count()).toEqual(counts(2, 0))
    expect(await countIn(stores.persons)).toEqual(counts(1, 0))
  })

  it('reads all rows of both logs once, sorted by scope id, in pages of any size', async () => {
    const { both } = newStores()
    const rows = Array.from({ length: 60 }, (_, at) => rowOf(at % 3 === 0 ? 'borrower' : 'loan'))
    await both.insert(rows)()
    const sorted = rows.map(({ scope }) => scope).toSorted()
    for (const limit of [1, 2, 7, 100]) {
      const found = []
      for await (const page of readAllKeyRows({ page: (after) => both.page(after, limit) }))
        if (E.isRight(page)) found.push(...page.right.map(({ scope }) => scope))
      expect(found).toEqual(sorted)
    }
    expect(await both.read(sorted)()).toMatchObject({ right: { length: 60 } })
  })
})
