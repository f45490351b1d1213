import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { BranchId, ReservationId, TitleId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { nullable } from '../../codecs/nullable'
import { personal } from '../../codecs/personal'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'

const own = personal('reservation')

/** A reservation as its borrower sees it. */
export const ReservationView = shape(
  'Reservation',
  {
    reservation: own(ReservationId),
    title: own(TitleId),
    pickUpBranch: own(BranchId),
    interestUntil: own(Day),
    madeAt: own(Instant),
    pickUpNumber: own(nullable(t.string)),
    pickUpBy: own(nullable(Day)),
  },
  { name: own(t.string), queueNumber: own(count) },
)

export const ReservationPath = shape('ReservationPath', { title: TitleId, reservation: ReservationId })
export const ReservationChanged = shape('ReservationChanged', { reservation: ReservationId, title: TitleId })
