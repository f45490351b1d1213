import * as t from 'io-ts'

/** Who decided a fee transaction: a member of staff, or the system by a rule. */
export const ActingRole = t.keyof({ staff: null, system: null })
export type ActingRole = t.TypeOf<typeof ActingRole>
