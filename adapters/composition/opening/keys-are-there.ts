import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/keys'
import { unavailable } from '../../../retention/keys/unavailable'
import type { Stores } from '../stores'

/**
 * Looks for the key of a scope that the logs say is alive; call it when the schedule has passed both logs' ends. A
 * key store that was emptied, or is of another time, must stop the library and never look like an erasure.
 */
export const keysAreThere =
  ({ schedule, keyStore }: Pick<Stores, 'schedule' | 'keyStore'>): TaskEither<Unavailable, void> =>
  async () => {
    const alive = schedule.living(undefined, sample).filter(({ run }) => run === undefined)
    const rows = await keyStore.read(alive.map(({ scope }) => scope))()
    if (E.isLeft(rows)) return rows
    return rows.right.length === alive.length
      ? E.right(undefined)
      : E.left(unavailable('the key store (keys.db) lacks keys that the logs name'))
  }

/** How many scopes are looked for: enough to notice, and nothing to wait for. */
const sample = 100
