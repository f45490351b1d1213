import type { JSX } from 'preact'
import { nameOfBranch } from '../branches/branch-names'
import { Text, useHref } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import { ValueList } from '../tables/value-list'
import { alikeCopies, type AlikeCopies, type Title } from './title'
import { copyStatusTexts, titleTexts as texts } from './title-texts'

interface ReserveLinkProps {
  readonly title: string
  readonly volume?: string
}

/** Leads to the form that reserves, through the log-in when that is needed. */
const ReserveLink = ({ title, volume }: ReserveLinkProps): JSX.Element => {
  const href = useHref()
  const query = new URLSearchParams({ titel: title, ...(volume === undefined ? {} : { bind: volume }) })
  return (
    <a
      class={volume === undefined ? 'button button-primary' : undefined}
      href={href(`/mit/reserveringer?${query.toString()}`)}
    >
      <Text of={texts.reserve} /> {volume}
    </a>
  )
}

const columnsOf = ({ title, branches }: Title): ReadonlyArray<TableColumn<AlikeCopies>> => [
  { heading: texts.branch, cell: ({ branch }) => <Text of={nameOfBranch(branches)(branch)} /> },
  { heading: texts.shelfMark, cell: ({ shelfMark }) => shelfMark },
  {
    heading: texts.volume,
    cell: ({ volume }) => (volume === null ? null : <ReserveLink title={title} volume={volume} />),
  },
  { heading: texts.state, cell: ({ status }) => <Text of={copyStatusTexts[status]} /> },
  { heading: texts.count, cell: ({ count }) => count },
  { heading: texts.ageLimit, cell: ({ ageLimit }) => ageLimit },
]

/** A title of the catalogue, with its copies. Whoever looks at it is not asked who they are. */
export const TitleView = (content: Title): JSX.Element => {
  const { title, author, queue, copies } = content
  return (
    <>
      <ValueList
        values={[
          { name: texts.author, value: author },
          { name: texts.titleNumber, value: title },
          { name: texts.queue, value: queue },
        ]}
      />
      <p>
        <ReserveLink title={title} />
      </p>
      <p>
        <Text of={texts.logInFirst} />
      </p>
      <h2>
        <Text of={texts.copies} />
      </h2>
      <DataTable
        caption={texts.copies}
        columns={columnsOf(content)}
        rows={alikeCopies(copies)}
        empty={texts.noCopies}
      />
    </>
  )
}
