import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { DueOfClass } from '../../../../retention/completeness/count-due-by-class'
import { DayText } from '../formatting/day-text'
import { Text } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import { auditTexts as texts, auditTitles } from './audit-texts'
import { TextField } from '../forms/fields'
import { QueryForm } from '../forms/query-form'
import { ClassText } from './replayed-value-text'

interface ShownDueOfClass extends DueOfClass {
  readonly class: string
}

const dueColumns: ReadonlyArray<TableColumn<ShownDueOfClass>> = [
  { heading: texts.class, cell: ({ class: name }) => <ClassText name={name} /> },
  { heading: texts.dueCount, cell: ({ due }) => due },
  { heading: texts.erasedCount, cell: ({ erased }) => erased },
]

/** What was due for erasure at the end of a day, by class, and how much of it was declared due since. */
export const DueView = ({
  day,
  classes,
}: {
  readonly day: Day
  readonly classes: ReadonlyArray<ShownDueOfClass>
}): JSX.Element => (
  <>
    <p>
      <Text of={texts.dueIntro} />
    </p>
    <QueryForm name="due" action="/revision/forfald" submit={texts.show}>
      <TextField type="date" name="at" label={texts.day} value={day} />
    </QueryForm>
    <h2>
      <DayText day={day} />
    </h2>
    <DataTable caption={auditTitles.due} columns={dueColumns} rows={classes} empty={texts.nothingDue} />
  </>
)
