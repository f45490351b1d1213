import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BranchId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import {
  branchDaysIn,
  circulationIn,
  erasedIn,
  feesLeviedIn,
  monthsOfTitle,
  publishedIn,
} from '../../../../../projections/statistics/queries'
import { listOf } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'
import { answered } from '../../route/call'
import { read } from '../../route/define'
import type { Role } from '../../tokens/caller'
import { TitlePath } from '../titles/get-title'

const readers: ReadonlyArray<Role> = ['staff', 'auditor', 'administrator']
const counts = { loans: count, undone: count, returns: count, bills: count }
const MonthPath = shape('MonthPath', { month: Month })

const MonthView = shape('MonthStatistics', {
  month: Month,
  circulation: shape('CirculationCounts', counts),
  feesLevied: shape('FeesLevied', { lateness: count, compensation: count }),
  published: listOf(shape('PublishedCell', { by: t.string, value: t.string, loans: count })),
  erased: listOf(shape('ScopesErased', { class: t.string, scopes: count })),
})

export const getMonth = read({
  path: '/statistics/months/:month',
  name: 'readMonthStatistics',
  about: 'What happened in a month, without persons: circulation, fees, published cells, and what was forgotten',
  area: 'Statistics',
  roles: readers,
  params: MonthPath,
  answer: MonthView,
  handle: ({ params: { month }, system: { rows } }) =>
    TE.right(
      answered({
        month,
        circulation: circulationIn(month)(rows),
        feesLevied: {
          lateness: feesLeviedIn(month, 'lateness')(rows),
          compensation: feesLeviedIn(month, 'compensation')(rows),
        },
        published: publishedIn(month)(rows),
        erased: erasedIn(month)(rows),
      }),
    ),
})

export const getBranches = read({
  path: '/statistics/months/:month/branches',
  name: 'readBranchStatistics',
  about: 'The days of a month by branch',
  area: 'Statistics',
  roles: readers,
  params: MonthPath,
  answer: shape('BranchStatistics', {
    days: listOf(shape('BranchDay', { day: Day, branch: BranchId, ...counts })),
  }),
  handle: ({ params: { month }, system: { rows } }) => TE.right(answered({ days: branchDaysIn(month)(rows) })),
})

export const getTitleMonths = read({
  path: '/statistics/titles/:title',
  name: 'readTitleStatistics',
  about: 'What happened to a title, month by month',
  area: 'Statistics',
  roles: readers,
  params: TitlePath,
  answer: shape('TitleStatistics', { months: listOf(shape('TitleMonth', { month: Month, ...counts })) }),
  handle: ({ params: { title }, system: { rows } }) => TE.right(answered({ months: monthsOfTitle(title)(rows) })),
})
