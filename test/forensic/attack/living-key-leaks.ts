import type { StoredLogEvent } from '../stored-events'
import type { Insider, LeakedPart } from './open-with-living-keys'
import { followUpIdInputs } from './follow-up-id-inputs'
import { makeNearEventsOf, withoutVersionDigits } from './near-events'
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
  const nearOf = makeNearEventsOf(events)
  for (const cause of events) {
    const own = recordOfEvent(cause)
    const deriveId = own !== undefined && living.has(own) ? await deriveIds(own) : undefined
    if (deriveId === undefined) continue
    const near = nearOf(cause.recorded)
    for (const input of followUpIdInputs(cause, near)) {
      const followUp = near.byId.get(withoutVersionDigits(deriveId(input)))
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
