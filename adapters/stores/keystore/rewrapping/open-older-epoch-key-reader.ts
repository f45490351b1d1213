import type * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { openOlderKeysOnPostgres } from '../postgres/older-keys-on-postgres'
import { openOlderKeysInFiles } from '../sqlite/older-keys-in-files'
import type { KeyStorePlace, OlderEpochKeyReader } from './older-epoch-key-reader'

/** Opens a key store with connections that only read. */
export const openOlderEpochKeyReader = (place: KeyStorePlace): E.Either<Unavailable, OlderEpochKeyReader> =>
  place._tag === 'Files' ? openOlderKeysInFiles(place.files) : openOlderKeysOnPostgres(place.url)
