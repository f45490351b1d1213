import * as t from 'io-ts'
import { MessageLanguage } from '../../../../../domain/borrower/message-language'
import { Day } from '../../../../../domain/values/day'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'

const Cell = nullableCodec(t.union([t.string, t.number]))
const CellKind = t.keyof({ text: null, number: null, day: null, month: null, dayOrMonth: null, code: null })

const Column = objectCodec('ReportColumn', { id: t.string, heading: t.string, kind: CellKind })

const Table = objectCodec('ReportTable', {
  id: t.string,
  caption: t.string,
  columns: listCodec(Column),
  rows: listCodec(listCodec(Cell)),
  empty: t.string,
})

const Figure = objectCodec('ReportFigure', { id: t.string, name: t.string, value: Cell, kind: CellKind })

const Check = objectCodec('ReportCheck', {
  how: t.string,
  command: nullableCodec(t.string),
  isWithoutSystem: t.boolean,
})

const Point = objectCodec('ReportPoint', {
  id: t.string,
  title: t.string,
  verdict: t.keyof({ inOrder: null, notInOrder: null, toNote: null, notRecorded: null }),
  answer: t.string,
  figures: listCodec(Figure),
  foundBy: t.string,
  checkBy: listCodec(Check),
  tables: listCodec(Table),
})

const Series = objectCodec('ReportSeries', { id: t.string, name: t.string, values: listCodec(t.number) })

const Chart = objectCodec('ReportChart', {
  id: t.string,
  title: t.string,
  summary: t.string,
  layout: t.keyof({ rows: null, columns: null }),
  category: objectCodec('ReportCategory', { heading: t.string, kind: CellKind }),
  categories: listCodec(t.string),
  series: listCodec(Series),
})

const Section = objectCodec('ReportSection', {
  id: t.string,
  title: t.string,
  paragraphs: listCodec(t.string),
  points: listCodec(Point),
  charts: listCodec(Chart),
  tables: listCodec(Table),
})

/** The report for a data protection officer. It names no person, so nothing of it is withheld. */
export const ReportAnswer = objectCodec('Report', {
  format: t.literal('glemsom report for a data protection officer 1'),
  language: MessageLanguage,
  title: t.string,
  madeOn: Day,
  sections: listCodec(Section),
})
