import type { JSX } from 'preact'
import { kindsOfData } from '../../../../retention/promises/kinds-of-data'
import { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { formatMonth } from '../formatting/format-times'
import { Text, useFrame } from '../layout/page-frame'
import { useValueText } from '../personal-data/use-value-text'
import { DataTable, type TableColumn } from '../tables/data-table'
import { PromiseList } from '../personal-data/kind-section'
import type { DataOfKind } from '../personal-data/personal-data'
import { personalDataTextsIn } from '../personal-data/personal-data-texts'
import { borrowerDataTexts as texts } from './borrower-data-texts'
import { looksAt, type Look } from './looks-at-borrower'

const When = ({ when }: Pick<Look, 'when'>): JSX.Element => {
  const { language } = useFrame()
  return Day.is(when) ? <DayText day={when} /> : <>{formatMonth(language, when)}</>
}

const Word = ({ member, value }: { readonly member: string; readonly value: string }): JSX.Element => {
  const valueText = useValueText()
  return <>{valueText('accesses', member, value)}</>
}

/** When the row is forgotten. That of a day becomes one of its month. */
const WhenForgotten = ({ look: { when, forgottenOn } }: { readonly look: Look }): JSX.Element => (
  <>
    <ForgottenDay day={forgottenOn} />
    {Day.is(when) ? (
      <>
        {' ('}
        <Text of={texts.dayForgotten} />)
      </>
    ) : null}
  </>
)

const columns: ReadonlyArray<TableColumn<Look>> = [
  { heading: texts.looked, cell: ({ when }) => <When when={when} /> },
  { heading: texts.lookedBy, cell: ({ openedBy }) => <Word member="openedBy" value={openedBy} /> },
  { heading: texts.opened, cell: ({ opened }) => <Word member="opened" value={opened} /> },
  { heading: texts.reason, cell: ({ reason }) => reason },
  { heading: texts.forgotten, cell: (look) => <WhenForgotten look={look} /> },
]

/** Who has looked at the borrower's data: by day while the day is remembered, then by month. */
export const DataAccesses = ({ rows }: { readonly rows: ReadonlyArray<DataOfKind> }): JSX.Element => {
  const { language } = useFrame()
  const text = personalDataTextsIn(language, 'borrower')
  return (
    <div class="data-kind">
      <div class="data-values">
        <p>
          <Text of={texts.lookedText} />
        </p>
        <DataTable caption={texts.accesses} columns={columns} rows={looksAt(rows)} empty={texts.nobodyLooked} />
      </div>
      <PromiseList promise={kindsOfData.accesses} language={language} text={text} />
    </div>
  )
}
