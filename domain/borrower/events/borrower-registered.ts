import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CardId, ContactId, MunicipalityCode } from '../../values/ids'
import { Month } from '../../values/month'
import { BorrowerGroup } from '../../policy/borrower-group'
import { ContactDetails } from '../contact-details'
import { MessageLanguage } from '../message-language'

/** A borrower was registered. Each part is erased at its own time. */
export const BorrowerRegistered = defineEvent('BorrowerRegistered', 1, {
  open: { borrower: BorrowerId, contact: ContactId, card: CardId, registeredIn: Month },
  sealed: {
    borrower: {
      number: t.string,
      cpr: nullable(t.string),
      name: t.string,
      birthDate: nullable(Day),
      group: BorrowerGroup,
      municipality: nullable(MunicipalityCode),
      homeBranch: BranchId,
      language: MessageLanguage,
    },
    contact: { details: ContactDetails },
    card: { number: t.string, pin: nullable(t.string) },
  },
})
export type BorrowerRegistered = EventOf<typeof BorrowerRegistered>
