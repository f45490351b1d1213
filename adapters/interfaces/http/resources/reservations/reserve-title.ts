import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { reserve } from '../../../../../domain/use-cases/reserve'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { ownOnly } from '../../access/own'
import { deskMachinesAndOwn } from '../../access/roles'
import { shape } from '../../codecs/shape'
import { actedAt } from '../../edge/acted-at'
import type { Failure } from '../../problems/failure'
import { command } from '../../route/define'
import { TitlePath } from '../titles/get-title'
import { ReservationChanged } from './views'

const NewReservation = shape(
  'NewReservation',
  { borrower: BorrowerId },
  { pickUpBranch: BranchId, interestUntil: Day, actedAt: Instant },
)

export const reserveTitle = command({
  method: 'post',
  path: '/titles/:title/reservations',
  name: 'reserveTitle',
  about: 'Put a borrower at the end of the queue for a title (reservering)',
  area: 'Reservations',
  roles: deskMachinesAndOwn,
  params: TitlePath,
  body: NewReservation,
  status: 201,
  answer: ReservationChanged,
  handle: (call) => {
    const {
      params: { title },
      body: { borrower, pickUpBranch, interestUntil },
    } = call
    return pipe(
      TE.fromEither(ownOnly(call.caller)(borrower)),
      TE.chainEitherK(() => actedAt(call)(call.body.actedAt)),
      TE.chain((acted) =>
        pipe(
          reserve(call.system.library)({ ...acted, title, borrower, pickUpBranch, interestUntil }),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      TE.map(({ reservation }) => ({
        body: { reservation, title },
        location: `/titles/${title}/reservations/${reservation}`,
      })),
    )
  },
})
