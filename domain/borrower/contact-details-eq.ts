import { eq as Eq, readonlyArray as RA, string } from 'fp-ts'
import type { Eq as Equals } from 'fp-ts/Eq'
import { nullableStringEq } from '../values/nullable-string-eq'
import type { ContactDetails } from './contact-details'

/** Whether contact details are the same. */
export const contactDetailsEq: Equals<ContactDetails> = Eq.struct({
  careOf: nullableStringEq,
  address: nullableStringEq,
  phones: RA.getEq(string.Eq),
  mobileForNotices: nullableStringEq,
  emails: RA.getEq(string.Eq),
  emailForNotices: nullableStringEq,
})
