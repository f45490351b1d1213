import type { OpenedData, OpenerRole, View } from '../../domain/access/opening'
import { canonicalJson } from '../../domain/event/canonical-json'
import type { Month } from '../../domain/values/month'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { accessesTable, viewsTable } from './access-tables'

/** How often records were looked at in a month for one reason, in one role. Nobody's name and no day is in it. */
export interface LooksForReason {
  readonly month: Month
  readonly role: OpenerRole
  readonly opened: OpenedData
  readonly reason: string
  /** Openings of the month that is not closed; of a closed month the borrowers who were looked at. */
  readonly number: number
}

type OneLook = Omit<LooksForReason, 'number'>

const openingsOfOpenMonth = (rows: ReadModelRows): ReadonlyArray<OneLook> =>
  rows.find(accessesTable, {}).map(({ month, role, opened, reason }) => ({ month, role, opened, reason }))

const viewsOfClosedMonths = (rows: ReadModelRows): ReadonlyArray<OneLook> =>
  rows
    .find(viewsTable, {})
    .flatMap(({ month, views }) => (JSON.parse(views) as ReadonlyArray<View>).map((view) => ({ ...view, month })))

const placeOf = ({ month, opened, role, reason }: OneLook): string => [month, opened, role, reason].join(' ')

/**
 * The looks at records by month, by what was opened, by role and by reason: those whose reason has a text in it, in any
 * spelling of capitals. In the order of these words: the order of looks would be an order of visits.
 */
export const looksByReason =
  (text: string) =>
  (rows: ReadModelRows): ReadonlyArray<LooksForReason> => {
    const counted = new Map<string, LooksForReason>()
    for (const look of [...openingsOfOpenMonth(rows), ...viewsOfClosedMonths(rows)]) {
      if (!look.reason.toLowerCase().includes(text.toLowerCase())) continue
      const key = canonicalJson(look)
      counted.set(key, { ...look, number: (counted.get(key)?.number ?? 0) + 1 })
    }
    return [...counted.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  }
