import * as t from 'io-ts'
import { HeldClass } from '../../../../../domain/hold/holdable-class'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, HoldId, ScopeId } from '../../../../../domain/values/ids'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { nextPageMember } from '../../route/paging'

const holdValue = personalValueCodec('hold')

/** Why a hold is set, prolonged or released. */
export const LegalHoldReason = freeTextCodec(500)

export const LegalHoldPathParameters = objectCodec('HoldPath', { hold: HoldId })

/** A legal hold. Auditors see until when it stands, and not which record is held or why. */
export const LegalHoldAnswer = objectCodec('LegalHold', {
  hold: HoldId,
  lastDay: Day,
  setOn: Day,
  releasedOn: nullableCodec(Day),
  isStanding: t.boolean,
  scope: holdValue(ScopeId),
  class: holdValue(HeldClass),
  borrower: holdValue(BorrowerId),
  setBy: holdValue(t.string),
  why: holdValue(t.string),
  caseNumber: holdValue(t.string),
  basisForBorrower: holdValue(nullableCodec(t.string)),
  reasonForBorrower: holdValue(nullableCodec(t.string)),
})

export const LegalHoldsAnswer = objectCodec('LegalHolds', { holds: listCodec(LegalHoldAnswer), ...nextPageMember })
