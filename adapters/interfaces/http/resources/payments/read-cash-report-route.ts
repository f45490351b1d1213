import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BranchId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { cashOfDay } from '../../../../../projections/fees/cash-report'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { emptyObjectCodec, objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { readCaughtUpRows } from '../read-caught-up-rows'

const CashOfKindAnswer = objectCodec('CashOfKind', {
  kind: t.keyof({ lateness: null, compensation: null, reimbursement: null }),
  count: CountCodec,
  amount: Ore,
})

const CashOfBranchAnswer = objectCodec('CashOfBranch', { branch: nullableCodec(BranchId), paidIn: Ore, paidOut: Ore })

/** A settled fee is forgotten after a while, and is in no report from then on. */
export const readCashReportRoute = defineReadRoute({
  path: '/cash-report',
  name: 'readCashReport',
  summary:
    'Read what was paid on a day (default: today) to the whole library, and what was paid out, by kind and by branch, and without persons. What is forgotten is not counted',
  tag: 'Fees',
  roles: staffRoleOnly,
  query: objectCodec('CashReportQuery', emptyObjectCodec.required, { day: Day }),
  answer: objectCodec('CashReport', {
    day: Day,
    kinds: listCodec(CashOfKindAnswer),
    branches: listCodec(CashOfBranchAnswer),
  }),
  handle: ({ query, library }) => {
    const day = query.day ?? library.useCaseDependencies.commandHandling.clock.today()
    return pipe(
      readCaughtUpRows(library),
      TE.map((rows) => answerWithBody({ day, ...cashOfDay(day)(rows) })),
    )
  },
})
