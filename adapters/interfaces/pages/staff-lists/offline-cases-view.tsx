import type { JSX } from 'preact'
import type { Instant } from '../../../../domain/values/instant'
import { MomentText } from '../formatting/moment-text'
import { ConfirmedForm } from '../forms/confirmed-form'
import { useText } from '../layout/page-frame'
import { useValueText } from '../personal-data/use-value-text'
import { DataSection } from '../staff/data-section'
import type { TableColumn } from '../tables/data-table'
import { offlineCaseReasonTexts } from './offline-case-texts'
import { PagedTable } from '../tables/paged-table'
import { RecordLink } from './record-link'
import { staffListsTexts as texts } from './staff-lists-texts'

/** A case that staff resolve. */
export interface OfflineCase {
  readonly id: string
  readonly act: string
  readonly copy: string
  readonly happenedAt: Instant
  readonly reasons: ReadonlyArray<string>
  /** Null where the library does not know the borrower. */
  readonly borrower: string | null
  /** The card that nobody has; null of other cases. */
  readonly presented: string | null
}

export interface OfflineCasesProps {
  readonly cases: ReadonlyArray<OfflineCase>
  readonly next: string | null
}

const Act = ({ act, copy }: OfflineCase): JSX.Element => {
  const valueText = useValueText()
  return (
    <>
      {valueText('offlineCases', 'act', act)} {copy}
    </>
  )
}

const Reasons = ({ reasons }: OfflineCase): JSX.Element => {
  const text = useText()
  return (
    <>
      {reasons
        .map((reason) => {
          const word = offlineCaseReasonTexts[reason]
          return word === undefined ? reason : text(word)
        })
        .join(', ')}
    </>
  )
}

const columns: ReadonlyArray<TableColumn<OfflineCase>> = [
  { heading: texts.act, cell: Act },
  { heading: texts.happenedAt, cell: ({ happenedAt }) => <MomentText at={happenedAt} /> },
  { heading: texts.why, cell: Reasons },
  {
    heading: texts.borrower,
    cell: ({ borrower, presented, copy }) =>
      borrower === null ? presented : <RecordLink borrower={borrower} about={copy} />,
  },
  {
    heading: texts.action,
    cell: ({ id, copy }) => (
      <ConfirmedForm name="resolve" of={id} text={texts.resolve} confirm={texts.confirmResolved} about={copy} />
    ),
  },
]

/** The open cases from machines that were offline. */
export const OfflineCasesView = ({ cases, next }: OfflineCasesProps): JSX.Element => {
  const text = useText()
  return (
    <DataSection kind="offlineCases" heading={texts.casesTitle}>
      <p>{text(texts.casesText)}</p>
      <PagedTable {...{ caption: texts.casesTitle, columns, rows: cases, next }} empty={texts.casesEmpty} />
    </DataSection>
  )
}
