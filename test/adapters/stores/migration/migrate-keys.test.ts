import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { digestOfKeyRows } from '../../../../adapters/stores/migration/key-store-digest'
import type { MigratableStores } from '../../../../adapters/stores/migration/migrate-library'
import type { ScopeId } from '../../../../domain/values/ids'
import type { EventStore } from '../../../../domain/ports/event-store'
import type { FencedKeyRow, KeyRow } from '../../../../retention/keys/key-row'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { randomScopeId } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import {
  storesWithEvents,
  exampleCertificateId,
  emptyStores,
  exampleKeyRow,
  migrateStoresOf,
} from './migratable-library'

/** Runs an action before each append. */
const beforeEachAppend = (log: EventStore, act: () => Promise<unknown>): EventStore => ({
  ...log,
  append: (...append) =>
    pipe(
      TE.fromTask(act),
      TE.chain(() => log.append(...append)),
    ),
})

const fingerprint = Buffer.alloc(16, 9)
const fencedByHand = (scope: ScopeId): FencedKeyRow => {
  const { class: name, version, epoch } = exampleKeyRow(scope)
  return { _tag: 'Fenced', scope, class: name, version, epoch, fingerprint, certificate: null }
}

/** The pages of a key store, with one more row on the first. */
const pageWithExtraRow =
  (store: KeyStore, row: KeyRow): KeyStore['page'] =>
  (after, limit) =>
    pipe(
      store.page(after, limit),
      TE.map((page) => (after === undefined ? [row, ...page] : page)),
    )

describe('the keys of a library that moves to other stores', () => {
  it('are copied as they are, wrapped or fenced', async () => {
    const { from, scopes } = await storesWithEvents()
    const to = emptyStores()
    expect(rightOrThrow(await migrateStoresOf(from, to)).keys).toMatchObject({ rows: 3, copied: 3 })
    expect(rightOrThrow(await to.keyStore.read(scopes)())).toEqual(rightOrThrow(await from.keyStore.read(scopes)()))
  })

  it('are refused by a store of another library, and by another key of the same scope', async () => {
    const { from, scopes } = await storesWithEvents()
    expect(await migrateStoresOf(from, emptyStores('9b0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'))).toMatchObject({
      left: { _tag: 'KeysDiffer' },
    })
    const to = emptyStores()
    rightOrThrow(await to.keyStore.insert([{ ...exampleKeyRow(scopes[1]), wrapped: Buffer.alloc(105, 8) }])())
    expect(await migrateStoresOf(from, to)).toMatchObject({ left: { _tag: 'KeysDiffer' } })
  })

  it('are verified by equal digests, which leave out rows fenced by hand', async () => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    const { keys } = rightOrThrow(await migrateStoresOf(from, to))
    expect({ ...rightOrThrow(await digestOfKeyRows(to.keyStore)), copied: 3 }).toEqual(keys)
    const page = pageWithExtraRow(from.keyStore, fencedByHand(randomScopeId()))
    const withOneMore = { ...from, keyStore: { ...from.keyStore, page } }
    expect(rightOrThrow(await migrateStoresOf(withOneMore, to)).keys).toEqual({ ...keys, copied: 0 })
  })

  it.each<[string, (to: MigratableStores, scope: ScopeId) => Promise<unknown>]>([
    [
      'wrapped differently',
      ({ keyStore }, scope) => keyStore.replace([{ ...exampleKeyRow(scope), wrapped: Buffer.alloc(105, 8) }])(),
    ],
    [
      'given another fingerprint',
      ({ keyStore }, scope) => keyStore.replace([{ ...exampleKeyRow(scope), fingerprint }])(),
    ],
    ['removed', ({ keyStore }, scope) => keyStore.remove([scope])()],
    ['erased', ({ keyStore }, scope) => keyStore.fence([{ scope, class: 'loan' }], exampleCertificateId)()],
    ['added', ({ keyStore }) => keyStore.insert([exampleKeyRow(randomScopeId())])()],
  ])('are refused when a key is %s in the copy while the logs are copied', async (_, change) => {
    const { from, scopes } = await storesWithEvents()
    const to = emptyStores()
    const changing = {
      ...to,
      logs: { ...to.logs, persons: beforeEachAppend(to.logs.persons, () => change(to, scopes[1])) },
    }
    expect(await migrateStoresOf(from, changing)).toMatchObject({ left: { _tag: 'KeysDiffer' } })
  })

  it('are not verified when they cannot be read again', async () => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    const page = () => TE.left(keysUnavailable('it went away'))
    expect(await migrateStoresOf(from, { ...to, keyStore: { ...to.keyStore, page } })).toMatchObject({
      left: { _tag: 'Unavailable', reason: 'it went away' },
    })
  })
})
