import type { JSX } from 'preact'
import { useFrame, useText } from '../layout/page-frame'
import type { ReportChart, ReportSeries, ReportTable } from './report-document'
import { cellText, reportLanguage } from './report-language'
import { ReportTableView } from './report-table-view'
import { reportTexts } from './report-texts'

/** The highest value of a chart; at least 1, so that a chart of zeros has no bars. */
const highestOf = (series: ReadonlyArray<ReportSeries>): number =>
  Math.max(1, ...series.flatMap(({ values }) => values))

/** The height of a bar, of 100: what is there can be seen, however little it is. */
const heightOf = (value: number, highest: number): number => (value === 0 ? 0 : Math.max(4, (100 * value) / highest))

interface PanelProps {
  readonly chart: ReportChart
  readonly series: ReportSeries
  readonly highest: number
}

/** The bars of one series beside each other. All series of a chart have the same scale. */
const ColumnPanel = ({ chart, series: { name, values }, highest }: PanelProps): JSX.Element => {
  const { language } = useFrame()
  const words = reportLanguage(language)
  const text = useText()
  const most = words.number(Math.max(0, ...values))
  const label = text({ da: `${name}: højst ${most}`, en: `${name}: at most ${most}` })
  return (
    <>
      <p class="chart-label">{label}</p>
      <svg
        class="chart-bars"
        role="img"
        aria-label={`${chart.title}. ${label}`}
        viewBox={`0 0 ${String(10 * Math.max(1, values.length))} 100`}
        preserveAspectRatio="none"
      >
        {values.map((value, n) => {
          const height = heightOf(value, highest)
          return height === 0 ? null : <rect x={10 * n + 1} y={100 - height} width={8} height={height} />
        })}
      </svg>
    </>
  )
}

const Columns = ({ chart }: { readonly chart: ReportChart }): JSX.Element => {
  const { language } = useFrame()
  const { categories, category, series } = chart
  const label = cellText(reportLanguage(language))
  const ends = [categories[0], categories.at(-1)].filter((name) => name !== undefined)
  return (
    <>
      {series.map((each) => (
        <ColumnPanel chart={chart} series={each} highest={highestOf(series)} />
      ))}
      <div class="chart-axis">
        {ends.map((name) => (
          <span>{label(category.kind, name)}</span>
        ))}
      </div>
    </>
  )
}

/** The bars of the only series below each other, each with its name and its figure. */
const Rows = ({ chart: { categories, series } }: { readonly chart: ReportChart }): JSX.Element => {
  const { language } = useFrame()
  const { number } = reportLanguage(language)
  const values = series[0]?.values ?? []
  const highest = highestOf(series)
  return (
    <ul class="chart-rows">
      {categories.map((name, n) => {
        const value = values[n] ?? 0
        return (
          <li>
            <span>{name}</span>
            <svg class="chart-bars" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect x={0} y={0} width={heightOf(value, highest)} height={10} />
            </svg>
            <span class="chart-value">{number(value)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** The figures of a chart as a table. */
const tableOfChart = ({ id, category, categories, series }: ReportChart, caption: string): ReportTable => ({
  id,
  caption,
  columns: [
    { id: 'category', ...category },
    ...series.map(({ id: column, name }) => ({ id: column, heading: name, kind: 'number' as const })),
  ],
  rows: categories.map((name, n) => [name, ...series.map(({ values }) => values[n] ?? 0)]),
  empty: '–',
})

/** A chart with its title, what it shows in words, its bars, and its figures as a table. */
export const ChartView = ({ chart }: { readonly chart: ReportChart }): JSX.Element => {
  const text = useText()
  const caption = `${text(reportTexts.chartTable)}: ${chart.title}`
  return (
    <figure class="chart">
      <figcaption>
        <h3>{chart.title}</h3>
        <p>{chart.summary}</p>
      </figcaption>
      {chart.layout === 'rows' ? <Rows chart={chart} /> : <Columns chart={chart} />}
      <ReportTableView table={tableOfChart(chart, caption)} isOpen={false} />
    </figure>
  )
}
