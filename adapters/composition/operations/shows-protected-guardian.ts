import { isCprOfProtectedBorrower } from '../../../projections/guardians/name-and-address-protection'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { ShownEvent } from '../../processes/running-library/shown-event'

/** Whether an event shows a guardian, perhaps an earlier one, who is a borrower whose name and address are protected now. */
export const showsProtectedGuardian =
  (rows: ReadModelRows) =>
  ({ living, staff: { guardian } }: ShownEvent): boolean =>
    living.includes('guardian') &&
    typeof guardian === 'object' &&
    guardian !== null &&
    'cpr' in guardian &&
    typeof guardian.cpr === 'string' &&
    isCprOfProtectedBorrower(guardian.cpr)(rows)
