import * as E from 'fp-ts/Either'
import type { ContentStore } from '../../domain/ports/content-store'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { piecesOf } from '../fixtures/pieces-of'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** A store for one test, and how to let go of it. */
export interface OpenedContentStore {
  readonly store: ContentStore
  readonly close: () => void
}

const [one, other] = [numberedUuid(1), numberedUuid(2)]

const readAll = async (store: ContentStore, id: string): Promise<string> => {
  const pieces: Uint8Array[] = []
  for await (const piece of rightOrThrow(await store.read(id)())) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces).toString()
}

const put = async (store: ContentStore, id: string, ...texts: ReadonlyArray<string>): Promise<void> => {
  rightOrThrow(await store.put(id, piecesOf(...texts.map((text) => Buffer.from(text))))())
}

/** What every store of contents keeps to. */
export const testContentStoreContract = (name: string, open: () => OpenedContentStore): void => {
  const withStore = (test: (store: ContentStore) => Promise<void>) => async () => {
    const { store, close } = open()
    await test(store).finally(close)
  }

  describe(`the content store: ${name}`, () => {
    it(
      'gives back what it was given, in the order in which it came',
      withStore(async (store) => {
        await put(store, one, 'first ', 'then ', 'last')
        await put(store, other)
        expect(await readAll(store, one)).toBe('first then last')
        expect(await readAll(store, other)).toBe('')
      }),
    )

    it(
      'has no content that it was not given',
      withStore(async (store) => {
        expect(await store.read(one)()).toEqual(E.left({ _tag: 'ContentIsMissing' }))
        expect(await store.list()).toEqual(E.right([]))
      }),
    )

    it(
      'keeps nothing of bytes that fail on the way, and what was there before',
      withStore(async (store) => {
        const failed = { _tag: 'Failed' } as const
        expect(await store.put(one, piecesOf<Uint8Array | typeof failed>(Buffer.from('half'), failed))()).toEqual(
          E.left(failed),
        )
        expect(await store.list()).toEqual(E.right([]))
        await put(store, one, 'whole')
        expect(await store.put(one, piecesOf<Uint8Array | typeof failed>(Buffer.from('half'), failed))()).toEqual(
          E.left(failed),
        )
        expect(await readAll(store, one)).toBe('whole')
      }),
    )

    it(
      'replaces a content with the same id',
      withStore(async (store) => {
        await put(store, one, 'a long first content')
        await put(store, one, 'second')
        expect(await readAll(store, one)).toBe('second')
        expect(await store.list()).toEqual(E.right([one]))
      }),
    )

    it(
      'removes contents, also those that it does not have, and leaves the others',
      withStore(async (store) => {
        await put(store, one, 'one')
        await put(store, other, 'other')
        expect(await store.remove([one, numberedUuid(3)])()).toEqual(E.right(undefined))
        expect(await store.read(one)()).toEqual(E.left({ _tag: 'ContentIsMissing' }))
        expect(await store.list()).toEqual(E.right([other]))
        expect([one, other].map(store.has)).toEqual([false, true])
      }),
    )
  })
}
