import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../../../../domain/values/ids'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import type { ReservedCopyRow } from '../../../../../projections/queue/queue-tables'
import { copiesOnPickUpShelf, copiesSetAsideAt } from '../../../../../projections/queue/reserved-copy-queries'
import { withEffectivePickUpDeadline } from '../../../../../projections/queue/with-effective-pick-up-deadline'
import { staffAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { objectCodec } from '../../codecs/object-codec'
import { deadlineToday } from '../deadline-today'
import { requireKnownBranch } from '../policy/require-known-branch'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import type { Route } from '../../route/route'

const setAsideValue = personalValueCodec('setAside')

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

const ReservedCopiesAnswer = objectCodec('ReservedCopies', { copies: listCodec(ReservedCopyAnswer), ...nextPageMember })
const BranchParameters = objectCodec('BranchPath', { branch: BranchId })

interface ReservedCopiesListRoute {
  readonly path: string
  readonly name: string
  readonly summary: string
  /** What the list is sorted by, followed by the id of the set-aside. */
  readonly sortedBy: (row: ReservedCopyRow) => string
  readonly list: (branch: BranchId) => (rows: ReadModelRows) => ReadonlyArray<ReservedCopyRow>
}

type ReservedCopiesAnswer = t.TypeOf<typeof ReservedCopiesAnswer>

const defineReservedCopiesListRoute = ({
  sortedBy,
  list,
  ...rest
}: ReservedCopiesListRoute): Route<ReservedCopiesAnswer> =>
  defineReadRoute({
    ...rest,
    tag: 'Reservations',
    roles: staffAndAuditors,
    params: BranchParameters,
    query: PageQuery,
    answer: ReservedCopiesAnswer,
    handle: ({ params: { branch }, query, library }) => {
      const keyOf = (row: ReservedCopyRow): string => `${sortedBy(row)} ${row.setAside}`
      return pipe(
        TE.fromEither(requireKnownBranch(library)(branch)),
        TE.map(() => {
          const { entries, next } = pageOfSortedList(keyOf)(query)(list(branch)(library.rows))
          const copies = entries.map(withEffectivePickUpDeadline(deadlineToday(library)))
          return answerWithBody({ copies, next })
        }),
      )
    },
  })

export const readPickUpShelfRoute = defineReservedCopiesListRoute({
  path: '/pick-up-shelf/:branch',
  name: 'readPickUpShelf',
  summary: 'List the copies on the pick-up shelf (afhentningshylde) of a branch, by pick-up number',
  sortedBy: ({ pickUpNumber }) => pickUpNumber ?? '',
  list: copiesOnPickUpShelf,
})

export const readSetAsideCopiesRoute = defineReservedCopiesListRoute({
  path: '/set-aside/:branch',
  name: 'readSetAsideCopies',
  summary: 'List the copies at a branch that are set aside and wait to be sent or shelved',
  sortedBy: () => '',
  list: copiesSetAsideAt,
})
