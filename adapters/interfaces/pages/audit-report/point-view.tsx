import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { Text, useHref, useText } from '../layout/page-frame'
import type { ReportCheck, ReportFigure, ReportPoint } from './report-document'
import { CellView, ReportTableView } from './report-table-view'
import { reportTexts, verdictTexts } from './report-texts'
import { TextWithCode } from './text-with-code'

/** A page of the site, in the language of the report, where the report is on the site. */
const Command = ({ command, isOnSite }: { readonly command: string; readonly isOnSite: boolean }): JSX.Element => {
  const href = useHref()
  return isOnSite && command.startsWith('/revision') && !command.includes(' ') ? (
    <a href={href(command)}>{href(command)}</a>
  ) : (
    <code>{command}</code>
  )
}

interface ChecksProps {
  readonly heading: TextInBothLanguages
  readonly checks: ReadonlyArray<ReportCheck>
  readonly isOnSite: boolean
}

const Checks = ({ heading, checks, isOnSite }: ChecksProps): JSX.Element | null =>
  checks.length === 0 ? null : (
    <>
      <h4>
        <Text of={heading} />
      </h4>
      <ul>
        {checks.map(({ how, command }) => (
          <li>
            {how} {command === null ? null : <Command command={command} isOnSite={isOnSite} />}
          </li>
        ))}
      </ul>
    </>
  )

const Figures = ({ figures }: { readonly figures: ReadonlyArray<ReportFigure> }): JSX.Element => (
  <dl class="report-figures">
    {figures.map(({ name, kind, value }) => (
      <>
        <dt>{name}</dt>
        <dd>
          <CellView kind={kind} value={value} />
        </dd>
      </>
    ))}
  </dl>
)

interface PointProps {
  readonly point: ReportPoint
  readonly isOnSite: boolean
}

/** A point: the verdict, the answer with its figures, how they were found, how to check them, and its tables. */
export const PointView = ({ point, isOnSite }: PointProps): JSX.Element => {
  const text = useText()
  const { id, title, verdict, answer, figures, foundBy, checkBy, tables } = point
  return (
    <section class="report-point" aria-labelledby={`point-${id}`}>
      <h3 id={`point-${id}`}>{title}</h3>
      <p class={`report-verdict report-verdict-${verdict}`}>{text(verdictTexts[verdict])}</p>
      <p>
        <TextWithCode text={answer} />
      </p>
      {figures.length === 0 ? null : <Figures figures={figures} />}
      <h4>{text(reportTexts.foundBy)}</h4>
      <p>{foundBy}</p>
      {[true, false].map((isWithoutSystem) => (
        <Checks
          heading={isWithoutSystem ? reportTexts.checkWithoutSystem : reportTexts.checkWithSystem}
          checks={checkBy.filter((check) => check.isWithoutSystem === isWithoutSystem)}
          isOnSite={isOnSite}
        />
      ))}
      {tables.map((table) => (
        <ReportTableView table={table} />
      ))}
    </section>
  )
}
