import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../domain/ports/keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import { unavailable } from '../../../retention/keys/unavailable'
import type { Layout } from '../../stores/data-folder/layout'
import { makeKekRingIn, openKekRing, type TooOpen } from '../../stores/kek-ring/files/open-kek-ring'
import { openKeyStore } from '../../stores/keystore/sqlite/open-key-store'

type Trouble = Unavailable | TooOpen

/**
 * While there is no log nothing depends on the ring, and it is made, also when making a folder broke off earlier. A
 * ring that is missing where there is a log is never made anew.
 */
export const openRing = (layout: Layout, isNew: boolean): E.Either<Trouble, KekRing> =>
  isNew
    ? pipe(
        makeKekRingIn(layout.ring),
        E.orElse(() => openKekRing(layout.ring)),
      )
    : openKekRing(layout.ring)

/** Refuses, and closes, the key store of another library. */
export const ofThisLibrary =
  (ring: KekRing) =>
  <Store extends KeyStore>(store: Store): E.Either<Unavailable, Store> => {
    if (store.library === ring.library) return E.right(store)
    void store.close()
    return E.left(unavailable('the key store belongs to another library than the ring'))
  }

/** Opens the file of a key store, or makes one for a library. */
export type OpenKeyFile = typeof openKeyStore

/** The key store of this library. One that is missing beside a log is never made anew: it is made before the logs. */
export const openKeysOf = (
  layout: Layout,
  ring: KekRing,
  openFile: OpenKeyFile = openKeyStore,
): E.Either<Unavailable, KeyStore> =>
  existsSync(layout.circulation) && !existsSync(layout.keys)
    ? E.left(unavailable('the key store (keys.db) is missing'))
    : pipe(openFile(ring.library)(layout.keys), E.chain(ofThisLibrary(ring)))
