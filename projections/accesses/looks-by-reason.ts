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

/** A list for each borrower and month. */
const viewsOfClosedMonths = (rows: ReadModelRows): ReadonlyArray<ReadonlyArray<OneLook>> =>
  rows
    .find(viewsTable, {})
    .map(({ month, views }) => (JSON.parse(views) as ReadonlyArray<View>).map((view) => ({ ...view, month })))

const placeOf = ({ month, opened, role, reason }: OneLook): string => [month, opened, role, reason].join(' ')

/** Counts looks that differ in nothing, in the order of their words: the order of looks would be an order of visits. */
const countAlike = <A extends object>(
  looks: ReadonlyArray<A>,
  wordsOf: (look: A) => string,
): ReadonlyArray<A & { readonly number: number }> => {
  const counted = new Map<string, A & { readonly number: number }>()
  for (const look of looks) {
    const key = canonicalJson(look)
    counted.set(key, { ...look, number: (counted.get(key)?.number ?? 0) + 1 })
  }
  return [...counted.values()].sort((one, other) => (wordsOf(one) < wordsOf(other) ? -1 : 1))
}

/** Whether the reason of a look has a text in it, in any spelling of capitals. */
const isFor =
  (text: string) =>
  ({ reason }: Pick<OneLook, 'reason'>): boolean =>
    reason.toLowerCase().includes(text.toLowerCase())

/** The looks at records by month, by what was opened, by role and by reason: those whose reason has a text in it. */
export const looksByReason =
  (text: string) =>
  (rows: ReadModelRows): ReadonlyArray<LooksForReason> =>
    countAlike([...openingsOfOpenMonth(rows), ...viewsOfClosedMonths(rows).flat()].filter(isFor(text)), placeOf)

/** How often records were looked at in a month, in one role, for whatever reason. */
export type LooksInMonth = Omit<LooksForReason, 'reason'>

const withoutReason = ({ month, role, opened }: OneLook): Omit<OneLook, 'reason'> => ({ month, role, opened })

/** The looks at a borrower in a closed month without their reasons, each once: a borrower counts once, for however many reasons. */
const eachOnce = (looks: ReadonlyArray<OneLook>): ReadonlyArray<Omit<OneLook, 'reason'>> => [
  ...new Map(looks.map(withoutReason).map((look) => [canonicalJson(look), look])).values(),
]

/**
 * The looks whose reason has a text in it, for whoever may not see the reasons: by month, by what was opened and by role.
 * Rows that differ in their reasons alone are one.
 */
export const looksInMonths =
  (text: string) =>
  (rows: ReadModelRows): ReadonlyArray<LooksInMonth> =>
    countAlike(
      [
        ...openingsOfOpenMonth(rows).filter(isFor(text)).map(withoutReason),
        ...viewsOfClosedMonths(rows).flatMap((looks) => eachOnce(looks.filter(isFor(text)))),
      ],
      ({ month, opened, role }) => [month, opened, role].join(' '),
    )
