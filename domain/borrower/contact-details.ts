import * as t from 'io-ts'
import { nullable, exactRecord } from '../event/exact-record'

/** How the library reaches a borrower. Text messages go to `mobileForNotices`. */
export const ContactDetails = exactRecord('Contact', {
  careOf: nullable(t.string),
  address: nullable(t.string),
  phones: t.readonlyArray(t.string),
  mobileForNotices: nullable(t.string),
  email: nullable(t.string),
})
export type ContactDetails = t.TypeOf<typeof ContactDetails>
