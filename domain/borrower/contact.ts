import * as t from 'io-ts'
import { nullable, record } from '../event/record'

/** How a borrower can be reached. The mobile marked for notices gets text messages. */
export const Contact = record('Contact', {
  careOf: nullable(t.string),
  address: nullable(t.string),
  phones: t.readonlyArray(t.string),
  mobileForNotices: nullable(t.string),
  email: nullable(t.string),
})
export type Contact = t.TypeOf<typeof Contact>
