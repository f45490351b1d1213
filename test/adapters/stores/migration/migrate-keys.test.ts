import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { keyDigestOf } from '../../../../adapters/stores/migration/key-digest'
import type { Movable } from '../../../../adapters/stores/migration/migrate'
import type { ScopeId } from '../../../../domain/values/ids'
import type { EventStore } from '../../../../domain/ports/event-store'
import type { FencedRow, KeyRow } from '../../../../retention/keys/key-row'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { unavailable } from '../../../../retention/keys/unavailable'
import { anyScope } from '../../../fixtures/keys'
import { right } from '../../../fixtures/right'
import { aLibrary, certificate, empty, keyOf, moved } from './movable'

/** Does something besides each append. */
const onAppend = (log: EventStore, act: () => Promise<unknown>): EventStore => ({
  ...log,
  append: (...asked) =>
    pipe(
      TE.fromTask(act),
      TE.chain(() => log.append(...asked)),
    ),
})

const fingerprint = Buffer.alloc(16, 9)
const fencedByHand = (scope: ScopeId): FencedRow => {
  const { class: name, version, epoch } = keyOf(scope)
  return { _tag: 'Fenced', scope, class: name, version, epoch, fingerprint, certificate: null }
}

/** A key store whose first page holds one more row. */
const pageBesides =
  (store: KeyStore, row: KeyRow): KeyStore['page'] =>
  (after, limit) =>
    pipe(
      store.page(after, limit),
      TE.map((page) => (after === undefined ? [row, ...page] : page)),
    )

describe('the keys of a library that moves to other stores', () => {
  it('are taken along as they are wrapped, and those that were erased as erased', async () => {
    const { from, scopes } = await aLibrary()
    const to = empty()
    expect(right(await moved(from, to)).keys).toMatchObject({ rows: 3, copied: 3 })
    expect(right(await to.keyStore.read(scopes)())).toEqual(right(await from.keyStore.read(scopes)()))
  })

  it('are refused by the keys of another library, and by another key of the same scope', async () => {
    const { from, scopes } = await aLibrary()
    expect(await moved(from, empty('9b0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'))).toMatchObject({
      left: { _tag: 'KeysDiffer' },
    })
    const to = empty()
    right(await to.keyStore.insert([{ ...keyOf(scopes[1]), wrapped: Buffer.alloc(105, 8) }])())
    expect(await moved(from, to)).toMatchObject({ left: { _tag: 'KeysDiffer' } })
  })

  it('are proven by equal digests, which leave out what was fenced by hand', async () => {
    const { from } = await aLibrary()
    const to = empty()
    const { keys } = right(await moved(from, to))
    expect({ ...right(await keyDigestOf(to.keyStore)), copied: 3 }).toEqual(keys)
    const page = pageBesides(from.keyStore, fencedByHand(anyScope()))
    const withOneMore = { ...from, keyStore: { ...from.keyStore, page } }
    expect(right(await moved(withOneMore, to)).keys).toEqual({ ...keys, copied: 0 })
  })

  it.each<[string, (to: Movable, scope: ScopeId) => Promise<unknown>]>([
    [
      'wrapped otherwise',
      ({ keyStore }, scope) => keyStore.replace([{ ...keyOf(scope), wrapped: Buffer.alloc(105, 8) }])(),
    ],
    ['fingerprinted otherwise', ({ keyStore }, scope) => keyStore.replace([{ ...keyOf(scope), fingerprint }])()],
    ['removed', ({ keyStore }, scope) => keyStore.remove([scope])()],
    ['erased', ({ keyStore }, scope) => keyStore.fence([{ scope, class: 'loan' }], certificate)()],
    ['joined by another', ({ keyStore }) => keyStore.insert([keyOf(anyScope())])()],
  ])('are refused when one is %s in the copy while the logs are copied', async (_, change) => {
    const { from, scopes } = await aLibrary()
    const to = empty()
    const changing = { ...to, logs: { ...to.logs, persons: onAppend(to.logs.persons, () => change(to, scopes[1])) } }
    expect(await moved(from, changing)).toMatchObject({ left: { _tag: 'KeysDiffer' } })
  })

  it('are not proven when they cannot be read once more', async () => {
    const { from } = await aLibrary()
    const to = empty()
    const page = () => TE.left(unavailable('it went away'))
    expect(await moved(from, { ...to, keyStore: { ...to.keyStore, page } })).toMatchObject({
      left: { _tag: 'Unavailable', reason: 'it went away' },
    })
  })
})
