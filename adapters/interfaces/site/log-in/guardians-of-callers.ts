import type { GuardianId } from '../../../../domain/values/ids'
import { guardianOfGuardianship } from '../../../../projections/guardians/guardian-queries'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { KnownCaller } from '../sessions/session'

/** As which registered guardians a person may act. */
export const guardiansOf =
  (callers: ReadonlyArray<KnownCaller>) =>
  (rows: ReadModelRows): ReadonlyArray<GuardianId> =>
    callers
      .flatMap((caller) => (caller.role === 'guardian' ? caller.guardianships : []))
      .flatMap((guardianship) => guardianOfGuardianship(guardianship)(rows)?.guardian ?? [])
