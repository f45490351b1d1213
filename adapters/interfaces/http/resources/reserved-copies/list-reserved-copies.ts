import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../../../../domain/values/ids'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import type { ReservedCopyRow } from '../../../../../projections/queue/queue-tables'
import { copiesOnPickUpShelf, copiesSetAsideAt } from '../../../../../projections/queue/reserved-copy-queries'
import { staffAndAuditors } from '../../access/roles'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { personalValue } from '../../codecs/personal-value'
import { objectCodec } from '../../codecs/object-codec'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import type { Route } from '../../route/route'

const setAsideValue = personalValue('setAside')

const ReservedCopyAnswer = objectCodec('ReservedCopy', {
  setAside: setAsideValue(SetAsideId),
  copy: CopyId,
  title: TitleId,
  branch: BranchId,
  borrower: setAsideValue(BorrowerId),
  reservation: setAsideValue(ReservationId),
  pickUpBranch: setAsideValue(BranchId),
  pickUpNumber: setAsideValue(nullableCodec(t.string)),
  pickUpBy: setAsideValue(nullableCodec(Day)),
})

const ReservedCopiesAnswer = objectCodec('ReservedCopies', { copies: listCodec(ReservedCopyAnswer) })
const BranchParameters = objectCodec('BranchPath', { branch: BranchId })

interface ReservedCopiesListRoute {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly list: (branch: BranchId) => (rows: ReadModelRows) => ReadonlyArray<ReservedCopyRow>
}

const defineReservedCopiesListRoute = ({ list, ...rest }: ReservedCopiesListRoute): Route =>
  defineReadRoute({
    ...rest,
    tag: 'Reservations',
    roles: staffAndAuditors,
    params: BranchParameters,
    answer: ReservedCopiesAnswer,
    handle: ({ params: { branch }, library: { rows } }) => TE.right(answerWithBody({ copies: list(branch)(rows) })),
  })

export const readPickUpShelfRoute = defineReservedCopiesListRoute({
  path: '/pick-up-shelf/:branch',
  name: 'readPickUpShelf',
  summary: 'List the copies on the pick-up shelf (afhentningshylde) of a branch, by pick-up number',
  list: copiesOnPickUpShelf,
})

export const readSetAsideCopiesRoute = defineReservedCopiesListRoute({
  path: '/set-aside/:branch',
  name: 'readSetAsideCopies',
  summary: 'List the copies at a branch that are set aside and wait to be sent or shelved',
  list: copiesSetAsideAt,
})
