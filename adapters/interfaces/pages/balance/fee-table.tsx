import type { JSX } from 'preact'
import { AmountText } from '../formatting/amount-text'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { Text } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import type { ShownFee } from './balance'
import { balanceTexts as texts, collectionTexts } from './balance-texts'

const FeeState = ({ ending, settledOn, collection, noticePayBy }: ShownFee): JSX.Element => {
  const further = collectionTexts[collection]
  return (
    <>
      <Text of={texts[ending ?? 'unpaidState']} /> {settledOn === null ? null : <DayText day={settledOn} />}
      {settledOn !== null || further === undefined ? null : (
        <div>
          <Text of={further} />{' '}
          {collection === 'noticeSent' && noticePayBy !== null ? <DayText day={noticePayBy} /> : null}
        </div>
      )}
    </>
  )
}

const columns: ReadonlyArray<TableColumn<ShownFee>> = [
  { heading: texts.kind, cell: ({ kind }) => <Text of={texts[kind]} /> },
  { heading: texts.leviedOn, cell: ({ leviedOn }) => <DayText day={leviedOn} /> },
  { heading: texts.amount, cell: ({ amount }) => <AmountText amount={amount} /> },
  { heading: texts.state, cell: FeeState },
  {
    heading: texts.forgotten,
    cell: ({ settledOn, forgottenOn }) =>
      settledOn === null ? <Text of={texts.forgottenLater} /> : <ForgottenDay day={forgottenOn} />,
  },
]

const titlesColumn: TableColumn<ShownFee> = {
  heading: texts.titles,
  cell: ({ items = [] }) => items.map(({ name }) => name).join('; '),
}

/** Fees and bills, each with the day on which it is forgotten. Titles stand where the reader may see them. */
export const FeeTable = ({ fees }: { readonly fees: ReadonlyArray<ShownFee> }): JSX.Element => {
  const [kind, ...others] = columns
  const hasTitles = fees.some(({ items }) => items !== undefined)
  return (
    <DataTable
      caption={texts.fees}
      columns={kind === undefined ? [] : [kind, ...(hasTitles ? [titlesColumn] : []), ...others]}
      rows={fees}
      empty={texts.noFees}
    />
  )
}
