import * as E from 'fp-ts/Either'
import type { Unreadable } from '../../../domain/command-handling/remember'
import { readModels } from '../../../projections/registry'
import type { Follower } from '../../processes/running/follower'
import type { System } from '../../processes/running/system'
import type { Stores } from '../stores'

/** Throws all read models away and folds them anew; answers how many there are. */
export const rebuildOf =
  (stores: Stores, follower: Follower): System['rebuild'] =>
  (told) =>
  async (): Promise<E.Either<Unreadable, number>> => {
    for (const { name } of readModels) {
      const reset = stores.views.reset(name)
      if (E.isLeft(reset)) return E.left({ _tag: 'Unavailable', reason: reset.left.reason })
    }
    const reached = await follower.reach()
    if (E.isLeft(reached)) return reached
    stores.views.commit()
    told(readModels.length)
    return E.right(readModels.length)
  }
