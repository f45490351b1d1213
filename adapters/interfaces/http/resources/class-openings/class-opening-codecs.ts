import * as t from 'io-ts'
import { OpenableClass, OpenerRole } from '../../../../../domain/access/opening'
import {
  longestClassOpeningHours,
  type ClassOpening,
  type ClassOpener,
} from '../../../../../domain/access/class-opening'
import { brandedStringCodec } from '../../../../../domain/values/branded-string-codec'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { wholeNumberCodec } from '../../codecs/whole-number-codec'
import type { HttpCaller } from '../../tokens/caller'

const accessValue = personalValueCodec('access')
const Hours = wholeNumberCodec(1, longestClassOpeningHours)

const ClassOpeningId = brandedStringCodec(
  'ClassOpeningId',
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33',
)

export const ClassOpeningPath = objectCodec('ClassOpeningPath', { opening: ClassOpeningId })

export const NewClassOpening = objectCodec('NewClassOpening', {
  class: OpenableClass,
  reason: freeTextCodec(200),
  hours: Hours,
})

const classOpeningFields = {
  opening: t.string,
  class: OpenableClass,
  hours: Hours,
  isApproved: t.boolean,
  role: OpenerRole,
  reason: accessValue(t.string),
  staffNumber: accessValue(nullableCodec(t.string)),
}

/** Who asked and why is for administrators, who approve. */
export const ClassOpeningAnswer = objectCodec('ClassOpening', classOpeningFields)
/** The same, as the answer of a command. */
export const ChangedClassOpeningAnswer = objectCodec('ChangedClassOpening', classOpeningFields)

export const toClassOpeningAnswer =
  (opening: string) =>
  ({ class: name, hours, approvedBy, role, reason, subject }: ClassOpening) => ({
    ...{ opening, class: name, hours, isApproved: approvedBy !== null, role, reason, staffNumber: subject },
  })

/** The caller, as somebody who opens a class. The routes are for administrators and auditors alone. */
export const classOpenerOf = (caller: HttpCaller): ClassOpener => ({
  role: caller.role === 'auditor' ? 'auditor' : 'administrator',
  subject: caller.role === 'anyone' ? '' : caller.subject,
})
