import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BranchId } from '../../../../../domain/values/ids'
import { deskAndOwn } from '../../access/roles'
import { shape } from '../../codecs/shape'
import { command } from '../../route/define'
import { changeWith } from './change'
import { findReservation } from './find-reservation'
import { ReservationChanged, ReservationPath } from './views'

export const changeReservation = command({
  method: 'patch',
  path: '/titles/:title/reservations/:reservation',
  name: 'changeReservation',
  about: 'Choose another pick-up branch (afhentningssted) or another last day of interest',
  area: 'Reservations',
  roles: deskAndOwn,
  params: ReservationPath,
  body: shape('ReservationChange', {}, { pickUpBranch: BranchId, interestUntil: Day }),
  ifMatch: 'may',
  answer: ReservationChanged,
  handle: (call) =>
    pipe(
      findReservation(call),
      TE.chain(({ pickUpBranch, interestUntil }) =>
        changeWith(call)({
          type: 'ChangeReservation',
          ...call.params,
          pickUpBranch: call.body.pickUpBranch ?? pickUpBranch,
          interestUntil: call.body.interestUntil ?? interestUntil,
          at: call.system.library.desk.clock.now(),
        }),
      ),
    ),
})
