import * as t from 'io-ts'

/** The two columns of the fee table, by age at lending. An unknown birth date counts as child. */
export const AgeClass = t.keyof({ adult: null, child: null })
export type AgeClass = t.TypeOf<typeof AgeClass>
