import type { JSX } from 'preact'
import { useText } from '../layout/page-frame'
import { ChartView } from './chart-view'
import { PointView } from './point-view'
import type { ReportDocument, ReportSection } from './report-document'
import { ReportTableView } from './report-table-view'
import { reportTexts, verdictTexts } from './report-texts'
import { TextWithCode } from './text-with-code'

interface SectionProps {
  readonly section: ReportSection
  readonly isOnSite: boolean
}

const SectionView = ({ section, isOnSite }: SectionProps): JSX.Element => (
  <section aria-labelledby={section.id}>
    <h2 id={section.id}>{section.title}</h2>
    {section.paragraphs.map((paragraph) => (
      <p>
        <TextWithCode text={paragraph} />
      </p>
    ))}
    {section.charts.map((chart) => (
      <ChartView chart={chart} />
    ))}
    {section.points.map((point) => (
      <PointView point={point} isOnSite={isOnSite} />
    ))}
    {section.tables.map((table) => (
      <ReportTableView table={table} />
    ))}
  </section>
)

/** Each point with its verdict, so that what needs attention is found at once. */
const PointLinks = ({ points }: Pick<ReportSection, 'points'>): JSX.Element | null => {
  const text = useText()
  return points.length === 0 ? null : (
    <ol>
      {points.map(({ id, title, verdict }) => (
        <li>
          <a href={`#point-${id}`}>{title}</a> <strong>{text(verdictTexts[verdict])}</strong>
        </li>
      ))}
    </ol>
  )
}

interface ReportProps {
  readonly document: ReportDocument
  /** Whether the report stands on the site, so that it links to pages of it. */
  readonly isOnSite: boolean
}

/** The report: its contents, and its sections. */
export const ReportView = ({ document: { sections }, isOnSite }: ReportProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <nav aria-label={text(reportTexts.contents)}>
        <ul>
          {sections.map(({ id, title, points }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
              <PointLinks points={points} />
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <SectionView section={section} isOnSite={isOnSite} />
      ))}
    </>
  )
}
