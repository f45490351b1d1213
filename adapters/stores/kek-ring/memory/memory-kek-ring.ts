import * as E from 'fp-ts/Either'
import type { KekRing } from '../../../../retention/keys/kek-ring'
import { makeKekRing, newRingContent } from '../../../../retention/keys/make-kek-ring'

/** A ring that lasts as long as the process: for tests. */
export const memoryKekRing = (): KekRing =>
  makeKekRing({ keep: () => E.right(undefined), forget: () => E.right(undefined) }, newRingContent())
