import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { Day } from '../../../../domain/values/day'

/**
 * The report for a data protection officer, as it is written: one language, its figures as they were found. HTML, JSON and
 * text are made from it, so they say the same.
 */
export interface ReportDocument {
  readonly format: 'glemsom report for a data protection officer 1'
  readonly language: MessageLanguage
  readonly title: string
  /** The day of the report. */
  readonly madeOn: Day
  readonly sections: ReadonlyArray<ReportSection>
}

export interface ReportSection {
  readonly id: string
  readonly title: string
  readonly paragraphs: ReadonlyArray<string>
  readonly points: ReadonlyArray<ReportPoint>
  readonly charts: ReadonlyArray<ReportChart>
  readonly tables: ReadonlyArray<ReportTable>
}

/**
 * What the library says of a point. `notRecorded`: it knows nothing of it, and somebody must be asked. `toNote`: the library
 * cannot say whether it is right or wrong, and somebody must judge it.
 */
export type ReportVerdict = 'inOrder' | 'notInOrder' | 'toNote' | 'notRecorded'

/** A point that a data protection officer checks. */
export interface ReportPoint {
  readonly id: string
  readonly title: string
  readonly verdict: ReportVerdict
  /** The answer in a sentence or two, with its figures in words. */
  readonly answer: string
  readonly figures: ReadonlyArray<ReportFigure>
  /** How the figures were found. */
  readonly foundBy: string
  /** How to check it: without the system, and with its own commands and pages. */
  readonly checkBy: ReadonlyArray<ReportCheck>
  readonly tables: ReadonlyArray<ReportTable>
}

/** A figure with its name, as it is counted. */
export interface ReportFigure {
  readonly id: string
  readonly name: string
  readonly value: ReportCell
  readonly kind: ReportCellKind
}

/** A way to check: what it shows, and the command, address or file; null when somebody is asked. */
export interface ReportCheck {
  readonly how: string
  readonly command: string | null
  /** Whether nothing of the system need be believed for it. */
  readonly isWithoutSystem: boolean
}

/** Null where there is none. */
export type ReportCell = string | number | null

/** `code`: a name or an id of the program, in no language. `day` and `month`: `YYYY-MM-DD` and `YYYY-MM`. */
export type ReportCellKind = 'text' | 'number' | 'day' | 'month' | 'dayOrMonth' | 'code'

export interface ReportColumn {
  readonly id: string
  readonly heading: string
  readonly kind: ReportCellKind
}

export interface ReportTable {
  readonly id: string
  readonly caption: string
  readonly columns: ReadonlyArray<ReportColumn>
  readonly rows: ReadonlyArray<ReadonlyArray<ReportCell>>
  /** What is said when there is no row. */
  readonly empty: string
}

/** A series of a chart: a value for each category. */
export interface ReportSeries {
  readonly id: string
  readonly name: string
  readonly values: ReadonlyArray<number>
}

/** A chart, whose figures are a table too. `rows`: categories below each other; `columns`: beside each other. */
export interface ReportChart {
  readonly id: string
  readonly title: string
  /** What it shows, in a sentence that says the most important figures. */
  readonly summary: string
  readonly layout: 'rows' | 'columns'
  readonly category: Omit<ReportColumn, 'id'>
  readonly categories: ReadonlyArray<string>
  readonly series: ReadonlyArray<ReportSeries>
}
