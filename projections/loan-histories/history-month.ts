import { TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { nameOfTitle } from '../copies/copy-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import type { HistoryMonthRow } from './loan-histories-tables'

/** A month of a history as its borrower sees it. A name is null when the library has no copy of the title any more. */
export interface HistoryMonth {
  readonly month: Month
  readonly omitted: number
  readonly titles: ReadonlyArray<{ readonly title: TitleId; readonly name: string | null }>
}

export const historyMonth =
  (rows: ReadModelRows) =>
  ({ month, titles, omitted }: HistoryMonthRow): HistoryMonth => ({
    month,
    omitted,
    titles: titles
      .split(' ')
      .filter(TitleId.is)
      .map((title) => ({ title, name: nameOfTitle(title)(rows) ?? null })),
  })
