import type { JSX } from 'preact'
import { PagedTable } from '../tables/paged-table'
import { linkedRequestColumns } from './request-columns'
import type { ShownVideoRequest } from './shown-surveillance'
import { surveillanceTexts as texts, surveillanceTitles } from './surveillance-texts'

interface RequestsProps {
  readonly requests: ReadonlyArray<ShownVideoRequest>
  readonly next: string | null
}

/** All requests that are not erased, each with the day on which it goes. */
export const RequestsView = ({ requests, next }: RequestsProps): JSX.Element => (
  <PagedTable
    {...{ caption: surveillanceTitles.requests, columns: linkedRequestColumns, rows: requests, next }}
    empty={texts.noRequests}
  />
)
