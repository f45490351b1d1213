import * as E from 'fp-ts/Either'
import type { KekRing } from '../../../../retention/keys/kek-ring'
import { makeKekRing, generateKekRingContent } from '../../../../retention/keys/make-kek-ring'

const stored = () => E.right(undefined)

/** A ring in memory, for tests. */
export const memoryKekRing = (): KekRing =>
  makeKekRing(
    {
      storeEpoch: stored,
      removeEpoch: stored,
      storeRetired: stored,
      removeRetired: stored,
      storeEventCodes: stored,
    },
    generateKekRingContent(),
  )
