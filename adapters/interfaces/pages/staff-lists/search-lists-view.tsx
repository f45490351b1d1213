import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { DayText } from '../formatting/day-text'
import { Text, useText } from '../layout/page-frame'
import { DataSection } from '../staff/data-section'
import { useWorkplaceHref } from '../staff/workplace'
import type { TableColumn } from '../tables/data-table'
import { PagedTable } from '../tables/paged-table'
import { RecordLink } from './record-link'
import { staffListsTexts as texts } from './staff-lists-texts'

/** The lists, by the member `list` of the address. */
export const searchLists = ['claimed', 'missing', 'overdue'] as const
export type SearchList = (typeof searchLists)[number]

/** A copy that is searched for, or whose loan is overdue. */
export interface SearchedCopy {
  readonly copy: string
  readonly name: string
  readonly branch: TextInBothLanguages
  readonly shelfMark: string | null
  /** Null of a copy that nobody has on loan. */
  readonly borrower: string | null
  /** When it was claimed returned, or was due; null of a missing copy. */
  readonly day: Day | null
}

export interface SearchListsProps {
  readonly list: SearchList
  readonly copies: ReadonlyArray<SearchedCopy>
  readonly next: string | null
}

const dayHeadings = { claimed: texts.claimedOn, overdue: texts.dueOn } as const
const emptyTexts = { claimed: texts.none, missing: texts.missingEmpty, overdue: texts.overdueEmpty } as const

const placeColumns: ReadonlyArray<TableColumn<SearchedCopy>> = [
  { heading: texts.name, cell: ({ name, copy }) => `${name} (${copy})` },
  { heading: texts.branch, cell: ({ branch }) => <Text of={branch} /> },
  { heading: texts.shelfMark, cell: ({ shelfMark }) => shelfMark ?? '–' },
]

const columnsOf = (list: SearchList): ReadonlyArray<TableColumn<SearchedCopy>> =>
  list === 'missing'
    ? placeColumns
    : [
        ...placeColumns,
        { heading: dayHeadings[list], cell: ({ day }) => (day === null ? null : <DayText day={day} />) },
        {
          heading: texts.borrower,
          cell: ({ borrower, name }) => (borrower === null ? null : <RecordLink borrower={borrower} about={name} />),
        },
      ]

const Choice = ({ list }: Pick<SearchListsProps, 'list'>): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <ul class="nobullet-list staff-links">
      {searchLists.map((name) => (
        <li>
          <a
            href={workplaceHref(`/skranke/soegelister?list=${name}`)}
            aria-current={name === list ? 'page' : undefined}
          >
            {text(texts[name])}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One of the lists of what is searched for, without names of borrowers. */
export const SearchListsView = ({ list, copies, next }: SearchListsProps): JSX.Element => {
  const text = useText()
  const table = (
    <PagedTable {...{ caption: texts[list], columns: columnsOf(list), rows: copies, next }} empty={emptyTexts[list]} />
  )
  return (
    <>
      <Choice list={list} />
      <p>{text(texts.foundHint)}</p>
      {list === 'missing' ? (
        <>
          <h2>{text(texts[list])}</h2>
          {table}
        </>
      ) : (
        <DataSection kind="loans" heading={texts[list]}>
          {table}
        </DataSection>
      )}
    </>
  )
}
