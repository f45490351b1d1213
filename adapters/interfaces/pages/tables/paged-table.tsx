import type { JSX } from 'preact'
import { useFrame, useHref, useText } from '../layout/page-frame'
import { DataTable, type DataTableProps } from './data-table'

const nextPage = { da: 'Næste side', en: 'Next page' }

/** The member of the query that says where the page of a list begins. */
export const cursorMember = 'cursor'

/** The address of the page with another value in its query. */
const withQuery = (address: string, name: string, value: string): string => {
  const [path = '', query = ''] = address.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set(name, value)
  return `${path}?${parameters.toString()}`
}

interface PagedTableProps<A> extends DataTableProps<A> {
  /** What the next page begins after; null on the last. */
  readonly next: string | null
}

/** A table of a list that comes in pages. */
export const PagedTable = <A,>({ next, ...table }: PagedTableProps<A>): JSX.Element => {
  const { address } = useFrame()
  const text = useText()
  const href = useHref()
  return (
    <>
      <DataTable {...table} />
      {next === null ? null : (
        <p>
          <a href={href(withQuery(address, cursorMember, next))}>{text(nextPage)}</a>
        </p>
      )}
    </>
  )
}
