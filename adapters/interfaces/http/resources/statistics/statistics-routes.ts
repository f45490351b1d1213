import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BranchId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import {
  branchDaysIn,
  circulationCountsIn,
  scopesErasedIn,
  feesLeviedIn,
  monthsOfTitle,
  publishedCellsIn,
} from '../../../../../projections/statistics/statistics-queries'
import { titleStatus } from '../../../../../projections/copies/copy-queries'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { Count } from '../../codecs/whole-number'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import type { CallerRole } from '../../tokens/caller'
import { TitleParameters } from '../titles/read-title'

const statisticsRoles: ReadonlyArray<CallerRole> = ['staff', 'auditor', 'administrator']
const circulationCounts = { loans: Count, undone: Count, returns: Count, bills: Count }
const MonthParameters = objectCodec('MonthPath', { month: Month })

const MonthStatisticsAnswer = objectCodec('MonthStatistics', {
  month: Month,
  circulation: objectCodec('CirculationCounts', circulationCounts),
  feesLevied: objectCodec('FeesLevied', { lateness: Count, compensation: Count }),
  published: listCodec(objectCodec('PublishedCell', { by: t.string, value: t.string, loans: Count })),
  erased: listCodec(objectCodec('ScopesErased', { class: t.string, scopes: Count })),
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
        circulation: circulationCountsIn(month)(rows),
        feesLevied: {
          lateness: feesLeviedIn(month, 'lateness')(rows),
          compensation: feesLeviedIn(month, 'compensation')(rows),
        },
        published: publishedCellsIn(month)(rows),
        erased: scopesErasedIn(month)(rows),
      }),
    ),
})

export const readBranchStatisticsRoute = defineReadRoute({
  path: '/statistics/months/:month/branches',
  name: 'readBranchStatistics',
  summary: 'Read the statistics of each day of a month by branch',
  tag: 'Statistics',
  roles: statisticsRoles,
  params: MonthParameters,
  answer: objectCodec('BranchStatistics', {
    days: listCodec(objectCodec('BranchDay', { day: Day, branch: BranchId, ...circulationCounts })),
  }),
  handle: ({ params: { month }, library: { rows } }) => TE.right(answerWithBody({ days: branchDaysIn(month)(rows) })),
})

export const readTitleStatisticsRoute = defineReadRoute({
  path: '/statistics/titles/:title',
  name: 'readTitleStatistics',
  summary: 'Read the statistics of a title, month by month',
  tag: 'Statistics',
  roles: statisticsRoles,
  params: TitleParameters,
  answer: objectCodec('TitleStatistics', {
    months: listCodec(objectCodec('TitleMonth', { month: Month, ...circulationCounts })),
  }),
  handle: ({ params: { title }, library: { rows } }) =>
    titleStatus(title)(rows) === undefined
      ? TE.left(httpRequestFailure('TitleIsUnknown'))
      : TE.right(answerWithBody({ months: monthsOfTitle(title)(rows) })),
})
