import { HoldProlonged } from './events/hold-prolonged'
import { HoldReleased } from './events/hold-released'
import { HoldSet, HoldSetVersion1 } from './events/hold-set'

/** Every event of a legal hold, in each of its versions. */
export const holdEventDefinitions = [HoldProlonged, HoldReleased, HoldSetVersion1, HoldSet] as const
