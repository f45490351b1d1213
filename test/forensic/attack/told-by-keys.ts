import { addDays, type Day } from '../../../domain/values/day'
import type { Stored } from '../stored'
import type { Insider, OpenedPart } from './every-living-key'
import { bare, grouped, recipes } from './hashes'
import { recordOf } from './records'

/**
 * The forgotten records that a living record's key still reaches: ids of what followed from a record are derived under
 * its key, and the link dies with it.
 */
export const reachedByDerivedIds = async (
  events: ReadonlyArray<Stored>,
  { derive }: Pick<Insider, 'derive'>,
  living: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const reached = new Set<string>()
  const byDay = grouped(events.filter(({ log }) => log === 'circulation'))
  for (const cause of events) {
    const own = recordOf(cause)
    const derived = own !== undefined && living.has(own) ? await derive(own) : undefined
    if (derived === undefined) continue
    const near = [cause.recorded, addDays(1)(cause.recorded as Day)].flatMap((day) => byDay.get(day) ?? [])
    const known = new Map(near.map((event) => [bare(event.id), event]))
    for (const recipe of recipes(cause, [...new Set(near.map(({ stream }) => stream))])) {
      const effect = known.get(bare(derived(recipe)))
      const record = effect && recordOf(effect)
      if (record !== undefined && !living.has(record)) reached.add(record)
    }
  }
  return reached
}

interface FeePart {
  readonly occasion?: string
  readonly items?: ReadonlyArray<{ readonly copy: string }>
}

/** The forgotten loans that a living fee tells of: by copy and day of return, which the fee keeps while it is owed. */
export const loansCopiedIntoFees = (
  events: ReadonlyArray<Stored>,
  parts: ReadonlyArray<OpenedPart>,
  living: ReadonlySet<string>,
): ReadonlySet<string> => {
  const told = parts.flatMap(({ value }) => {
    const { occasion, items = [] } = value as FeePart
    return items.map(({ copy }) => `${copy} ${String(occasion)}`)
  })
  const ended = events.filter(({ type }) => type === 'LoanReturned' || type === 'CopyBilledAsLost')
  return new Set(
    ended
      .filter(({ opened }) =>
        told.includes(`${String(opened['copy'])} ${String(opened['returnedOn'] ?? opened['billedOn'])}`),
      )
      .map(({ opened }) => String(opened['loan']))
      .filter((loan) => !living.has(loan)),
  )
}
