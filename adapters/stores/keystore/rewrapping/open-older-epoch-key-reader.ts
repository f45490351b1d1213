import type * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { openOlderEpochKeysOnPostgres } from '../postgres/postgres-older-epoch-key-reader'
import { openOlderEpochKeyReaderOnFiles } from '../sqlite/older-epoch-keys-in-files'
import type { KeyStorePlace, OlderEpochKeyReader } from './older-epoch-key-reader'

/** Opens a key store with connections that only read. */
export const openOlderEpochKeyReader = (place: KeyStorePlace): E.Either<Unavailable, OlderEpochKeyReader> =>
  place._tag === 'Files' ? openOlderEpochKeyReaderOnFiles(place.files) : openOlderEpochKeysOnPostgres(place.url)
