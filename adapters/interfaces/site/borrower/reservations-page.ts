import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { requireCallingBorrower } from '../../http/access/require-calling-borrower'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import { cancelReservationRoute } from '../../http/resources/reservations/cancel-reservation-route'
import { changeReservationRoute } from '../../http/resources/reservations/change-reservation-route'
import { reserveParallelTitlesRoute } from '../../http/resources/reservations/reserve-parallel-titles-route'
import { reserveTitleRoute } from '../../http/resources/reservations/reserve-title-route'
import { readTitleRoute } from '../../http/resources/titles/read-title-route'
import type { TitleToReserve } from '../../pages/reservations/reservations'
import { reservationsTexts } from '../../pages/reservations/reservations-texts'
import { ReservationsView } from '../../pages/reservations/reservations-view'
import { defineSitePage } from '../page/define-site-page'
import { filledFields, linesOf } from '../page/filled-fields'
import type { FormRequest, PageRequest } from '../page/site-page'
import { readBranches } from '../page/read-branches'
import { runForOwnBorrower } from './run-for-own-borrower'

const path = '/mit/reserveringer'
const whereAndUntilWhen = ['pickUpBranch', 'interestUntil']

/** The title that the borrower came to reserve, as the address says. */
const readTitleToReserve = ({
  query: { titel: title = '', bind: volume = '' },
  run,
}: PageRequest): TE.TaskEither<HttpFailure, TitleToReserve | undefined> =>
  title === ''
    ? TE.right(undefined)
    : pipe(
        run(readTitleRoute, { params: { title } }),
        TE.map(({ body: { name } }): TitleToReserve => ({ title, name, volume })),
        TE.orElse(() => TE.right<HttpFailure, TitleToReserve>({ title, name: undefined, volume })),
      )

const reservationOf = ({ fields }: FormRequest) => ({ title: fields['title'], reservation: fields['of'] })

/** The reservations of a borrower: made, changed and cancelled here. */
export const reservationsPage = defineSitePage({
  path,
  title: reservationsTexts.title,
  roles: ['borrower'],
  read: (request) =>
    pipe(
      TE.Do,
      TE.bind('mine', () => request.run(readCallingBorrowerRoute)),
      TE.bind('branches', () => readBranches(request)),
      TE.bind('toReserve', () => readTitleToReserve(request)),
      TE.map(({ mine: { body: mine }, branches, toReserve }) => {
        const { policy, commandHandling } = request.library.useCaseDependencies
        const { interestDays, parallelAtMost } = policy(commandHandling.clock.today()).reservations
        const { reservations, record, balance } = mine
        const blocks = mine.blocks.map(({ reason }) => reason)
        return {
          ...{ reservations, branches, toReserve, blocks, owesTooMuch: balance.blockedSince !== null },
          ...{ homeBranch: record.homeBranch, interestDays, parallelAtMost },
        }
      }),
    ),
  view: ReservationsView,
  forms: {
    reserve: ({ run, caller, fields, idempotencyKey }) =>
      pipe(
        TE.fromEither(requireCallingBorrower(caller)),
        TE.flatMap((borrower) => {
          const body = { borrower, ...filledFields(fields, ['volume', ...whereAndUntilWhen]) }
          return run(reserveTitleRoute, { params: { title: fields['title']?.trim() }, body, idempotencyKey })
        }),
        TE.map(() => ({ to: path, done: 'reserved' })),
      ),
    reserveInParallel: (request) =>
      pipe(
        runForOwnBorrower(request)(reserveParallelTitlesRoute, {
          body: { titles: linesOf(request.fields, 'titles'), ...filledFields(request.fields, whereAndUntilWhen) },
        }),
        TE.map(() => ({ to: path, done: 'reservedInParallel' })),
      ),
    change: (request) =>
      pipe(
        request.run(changeReservationRoute, {
          params: reservationOf(request),
          body: filledFields(request.fields, whereAndUntilWhen),
          idempotencyKey: request.idempotencyKey,
        }),
        TE.map(() => ({ to: path, done: 'changed' })),
      ),
    cancel: (request) =>
      pipe(
        request.run(cancelReservationRoute, {
          params: reservationOf(request),
          idempotencyKey: request.idempotencyKey,
        }),
        TE.map(() => ({ to: path, done: 'cancelled' })),
      ),
  },
  doneTexts: {
    reserved: reservationsTexts.reserved,
    reservedInParallel: reservationsTexts.reservedInParallel,
    changed: reservationsTexts.changed,
    cancelled: reservationsTexts.cancelled,
  },
})
