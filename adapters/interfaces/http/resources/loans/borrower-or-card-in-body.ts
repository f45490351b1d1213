import { BorrowerId } from '../../../../../domain/values/ids'
import { codecWithSchema } from '../../codecs/codec-with-schema'
import type { HttpFailure } from '../../problems/http-failure'

/** The borrower of a loan; null for a machine that was offline and knows the card alone. */
export const BorrowerOrNull = codecWithSchema(
  'BorrowerId',
  (u): u is BorrowerId | null => u === null || BorrowerId.is(u),
  { type: ['string', 'null'], format: 'uuid', pattern: BorrowerId.form.source, examples: [BorrowerId.example] },
)

/** A loan names its borrower in one way. */
export const borrowerNotInBody: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer: '/borrower',
      text: {
        da: 'skal være lånerens id; en automat, der var offline, sender borrower eller card',
        en: 'must be the id of the borrower; a machine that was offline sends either borrower or card',
      },
    },
  ],
}

/** A card without its PIN finds nobody, except for what a machine did while it could not ask. */
export const cardNeedsActedAtFailure: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'body',
      pointer: '/card',
      text: {
        da: 'kan kun sendes sammen med en actedAt, der ligger mere end et minut tilbage',
        en: 'can be sent only with an actedAt that is more than a minute ago',
      },
    },
  ],
}
