import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { PartScope, Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import { wipeWrappedKeysInMemory, type KeyRow } from './key-row'
import type { KeyStore } from './key-store'

/** How many rows are read at a time, where commands need not run in between. */
const defaultPageSize = 1000

type ReadPage<Row> = (after: ScopeId | undefined, limit: number) => TaskEither<Unavailable, ReadonlyArray<Row>>

type Pages<Row> = AsyncGenerator<E.Either<Unavailable, ReadonlyArray<Row>>, void, void>

const readPages = async function* <Row extends Pick<PartScope, 'scope'>>(
  readPage: ReadPage<Row>,
  pageSize = defaultPageSize,
): Pages<Row> {
  let after: ScopeId | undefined = undefined
  while (true) {
    const page: E.Either<Unavailable, ReadonlyArray<Row>> = await readPage(after, pageSize)()
    // The store leaves out rows that it cannot decode, so a short page is not always the last; an empty page is.
    if (E.isRight(page) && page.right.length === 0) return
    yield page
    if (E.isLeft(page)) return
    after = page.right.at(-1)?.scope
  }
}

/**
 * All rows of the key store in pages, sorted by scope id; ends after an error. The wrapped keys of a page are wiped when
 * the next one is asked for.
 */
export const readAllKeyRows = async function* (store: Pick<KeyStore, 'page'>): Pages<KeyRow> {
  for await (const page of readPages(store.page)) {
    yield page
    if (E.isRight(page)) wipeWrappedKeysInMemory(page.right)
  }
}

/** The scopes with a living row in pages, sorted by scope id; ends after an error. Reads no key. */
export const readAllLivingScopes = (store: Pick<KeyStore, 'livingScopes'>, pageSize?: number): Pages<PartScope> =>
  readPages(store.livingScopes, pageSize)
