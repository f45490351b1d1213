import * as t from 'io-ts'
import { HeldClass } from '../../../../../domain/hold/holdable-class'
import { Day } from '../../../../../domain/values/day'
import { BranchId, CameraId } from '../../../../../domain/values/ids'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const holdValue = personalValueCodec('hold')
const WhatYouCanDo = objectCodec('WhatYouCanDo', { da: t.string, en: t.string })

const members = {
  heldUntil: holdValue(Day),
  basis: holdValue(t.string),
  reason: holdValue(t.string),
  whatYouCanDo: WhatYouCanDo,
}

/** Why a record is kept beyond its day: absent where no hold stands of which the borrower is told. */
export const legalHolds = { legalHolds: listCodec(objectCodec('HoldOnRecord', members)) }

/** A record that a hold keeps. A recording of video surveillance is named by its branch, camera and day. */
const HeldLegalHold = objectCodec(
  'HeldLegalHold',
  { recordHeld: holdValue(HeldClass), ...members },
  { branch: holdValue(BranchId), camera: holdValue(CameraId), day: holdValue(Day) },
)

/** The legal holds of which the borrower is told. */
export const heldHoldCodecs = {
  explainedLegalHold: objectCodec('HeldLegalHolds', { holds: listCodec(HeldLegalHold) }),
}
