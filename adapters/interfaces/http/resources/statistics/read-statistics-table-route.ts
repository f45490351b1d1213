import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { StatisticsDimension, CountedKind } from '../../../../../domain/calendar/statistics/statistics-tables'
import { addMonths, Month } from '../../../../../domain/values/month'
import { findNamedTable, namesOfTables } from '../../../../../projections/statistics/named-tables'
import { publishedTableOf } from '../../../../../projections/statistics/published-table-queries'
import { recordsOfPublishedTables } from '../../../../../projections/statistics/records-of-published-tables'
import { csvText } from '../../../../system/csv/csv-text'
import { codecWithSchema } from '../../codecs/codec-with-schema'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { TranslatedText } from '../../problems/http-problem-text'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'

/** The most months that one answer has. */
const monthsAtMost = 120

const TableNameCodec = codecWithSchema(
  'TableName',
  (u): u is string => typeof u === 'string' && findNamedTable(u) !== undefined,
  { type: 'string', enum: namesOfTables, examples: namesOfTables.slice(0, 1) },
  () => ({
    da: `skal være navnet på en tabel, såsom ${namesOfTables.slice(0, 1).join()}: /openapi.json nævner dem`,
    en: `must be the name of a table, such as ${namesOfTables.slice(0, 1).join()}: /openapi.json names them`,
  }),
)

const StatisticsTableAnswer = objectCodec('StatisticsTable', {
  table: TableNameCodec,
  counted: CountedKind,
  by: StatisticsDimension,
  isMerged: t.boolean,
  months: listCodec(
    objectCodec('MonthOfTable', {
      month: Month,
      cells: listCodec(objectCodec('CellOfTable', { value: t.string, count: CountCodec })),
    }),
  ),
})

const refuseMonths = (pointer: '/from' | '/until', text: TranslatedText): HttpFailure => ({
  _tag: 'RequestIsInvalid',
  errors: [{ in: 'query', pointer, text }],
})

/** What is wrong with the months that are asked for; undefined when nothing is. */
const findMonthsFailure = (from: Month, until: Month): HttpFailure | undefined => {
  if (until < from)
    return refuseMonths('/until', { da: 'skal være from eller senere', en: 'must be the month of from or later' })
  return until < addMonths(monthsAtMost)(from)
    ? undefined
    : refuseMonths('/from', {
        da: `skal være så sent, at der er højst ${String(monthsAtMost)} måneder`,
        en: `must be so late that there are at most ${String(monthsAtMost)} months`,
      })
}

export const readStatisticsTableRoute = defineReadRoute({
  path: '/statistics/tables/:table',
  name: 'readStatisticsTable',
  summary:
    'Read a table of the statistics, without persons, for the closed months from one to another, as JSON or CSV. Cells of few borrowers are merged under `other`, unless the log tells them openly',
  tag: 'Statistics',
  roles: ['staff', 'auditor', 'administrator'],
  params: objectCodec('TablePath', { table: TableNameCodec }),
  query: objectCodec('MonthsQuery', { from: Month, until: Month }),
  answer: StatisticsTableAnswer,
  textRepresentations: [
    {
      mediaType: 'text/csv',
      description:
        'A line for each cell: month, value and count, separated by semicolons, which a Danish spreadsheet reads. The first line has the headings',
      write: ({ months }) => csvText(recordsOfPublishedTables(months)),
    },
  ],
  handle: ({ params: { table }, query: { from, until }, library: { rows } }) => {
    const named = findNamedTable(table)
    if (named === undefined) return TE.left(httpRequestFailure('AddressIsUnknown'))
    const failure = findMonthsFailure(from, until)
    if (failure !== undefined) return TE.left(failure)
    const { of: counted, by, isOpen } = named
    const months = publishedTableOf(counted, by)({ from, until })(rows)
    return TE.right(answerWithBody({ table, counted, by, isMerged: !isOpen, months }))
  },
})
