import * as E from 'fp-ts/Either'
import type { System } from '../running/system'
import type { Stores } from './stores'

/** Counts keys, and says to which library they belong; never a key. */
export const keysStatusOf =
  ({ keyStore, ring }: Stores): System['keysStatus'] =>
  async () => {
    const counted = await keyStore.count()
    return {
      library: ring.library,
      epoch: ring.current(),
      epochs: ring.epochs().length,
      ...(E.isRight(counted) ? counted.right : { unavailable: counted.left.reason }),
    }
  }
