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
import { legalHolds } from './held-hold-codecs'

const identityValue = personalValueCodec('identity')
const absenceValue = personalValueCodec('absence')
const contactValue = personalValueCodec('contact')
const preferenceValue = personalValueCodec('preference')
const blockValue = personalValueCodec('block')
const noteValue = personalValueCodec('note')
const borrowerValue = personalValueCodec('borrower')

const recorded = { recordedIn: nullableCodec(Month) }

const HeldCard = objectCodec(
  'HeldCard',
  { card: CardId, number: personalValueCodec('card')(t.string), ...recorded },
  legalHolds,
)
const HeldBlock = objectCodec(
  'HeldBlock',
  { block: BlockId, reason: blockValue(BlockReason), since: blockValue(Day) },
  legalHolds,
)
const HeldBlockNote = objectCodec(
  'HeldBlockNote',
  { block: BlockId, note: blockValue(nullableCodec(t.string)) },
  legalHolds,
)

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
  borrowerNumber: objectCodec(
    'HeldBorrowerNumber',
    {
      number: borrowerValue(t.string),
      registeredIn: Month,
      lastSeen: nullableCodec(HalfYear),
      announcedIn: nullableCodec(Month),
      ending: nullableCodec(t.keyof({ requested: null, lapsed: null })),
      forgottenIfUnusedOn: nullableCodec(Day),
    },
    legalHolds,
  ),
  cprNumber: objectCodec('HeldCprNumber', { cpr: identityValue(t.string), ...recorded }, legalHolds),
  name: objectCodec('HeldName', { name: identityValue(t.string), ...recorded }, legalHolds),
  birthDate: objectCodec('HeldBirthDate', { birthDate: identityValue(Day), ...recorded }, legalHolds),
  borrowerGroup: objectCodec('HeldBorrowerGroup', { group: identityValue(BorrowerGroup), ...recorded }, legalHolds),
  municipality: objectCodec(
    'HeldMunicipality',
    { municipality: identityValue(MunicipalityCode), ...recorded },
    legalHolds,
  ),
  nameAndAddressProtection: objectCodec(
    'HeldNameAndAddressProtection',
    {
      isNameAndAddressProtected: identityValue(t.boolean),
      ...recorded,
    },
    legalHolds,
  ),
  identityCorrections: objectCodec(
    'HeldIdentityCorrection',
    { reason: identityValue(t.string), ...recorded },
    legalHolds,
  ),
}

/** How the library reaches the borrower, and what the borrower chose. */
export const heldContactCodecs = {
  absencePeriod: objectCodec(
    'HeldAbsencePeriod',
    {
      from: absenceValue(Day),
      until: absenceValue(nullableCodec(Day)),
      forgottenOn: nullableCodec(Day),
      ...recorded,
    },
    legalHolds,
  ),
  careOf: objectCodec(
    'HeldAddress',
    {
      careOf: contactValue(nullableCodec(t.string)),
      address: contactValue(nullableCodec(t.string)),
      ...recorded,
    },
    legalHolds,
  ),
  phones: objectCodec(
    'HeldPhones',
    {
      phones: contactValue(listCodec(t.string)),
      mobileForNotices: contactValue(nullableCodec(t.string)),
      ...recorded,
    },
    legalHolds,
  ),
  email: objectCodec(
    'HeldEmails',
    {
      emails: contactValue(listCodec(t.string)),
      emailForNotices: contactValue(nullableCodec(t.string)),
      verifiedEmails: contactValue(listCodec(t.string)),
      ...recorded,
    },
    legalHolds,
  ),
  homeBranch: objectCodec('HeldHomeBranch', { homeBranch: preferenceValue(BranchId), ...recorded }, legalHolds),
  language: objectCodec('HeldLanguage', { language: preferenceValue(MessageLanguage), ...recorded }, legalHolds),
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
