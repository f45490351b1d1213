import * as t from 'io-ts'
import { OpenedData, OpenerRole } from '../../../../../domain/access/opening'
import { Day } from '../../../../../domain/values/day'
import { AccessId, BorrowerId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const accessValue = personalValueCodec('access')
const viewValue = personalValueCodec('view')

const LookOnDay = objectCodec('LookOnDay', {
  day: accessValue(Day),
  openedBy: accessValue(OpenerRole),
  reason: accessValue(t.string),
  opened: accessValue(OpenedData),
  forgottenOn: accessValue(nullableCodec(Day)),
})

const LookInMonth = objectCodec('LookInMonth', {
  month: viewValue(Month),
  openedBy: viewValue(OpenerRole),
  reason: viewValue(t.string),
  opened: viewValue(OpenedData),
  forgottenOn: viewValue(nullableCodec(Day)),
})

/** Who has looked at a borrower, in the export. */
export const heldAccessCodecs = {
  accesses: objectCodec('HeldAccesses', {
    lookedAtOnDays: listCodec(LookOnDay),
    lookedAtInMonths: listCodec(LookInMonth),
  }),
}

/** An opening of a record of a borrower, with the staff number of whoever opened it. */
export const AccessAnswer = objectCodec('Access', {
  access: AccessId,
  borrower: accessValue(BorrowerId),
  day: accessValue(Day),
  openedBy: accessValue(OpenerRole),
  reason: accessValue(t.string),
  opened: accessValue(OpenedData),
  staffNumber: accessValue(nullableCodec(t.string)),
  approvedBy: accessValue(nullableCodec(t.string)),
})
