import type { MachineClock } from '../../../../domain/ports/clocks'
import { originOf, type OriginOf } from './idempotency'
import { wrongPins, type WrongPins } from './wrong-pins'

/** What the edge keeps in memory from one request to the next, and writes nowhere. */
export interface Kept {
  readonly originOf: OriginOf
  readonly wrongPins: WrongPins
}

export const kept = (clock: MachineClock): Kept => ({ originOf: originOf(), wrongPins: wrongPins(clock) })
