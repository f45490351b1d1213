import type { JSX } from 'preact'
import { replaySubjects } from '../../../../domain/replay/replay-subject'
import { Text } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { DataTable, type TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { auditTexts as texts } from './audit-texts'
import { QueryChoice, QueryField, QueryForm } from './query-form'
import { ReplayedValueText } from './replayed-value-text'
import { factText, subjectTexts } from './replay-words'
import type { ShownChange, ShownFact, ShownReplay } from './shown-replay'
import { stepColumns } from './step-columns'

/** What was asked for, as it stands in the address. */
export interface ReplayWish {
  readonly subject?: string
  readonly id?: string
  readonly at?: string
  readonly position?: string
  readonly compareWith?: string
}

export interface ReplayProps {
  readonly wish: ReplayWish
  /** Undefined until something was asked for, and when there is a problem. */
  readonly replay: ShownReplay | undefined
  /** What is wrong with what was asked for. */
  readonly problem: string | undefined
}

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

const ReplayForm = ({ wish }: Pick<ReplayProps, 'wish'>): JSX.Element => {
  const options = replaySubjects.map((subject) => ({ value: subject, text: subjectTexts[subject] }))
  return (
    <QueryForm action="/revision">
      <QueryChoice name="subject" label={texts.subject} value={wish.subject} options={options} />
      <QueryField type="text" name="id" label={texts.id} hint={texts.idHint} value={wish.id} />
      <QueryField type="date" name="at" label={texts.at} hint={texts.atHint} value={wish.at} />
      <QueryField type="text" name="position" label={texts.position} value={wish.position} />
      <QueryField
        {...{ type: 'date', name: 'compareWith', label: texts.compareWith, hint: texts.compareHint }}
        value={wish.compareWith}
      />
    </QueryForm>
  )
}

const Replayed = ({ replay }: { readonly replay: ShownReplay }): JSX.Element => (
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

/** Replays a record: its state on a day, the events that made it, or two days compared. Personal values are withheld. */
export const ReplayView = ({ wish, replay, problem }: ReplayProps): JSX.Element => (
  <>
    <p>
      <Text of={texts.intro} />
    </p>
    <ReplayForm wish={wish} />
    {problem === undefined ? null : (
      <div class="alert alert-warning">
        <p class="alert-text">{problem}</p>
      </div>
    )}
    {replay === undefined ? null : <Replayed replay={replay} />}
  </>
)
