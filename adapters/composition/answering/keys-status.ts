import * as E from 'fp-ts/Either'
import type { System } from '../../processes/running/system'
import type { Stores } from '../stores'

/** The key that verifies certificates, as base64 of its SPKI: the PEM without its first and last line. */
const oneLine = (pem: string): string => pem.split('\n').slice(1, -2).join('')

/** Counts keys, and says to which library they belong and what verifies its certificates; never a key that seals. */
export const keysStatusOf =
  ({ keyStore, ring }: Stores): System['keysStatus'] =>
  async () => {
    const counted = await keyStore.count()
    return {
      library: ring.library,
      epoch: ring.current(),
      epochs: ring.epochs().length,
      verifyingKey: oneLine(ring.verifyingKey),
      ...(E.isRight(counted) ? counted.right : { unavailable: counted.left.reason }),
    }
  }
