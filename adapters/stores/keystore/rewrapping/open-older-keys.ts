import type * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { openOlderKeysOnPostgres } from '../postgres/older-keys-on-postgres'
import { openOlderKeysInFiles } from '../sqlite/older-keys-in-files'
import type { KeyPlace, OlderKeys } from './older-keys'

/** Opens a key store with connections that only read. */
export const openOlderKeys = (place: KeyPlace): E.Either<Unavailable, OlderKeys> =>
  place._tag === 'Files' ? openOlderKeysInFiles(place.files) : openOlderKeysOnPostgres(place.url)
