import * as t from 'io-ts'
import { exactRecord } from '../event/exact-record'

/** What the borrower is told of a legal hold: on which legal basis the record is kept, and why. */
export const HoldExplanation = exactRecord('HoldExplanation', { basis: t.string, reason: t.string })
export type HoldExplanation = t.TypeOf<typeof HoldExplanation>
