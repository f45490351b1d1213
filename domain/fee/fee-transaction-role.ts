import * as t from 'io-ts'

/** Who decided a fee transaction: a member of staff, or the system by a rule. */
export const FeeTransactionRole = t.keyof({ staff: null, system: null })
export type FeeTransactionRole = t.TypeOf<typeof FeeTransactionRole>
