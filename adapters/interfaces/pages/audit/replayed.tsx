import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { DataTable, type TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { auditTexts as texts } from './audit-texts'
import { ReplayedValueText } from './replayed-value-text'
import { factText } from './replay-words'
import type { ShownChange, ShownFact, ShownReplay } from './shown-replay'
import { stepColumns } from './step-columns'

const FactName = ({ name, of }: Pick<ShownFact, 'name' | 'of'>): JSX.Element => (
  <>
    <Text of={factText(name)} />
    {of === null ? null : ` (${of})`}
  </>
)

const factColumns: ReadonlyArray<TableColumn<ShownFact>> = [
  { heading: texts.fact, cell: FactName },
  { heading: texts.value, cell: ({ name, value }) => <ReplayedValueText name={name} value={value} /> },
]

const changeColumns: ReadonlyArray<TableColumn<ShownChange>> = [
  { heading: texts.fact, cell: FactName },
  { heading: texts.before, cell: ({ name, before }) => <ReplayedValueText name={name} value={before} /> },
  { heading: texts.after, cell: ({ name, after }) => <ReplayedValueText name={name} value={after} /> },
]

/** What the log says of a record: its state with the events that made it, or what differs between two days. */
export const Replayed = ({ replay }: { readonly replay: ShownReplay }): JSX.Element => (
  <>
    {replay.damagedEvents === 0 ? null : (
      <p>
        <Text of={texts.damagedEvents} /> {replay.damagedEvents}
      </p>
    )}
    <h2>
      <Text of={'changes' in replay ? texts.changes : texts.state} />
    </h2>
    {'changes' in replay ? (
      <DataTable caption={texts.changes} columns={changeColumns} rows={replay.changes} empty={texts.noChanges} />
    ) : (
      <>
        <DataTable caption={texts.state} columns={factColumns} rows={replay.facts} empty={texts.noFacts} />
        <h2>
          <Text of={texts.steps} />
        </h2>
        <PagedTable
          {...{ caption: texts.steps, columns: stepColumns, rows: replay.steps, next: replay.next }}
          empty={texts.noSteps}
        />
      </>
    )}
    <PrintButton />
  </>
)
