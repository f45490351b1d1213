import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import { wipeWrappedKeysInMemory, type KeyRow } from './key-row'
import type { KeyStore } from './key-store'

/** How many rows are read at a time, where commands need not run in between. */
const defaultPageSize = 1000

type ReadPage = KeyStore['page']

const readPages = async function* (
  readPage: ReadPage,
  pageSize = defaultPageSize,
): AsyncGenerator<E.Either<Unavailable, ReadonlyArray<KeyRow>>> {
  let after: ScopeId | undefined = undefined
  while (true) {
    const page: E.Either<Unavailable, ReadonlyArray<KeyRow>> = await readPage(after, pageSize)()
    // The store leaves out rows that it cannot decode, so a short page is not always the last; an empty page is.
    if (E.isRight(page) && page.right.length === 0) return
    yield page
    if (E.isLeft(page)) return
    wipeWrappedKeysInMemory(page.right)
    after = page.right.at(-1)?.scope
  }
}

/**
 * All rows of the key store in pages, sorted by scope id; ends after an error. The wrapped keys of a page are wiped when
 * the next one is asked for.
 */
export const readAllKeyRows = (store: Pick<KeyStore, 'page'>, pageSize?: number) => readPages(store.page, pageSize)

/** The same for the living rows alone. */
export const readLivingKeyRows = (store: Pick<KeyStore, 'livingPage'>, pageSize?: number) =>
  readPages(store.livingPage, pageSize)
