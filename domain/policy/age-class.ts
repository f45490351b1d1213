import * as t from 'io-ts'

/** The fee table's two columns, by age at lending; an unknown birth date counts as child. */
export const AgeClass = t.keyof({ adult: null, child: null })
export type AgeClass = t.TypeOf<typeof AgeClass>
