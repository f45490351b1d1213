import { byMember } from './by-member'

/** What the members of the report for a data protection officer say: by schema and name. */
export const memberDescriptionsOfReport: Readonly<Record<string, string>> = {
  ...byMember('ReportPath', { language: 'The language of the report' }),
  ...byMember('Report', {
    format: 'The name of the format, with its version',
    language: 'The language of the report',
    title: 'The title of the report',
    madeOn: 'The day of the report',
    sections: 'The sections of the report',
  }),
  ...byMember('ReportSection', {
    ...{ id: 'The name of the section in programs', title: 'The title of the section' },
    ...{ paragraphs: 'What the section says', points: 'What is checked', charts: 'Its charts', tables: 'Its tables' },
  }),
  ...byMember('ReportPoint', {
    ...{ id: 'The name of the point in programs', title: 'What is checked' },
    verdict:
      'inOrder, notInOrder; toNote: somebody must judge it; notRecorded: the system does not record it, ask somebody',
    answer: 'What was found',
    figures: 'The figures of the answer',
    foundBy: 'How the figures were found',
    checkBy: 'How to check it',
    tables: 'Its tables',
  }),
  ...byMember('ReportFigure', {
    ...{ id: 'The name of the figure in programs', name: 'What is counted' },
    ...{ value: 'The figure; null where there is none', kind: 'How it is read' },
  }),
  ...byMember('ReportCheck', {
    how: 'What to do',
    command: 'The command, address or file; null when somebody is asked',
    isWithoutSystem: 'Whether nothing of the system need be believed for it',
  }),
  ...byMember('ReportTable', {
    ...{ id: 'The name of the table in programs', caption: 'The title of the table', columns: 'Its columns' },
    ...{ rows: 'Its rows: a cell for each column', empty: 'What is said when there is no row' },
  }),
  ...byMember('ReportColumn', {
    ...{ id: 'The name of the column in programs', heading: 'Its heading', kind: 'How its cells are read' },
  }),
  ...byMember('ReportChart', {
    ...{ id: 'The name of the chart in programs', title: 'Its title', summary: 'What it shows, in words' },
    layout: 'rows: the categories stand below each other; columns: beside each other',
    ...{ category: 'What the categories are', categories: 'The categories', series: 'The series' },
  }),
  ...byMember('ReportCategory', { heading: 'What the categories are', kind: 'How a category is read' }),
  ...byMember('ReportSeries', {
    ...{ id: 'The name of the series in programs', name: 'What is counted', values: 'A value for each category' },
  }),
}
