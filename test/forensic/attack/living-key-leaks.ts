import { addDays, type Day } from '../../../domain/values/day'
import type { StoredLogEvent } from '../stored-events'
import type { Insider, LeakedPart } from './open-with-living-keys'
import { withoutVersionDigits, groupByDay, followUpIdInputs } from './find-hashed-ids'
import { recordOfEvent } from './record-of-event'

/**
 * The forgotten records that the key of a living record still links to it: ids of follow-ups are deriveId under the key of
 * the record, and the link ends with the key.
 */
export const recordsReachedByDerivedIds = async (
  events: ReadonlyArray<StoredLogEvent>,
  { deriveIds }: Pick<Insider, 'deriveIds'>,
  living: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const reachedRecords = new Set<string>()
  const byDay = groupByDay(events.filter(({ log }) => log === 'circulation'))
  for (const cause of events) {
    const own = recordOfEvent(cause)
    const deriveId = own !== undefined && living.has(own) ? await deriveIds(own) : undefined
    if (deriveId === undefined) continue
    const near = [cause.recorded, addDays(1)(cause.recorded as Day)].flatMap((day) => byDay.get(day) ?? [])
    const nearById = new Map(near.map((event) => [withoutVersionDigits(event.id), event]))
    for (const input of followUpIdInputs(cause, [...new Set(near.map(({ stream }) => stream))])) {
      const followUp = nearById.get(withoutVersionDigits(deriveId(input)))
      const record = followUp && recordOfEvent(followUp)
      if (record !== undefined && !living.has(record)) reachedRecords.add(record)
    }
  }
  return reachedRecords
}

interface FeePart {
  readonly occasion?: string
  readonly items?: ReadonlyArray<{ readonly copy: string }> | null
}

/** The forgotten loans that a living fee names by copy and day of return. A fee keeps both while it is owed. */
export const loansNamedInFees = (
  events: ReadonlyArray<StoredLogEvent>,
  parts: ReadonlyArray<LeakedPart>,
  living: ReadonlySet<string>,
): ReadonlySet<string> => {
  const namedInFees = parts.flatMap(({ value }) => {
    const { occasion, items } = value as FeePart
    return (items ?? []).map(({ copy }) => `${copy} ${String(occasion)}`)
  })
  const ended = events.filter(({ type }) => type === 'LoanReturned' || type === 'CopyBilledAsLost')
  return new Set(
    ended
      .filter(({ openPart }) =>
        namedInFees.includes(`${String(openPart['copy'])} ${String(openPart['returnedOn'] ?? openPart['billedOn'])}`),
      )
      .map(({ openPart }) => String(openPart['loan']))
      .filter((loan) => !living.has(loan)),
  )
}
