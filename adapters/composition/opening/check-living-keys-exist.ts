import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { LibraryStores } from '../stores/library-stores'

/**
 * Checks that the key store has the keys of scopes that the logs say are alive. Call it after the schedule has caught up
 * with both logs. An emptied or outdated key store must stop the library, and must never look like an erasure.
 */
export const checkLivingKeysExist =
  ({ schedule, keyStore }: Pick<LibraryStores, 'schedule' | 'keyStore'>): TaskEither<Unavailable, void> =>
  async () => {
    const livingScopes = schedule.livingScopes(undefined, sampleSize).filter(({ run }) => run === undefined)
    const rows = await keyStore.read(livingScopes.map(({ scope }) => scope))()
    if (E.isLeft(rows)) return rows
    return rows.right.length === livingScopes.length
      ? E.right(undefined)
      : E.left(keysUnavailable('the key store lacks keys that the logs name'))
  }

/** How many scopes are checked: enough to notice a wrong key store, and quick. */
const sampleSize = 100
