import type { TitleId } from '../../domain/values/ids'
import { copiesOfTitle } from '../copies/copy-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { reservationsTable } from './queue-tables'
import { allReservedCopies } from './reserved-copy-queries'

/** The titles that somebody waits for without a reserved copy while a copy stands on a shelf, in the order of their ids. */
export const titlesToServe = (rows: ReadModelRows): ReadonlyArray<TitleId> => {
  const withCopy = new Set(allReservedCopies(rows).map(({ reservation }) => reservation))
  const waiting = rows.find(reservationsTable, {}).filter(({ reservation }) => !withCopy.has(reservation))
  return [...new Set(waiting.map(({ title }) => title))]
    .sort()
    .filter((title) => copiesOfTitle(title)(rows).some(({ status }) => status === 'onShelf'))
}
