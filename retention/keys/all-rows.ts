import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/keys'
import type { ScopeId } from '../../domain/values/ids'
import type { KeyRow } from './key-row'
import type { KeyStore } from './key-store'

/** How many rows are in memory at once. */
const pageSize = 1000

/** All rows of the key store in the order of scope ids, in pages; ends after an error. */
export const allRows = async function* (
  store: Pick<KeyStore, 'page'>,
): AsyncGenerator<E.Either<Unavailable, ReadonlyArray<KeyRow>>> {
  let after: ScopeId | undefined = undefined
  while (true) {
    const page: E.Either<Unavailable, ReadonlyArray<KeyRow>> = await store.page(after, pageSize)()
    yield page
    // A row that cannot be read is left out of its page, so only an empty page is the last.
    if (E.isLeft(page) || page.right.length === 0) return
    after = page.right.at(-1)?.scope
  }
}
