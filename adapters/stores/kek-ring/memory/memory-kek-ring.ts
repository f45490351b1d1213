import * as E from 'fp-ts/Either'
import type { KekRing } from '../../../../retention/keys/kek-ring'
import { makeKekRing, generateKekRingContent } from '../../../../retention/keys/make-kek-ring'

/** A ring in memory, for tests. */
export const memoryKekRing = (): KekRing =>
  makeKekRing(
    {
      storeEpoch: () => E.right(undefined),
      removeEpoch: () => E.right(undefined),
      storeEventCodes: () => E.right(undefined),
    },
    generateKekRingContent(),
  )
