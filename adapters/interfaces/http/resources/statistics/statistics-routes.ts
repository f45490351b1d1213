import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BranchId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import {
  statisticsOfMonthByDayAndBranch,
  circulationCountsOfMonth,
  countScopesErasedInMonth,
  countFeesLeviedIn,
  monthlyCountsOfTitle,
} from '../../../../../projections/statistics/statistics-queries'
import { publishedCellsIn } from '../../../../../projections/statistics/published-table-queries'
import type { BranchDayRow, TitleMonthRow } from '../../../../../projections/statistics/statistics-tables'
import { titleStatus } from '../../../../../projections/copies/copy-queries'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import type { CallerRole } from '../../tokens/caller'
import { TitlePathParameters } from '../titles/read-title-route'

const statisticsRoles: ReadonlyArray<CallerRole> = ['staff', 'auditor', 'administrator']
const circulationCounts = { loans: CountCodec, undone: CountCodec, returns: CountCodec, bills: CountCodec }
const MonthParameters = objectCodec('MonthPath', { month: Month })

const MonthStatisticsAnswer = objectCodec('MonthStatistics', {
  month: Month,
  circulation: objectCodec('CirculationCounts', circulationCounts),
  feesLevied: objectCodec('FeesLevied', { lateness: CountCodec, compensation: CountCodec }),
  published: listCodec(objectCodec('PublishedCell', { by: t.string, value: t.string, loans: CountCodec })),
  erased: listCodec(objectCodec('ScopesErased', { class: t.string, scopes: CountCodec })),
})

export const readMonthStatisticsRoute = defineReadRoute({
  path: '/statistics/months/:month',
  name: 'readMonthStatistics',
  summary: 'Read the statistics of a month, without persons: circulation, fees, published cells, and what was erased',
  tag: 'Statistics',
  roles: statisticsRoles,
  params: MonthParameters,
  answer: MonthStatisticsAnswer,
  handle: ({ params: { month }, library: { rows } }) =>
    TE.right(
      answerWithBody({
        month,
        circulation: circulationCountsOfMonth(month)(rows),
        feesLevied: {
          lateness: countFeesLeviedIn(month, 'lateness')(rows),
          compensation: countFeesLeviedIn(month, 'compensation')(rows),
        },
        published: publishedCellsIn(month)(rows),
        erased: countScopesErasedInMonth(month)(rows),
      }),
    ),
})

const pageOfDays = pageOfSortedList(({ day, branch }: BranchDayRow) => `${day} ${branch}`)

export const readBranchStatisticsRoute = defineReadRoute({
  path: '/statistics/months/:month/branches',
  name: 'readBranchStatistics',
  summary: 'Read the statistics of each day of a month by branch',
  tag: 'Statistics',
  roles: statisticsRoles,
  params: MonthParameters,
  query: PageQuery,
  answer: objectCodec('BranchStatistics', {
    days: listCodec(objectCodec('BranchDay', { day: Day, branch: BranchId, ...circulationCounts })),
    ...nextPageMember,
  }),
  handle: ({ params: { month }, query, library: { rows } }) => {
    const { entries: days, next } = pageOfDays(query)(statisticsOfMonthByDayAndBranch(month)(rows))
    return TE.right(answerWithBody({ days, next }))
  },
})

const pageOfMonths = pageOfSortedList(({ month }: TitleMonthRow) => month)

export const readTitleStatisticsRoute = defineReadRoute({
  path: '/statistics/titles/:title',
  name: 'readTitleStatistics',
  summary: 'Read the statistics of a title, month by month',
  tag: 'Statistics',
  roles: statisticsRoles,
  params: TitlePathParameters,
  query: PageQuery,
  answer: objectCodec('TitleStatistics', {
    months: listCodec(objectCodec('TitleMonth', { month: Month, ...circulationCounts })),
    ...nextPageMember,
  }),
  handle: ({ params: { title }, query, library: { rows } }) => {
    if (titleStatus(title)(rows) === undefined) return TE.left(httpRequestFailure('TitleIsUnknown'))
    const { entries: months, next } = pageOfMonths(query)(monthlyCountsOfTitle(title)(rows))
    return TE.right(answerWithBody({ months, next }))
  },
})
