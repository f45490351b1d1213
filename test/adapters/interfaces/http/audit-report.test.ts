import { addDays, Day } from '../../../../domain/values/day'
import { renderReportFile } from '../../../../adapters/interfaces/pages/audit-report/render-report-file'
import type { ReportDocument, ReportTable } from '../../../../adapters/interfaces/pages/audit-report/report-document'
import { cellText, reportLanguage } from '../../../../adapters/interfaces/pages/audit-report/report-language'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { openingDay } from '../../../fixtures/running-library'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { administratorUser, auditorUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const languages = ['da', 'en'] as const

const read = async ({ send }: ServedLibrary, language: string): Promise<ReportDocument> => {
  const { status, body } = await send('GET', `/audit-report/${language}`, { as: auditorUser })
  expect(status).toBe(200)
  return body as ReportDocument
}

const personal = {
  name: 'Kanariefugl Unikoff',
  cpr: '610180-0001',
  card: '2987654321',
  address: 'Kanariestien 17',
  email: 'kanarie@example.org',
  reason: 'Kanariebegrundelsen',
  caseNumber: 'KANARIE-2026-1',
  recipient: 'Kanariemodtageren',
}

/** A borrower with everything personal who lends and returns, a legal hold, and 60 days: one loan is erased. */
const live = async (library: ServedLibrary): Promise<void> => {
  const { send } = library
  const contact = {
    careOf: null,
    address: personal.address,
    phones: [],
    mobileForNotices: null,
    emails: [personal.email],
    emailForNotices: null,
  }
  const { name, cpr, card } = personal
  const borrower = await registerBorrowerByHttp(library, { name, cpr, card, contact, birthDate: '1980-01-01' })
  expect(borrower).toBeDefined()
  const [returned, lent] = [await acquireCopyByHttp(library), await acquireCopyByHttp(library, { title: '52557241' })]
  await lendCopyByHttp(library, returned, borrower)
  const { loan } = (await lendCopyByHttp(library, lent, borrower)).body
  await send('POST', `/copies/${returned}/return`, { as: staffUser, body: { branch: testBranch } })
  const { reason: why, caseNumber } = personal
  await send('POST', '/holds', { as: administratorUser, body: { scope: loan, lastDay: '2026-06-30', why, caseNumber } })
  await send('POST', `/borrowers/${borrower}/openings`, { as: staffUser, body: { reason: personal.reason } })
  await moveClockTo(library.runningLibrary, addDays(60)(openingDay))
}

const tablesOf = ({ sections }: ReportDocument): ReadonlyArray<ReportTable> =>
  sections.flatMap(({ tables, points }) => [...tables, ...points.flatMap((point) => point.tables)])

const figure = ({ sections }: ReportDocument, id: string) =>
  sections.flatMap(({ points }) => points.flatMap(({ figures }) => figures)).find((each) => each.id === id)?.value

const plainText = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")

/** The cells of each table of a report in HTML. */
const cellsOf = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<t[hd] (?:scope="row"|data-title="[^"]*")>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
    plainText(cell),
  )

/** What does not depend on the language. */
const numberOrDay = (value: unknown): unknown => (typeof value === 'number' || Day.is(value) ? value : undefined)

describe('the report for a data protection officer', () => {
  it('counts what happened: one loan made, due and erased, one hold, days closed, and nothing overdue', () =>
    withHttpServer(async (library) => {
      await live(library)
      const report = await read(library, 'en')
      const { send } = library
      const { certificates } = (await send('GET', '/certificates?limit=500', { as: auditorUser })).body
      const erased = (certificates as ReadonlyArray<{ scopes: Readonly<Record<string, number>> }>)
        .flatMap(({ scopes }) => Object.values(scopes))
        .reduce((sum, count) => sum + count, 0)
      expect(erased).toBeGreaterThan(0)
      const ids = ['due', 'erased', 'overdue', 'standingHolds', 'daysClosed', 'daysNotClosed', 'certificates']
      expect(ids.map((id) => figure(report, id))).toEqual([erased, erased, 0, 1, 60, 0, certificates.length])
      expect([figure(report, 'withKeyOrTrace'), figure(report, 'differences')]).toEqual([0, 0])
      const holds = tablesOf(report).find(({ id }) => id === 'holds')?.rows
      expect(holds).toEqual([[expect.any(String), openingDay, '2026-06-30', 'no', 'yes']])
    }))

  it('says the same figures in both languages, and in HTML as in JSON', () =>
    withHttpServer(async (library) => {
      await live(library)
      const [danish, english] = [await read(library, 'da'), await read(library, 'en')]
      const numbersOf = (report: ReportDocument) => [
        report.sections.flatMap(({ points }) =>
          points.map(({ id, verdict, figures }) => [id, verdict, figures.map(({ value }) => numberOrDay(value))]),
        ),
        report.sections.flatMap(({ charts }) =>
          charts.map(({ id, series }) => [id, series.map(({ values }) => values)]),
        ),
        tablesOf(report).map(({ id, rows }) => [id, rows.map((row) => row.filter((cell) => typeof cell === 'number'))]),
      ]
      expect(numbersOf(danish)).toEqual(numbersOf(english))
      for (const report of [danish, english]) {
        const html = renderReportFile(report)
        const text = cellText(reportLanguage(report.language))
        const expected = report.sections.flatMap(({ charts, points, tables }) => [
          ...charts.flatMap(({ category, categories, series }) =>
            categories.flatMap((name, n) => [
              text(category.kind, name),
              ...series.map(({ values }) => text('number', values[n] ?? 0)),
            ]),
          ),
          ...[...points.flatMap((point) => point.tables), ...tables].flatMap(({ columns, rows }) =>
            rows.flatMap((row) => row.map((cell, n) => text(columns[n]!.kind, cell))),
          ),
        ])
        expect(cellsOf(html)).toEqual(expected)
        for (const { name, kind, value } of report.sections.flatMap(({ points }) =>
          points.flatMap((each) => each.figures),
        ))
          expect(plainText(html)).toContain(`${name}${text(kind, value)}`)
      }
    }))

  it('holds no personal value of anybody, in either language', () =>
    withHttpServer(async (library) => {
      await live(library)
      for (const language of languages) {
        const report = await read(library, language)
        const written = `${JSON.stringify(report)}${renderReportFile(report)}`
        for (const value of Object.values(personal)) expect(written).not.toContain(value)
      }
    }))

  it('is the same before and after somebody registers or asks to be erased within a month', () =>
    withHttpServer(async (library) => {
      await live(library)
      const before = await read(library, 'en')
      const leaver = await registerBorrowerByHttp(library)
      await registerBorrowerByHttp(library)
      const { status } = await library.send('DELETE', `/borrowers/${leaver}`, { as: staffUser })
      expect(status).toBeLessThan(300)
      expect(await read(library, 'en')).toEqual(before)
    }))

  it('tells of persons by month alone', () =>
    withHttpServer(async (library) => {
      await live(library)
      const { sections } = await read(library, 'en')
      const charts = sections.flatMap((section) => section.charts)
      const ofPersons = charts.find(({ id }) => id === 'personsByMonth')
      expect(ofPersons?.categories).toEqual(['2026-01', '2026-02'])
      expect(ofPersons?.series.find(({ id }) => id === 'made')?.values[0]).toBeGreaterThan(0)
    }))
})
