import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { BranchId, ReservationId, TitleId } from '../../../../../domain/values/ids'
import { Volume } from '../../../../../domain/values/volume'
import { Instant } from '../../../../../domain/values/instant'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'

const reservationValue = personalValueCodec('reservation')

export const ReservationStateCodec = t.keyof({ reserved: null, paused: null, inTransit: null, ready: null })

/** A reservation as its borrower sees it. */
export const ReservationAnswer = objectCodec(
  'Reservation',
  {
    reservation: reservationValue(ReservationId),
    title: reservationValue(TitleId),
    pickUpBranch: reservationValue(BranchId),
    interestUntil: reservationValue(Day),
    madeAt: reservationValue(Instant),
    state: reservationValue(ReservationStateCodec),
    parallelTo: reservationValue(listCodec(TitleId)),
    volume: reservationValue(nullableCodec(Volume)),
    pickUpNumber: reservationValue(nullableCodec(t.string)),
    pickUpBy: reservationValue(nullableCodec(Day)),
  },
  { name: reservationValue(t.string), queueNumber: reservationValue(CountCodec) },
)

export const ReservationPathParameters = objectCodec('ReservationPath', { title: TitleId, reservation: ReservationId })
export const ReservationChangedAnswer = objectCodec('ReservationChanged', {
  reservation: ReservationId,
  title: TitleId,
})
