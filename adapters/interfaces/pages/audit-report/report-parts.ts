import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { ReportLanguage } from './report-language'
import type {
  ReportCell,
  ReportCellKind,
  ReportCheck,
  ReportColumn,
  ReportFigure,
  ReportPoint,
  ReportSection,
  ReportTable,
} from './report-document'

/** A section with what it has; what is not given is empty. */
export const reportSection = ({
  paragraphs = [],
  points = [],
  charts = [],
  tables = [],
  ...section
}: Pick<ReportSection, 'id' | 'title'> & Partial<ReportSection>): ReportSection => ({
  ...{ ...section, paragraphs, points, charts, tables },
})

/** A point with what it has; what is not given is empty. */
export const reportPoint = ({
  figures = [],
  checkBy = [],
  tables = [],
  ...point
}: Pick<ReportPoint, 'id' | 'title' | 'verdict' | 'answer' | 'foundBy'> & Partial<ReportPoint>): ReportPoint => ({
  ...{ ...point, figures, checkBy, tables },
})

/** Makes figures, columns, tables and checks in a language. */
export const reportParts = ({ say }: ReportLanguage) => ({
  figure: (
    id: string,
    name: TextInBothLanguages,
    value: ReportCell,
    kind: ReportCellKind = 'number',
  ): ReportFigure => ({
    ...{ id, name: say(name), value, kind },
  }),
  column: (id: string, kind: ReportCellKind, heading: TextInBothLanguages): ReportColumn => ({
    ...{ id, heading: say(heading), kind },
  }),
  table: (
    id: string,
    caption: TextInBothLanguages,
    columns: ReportTable['columns'],
    rows: ReportTable['rows'],
    empty: TextInBothLanguages = { da: 'Der er ingen.', en: 'There is none.' },
  ): ReportTable => ({ id, caption: say(caption), columns, rows, empty: say(empty) }),
  /** Who uses a command or a page of the system believes the system; every other check does without it. */
  check: (
    how: TextInBothLanguages,
    command: string | null = null,
    isWithoutSystem = !/^(glemsom |\/revision|\/health)/.test(command ?? ''),
  ): ReportCheck => ({ how: say(how), command, isWithoutSystem }),
})
