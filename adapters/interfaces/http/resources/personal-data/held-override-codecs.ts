import * as t from 'io-ts'
import { OverridableRefusal } from '../../../../../domain/policy/overridable-refusal'
import { Day } from '../../../../../domain/values/day'
import { CopyId, LoanId, ReservationId, TitleId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const loanValue = personalValueCodec('loan')
const reservationValue = personalValueCodec('reservation')

const HeldLoanOverride = objectCodec('HeldLoanOverride', {
  loan: loanValue(LoanId),
  copy: loanValue(CopyId),
  act: loanValue(t.keyof({ loan: null, renewal: null })),
  overriddenAt: loanValue(Instant),
  refusals: loanValue(listCodec(OverridableRefusal)),
  reason: loanValue(t.string),
  forgottenOn: loanValue(nullableCodec(Day)),
})

const HeldReservationOverride = objectCodec('HeldReservationOverride', {
  reservation: reservationValue(ReservationId),
  title: reservationValue(TitleId),
  name: reservationValue(nullableCodec(t.string)),
  overriddenAt: reservationValue(Instant),
  refusals: reservationValue(listCodec(OverridableRefusal)),
  reason: reservationValue(t.string),
})

/** Refusals that staff have overridden, and why. */
export const heldOverrideCodecs = {
  overrides: objectCodec('HeldOverrides', {
    loanOverrides: listCodec(HeldLoanOverride),
    reservationOverrides: listCodec(HeldReservationOverride),
  }),
}
