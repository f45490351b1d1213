import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { KeyStore } from '../../retention/keys/key-store'

/** A key store that keeps the keys of borrowers in another store, so that borrower ids must not be in this one. */
export const withBorrowerKeysElsewhere = (elsewhere: KeyStore, store: KeyStore): KeyStore => ({
  ...store,
  insert: (rows) => {
    const parents = rows.filter((row) => row.class === 'borrower')
    const rest = rows.filter((row) => row.class !== 'borrower')
    return TE.flatMap(() => (rest.length === 0 ? TE.right(undefined) : store.insert(rest)))(elsewhere.insert(parents))
  },
  read: (scopes) =>
    pipe(
      elsewhere.read(scopes),
      TE.flatMap((found) =>
        pipe(
          store.read(scopes),
          TE.map((rest) => [...found, ...rest]),
        ),
      ),
    ),
})
