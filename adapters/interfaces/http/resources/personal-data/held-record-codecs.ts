import * as t from 'io-ts'
import { MessageLanguage } from '../../../../../domain/borrower/message-language'
import { BlockReason } from '../../../../../domain/policy/block-reason'
import { BorrowerGroup } from '../../../../../domain/policy/borrower-group'
import { Day } from '../../../../../domain/values/day'
import { BlockId, BranchId, CardId, MunicipalityCode } from '../../../../../domain/values/ids'
import { HalfYear, Month } from '../../../../../domain/values/month'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const identityValue = personalValueCodec('identity')
const absenceValue = personalValueCodec('absence')
const contactValue = personalValueCodec('contact')
const preferenceValue = personalValueCodec('preference')
const blockValue = personalValueCodec('block')
const noteValue = personalValueCodec('note')
const borrowerValue = personalValueCodec('borrower')

const recorded = { recordedIn: nullableCodec(Month) }

const HeldCard = objectCodec('HeldCard', { card: CardId, number: personalValueCodec('card')(t.string), ...recorded })
const HeldBlock = objectCodec('HeldBlock', { block: BlockId, reason: blockValue(BlockReason), since: blockValue(Day) })
const HeldBlockNote = objectCodec('HeldBlockNote', { block: BlockId, note: blockValue(nullableCodec(t.string)) })

export const HeldNotesRequest = objectCodec('HeldNotesRequest', {
  requestedOn: noteValue(Day),
  answerBy: Day,
  answeredOn: noteValue(nullableCodec(Day)),
  given: noteValue(nullableCodec(t.string)),
  withheldBecause: noteValue(nullableCodec(t.string)),
  forgottenOn: nullableCodec(Day),
})

/** Who the borrower is. */
export const heldIdentityCodecs = {
  borrowerNumber: objectCodec('HeldBorrowerNumber', {
    number: borrowerValue(t.string),
    registeredIn: Month,
    lastSeen: nullableCodec(HalfYear),
    announcedIn: nullableCodec(Month),
    ending: nullableCodec(t.keyof({ requested: null, lapsed: null })),
    forgottenIfUnusedOn: Day,
  }),
  cprNumber: objectCodec('HeldCprNumber', { cpr: identityValue(t.string), ...recorded }),
  name: objectCodec('HeldName', { name: identityValue(t.string), ...recorded }),
  birthDate: objectCodec('HeldBirthDate', { birthDate: identityValue(Day), ...recorded }),
  borrowerGroup: objectCodec('HeldBorrowerGroup', { group: identityValue(BorrowerGroup), ...recorded }),
  municipality: objectCodec('HeldMunicipality', { municipality: identityValue(MunicipalityCode), ...recorded }),
  nameAndAddressProtection: objectCodec('HeldNameAndAddressProtection', {
    isNameAndAddressProtected: identityValue(t.boolean),
    ...recorded,
  }),
  identityCorrections: objectCodec('HeldIdentityCorrection', { reason: identityValue(t.string), ...recorded }),
}

/** How the library reaches the borrower, and what the borrower chose. */
export const heldContactCodecs = {
  absencePeriod: objectCodec('HeldAbsencePeriod', {
    from: absenceValue(Day),
    until: absenceValue(nullableCodec(Day)),
    forgottenOn: nullableCodec(Day),
    ...recorded,
  }),
  careOf: objectCodec('HeldAddress', {
    careOf: contactValue(nullableCodec(t.string)),
    address: contactValue(nullableCodec(t.string)),
    ...recorded,
  }),
  phones: objectCodec('HeldPhones', {
    phones: contactValue(listCodec(t.string)),
    mobileForNotices: contactValue(nullableCodec(t.string)),
    ...recorded,
  }),
  email: objectCodec('HeldEmails', {
    emails: contactValue(listCodec(t.string)),
    emailForNotices: contactValue(nullableCodec(t.string)),
    verifiedEmails: contactValue(listCodec(t.string)),
    ...recorded,
  }),
  homeBranch: objectCodec('HeldHomeBranch', { homeBranch: preferenceValue(BranchId), ...recorded }),
  language: objectCodec('HeldLanguage', { language: preferenceValue(MessageLanguage), ...recorded }),
  cards: objectCodec('HeldCards', { cards: listCodec(HeldCard) }),
  pin: t.null,
}

/** The blocks of the borrower, and what staff noted. */
export const heldBlockAndNoteCodecs = {
  block: objectCodec('HeldBlocks', { blocks: listCodec(HeldBlock) }),
  internalNote: objectCodec('HeldInternalNotes', {
    internalNote: noteValue(nullableCodec(t.string)),
    blockNotes: listCodec(HeldBlockNote),
  }),
  notesRequest: objectCodec('HeldNotesRequests', { requests: listCodec(HeldNotesRequest) }),
  noteToBorrower: objectCodec('HeldNoteToBorrower', { noteToBorrower: noteValue(t.string) }),
}
