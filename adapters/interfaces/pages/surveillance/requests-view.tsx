import type { JSX } from 'preact'
import { DataTable } from '../tables/data-table'
import { LinkTo } from './link-to'
import { linkedRequestColumns } from './request-columns'
import type { ShownVideoRequest } from './shown-surveillance'
import { surveillanceTexts as texts, surveillanceTitles } from './surveillance-texts'

interface RequestsProps {
  readonly requests: ReadonlyArray<ShownVideoRequest>
  readonly next: string | null
}

/** All requests that are not erased, each with the day on which it goes. */
export const RequestsView = ({ requests, next }: RequestsProps): JSX.Element => (
  <>
    <DataTable
      caption={surveillanceTitles.requests}
      columns={linkedRequestColumns}
      rows={requests}
      empty={texts.noRequests}
    />
    {next === null ? null : <LinkTo path={`/vagt/anmodninger?cursor=${next}`} text={texts.more} />}
  </>
)
