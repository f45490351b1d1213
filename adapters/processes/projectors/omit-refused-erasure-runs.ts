import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { RefusedErasureRun } from '../../../retention/schedule/erasure-run-refusal'
import type { Schedule } from '../../../retention/schedule/schedule'

/** The type of the stand-in for a refused declaration: no fold knows it. */
const refusedDeclarationType = 'RefusedErasure'

const standInFor = (event: SealedEvent): SealedEvent => ({
  ...event,
  stored: { ...event.stored, type: refusedDeclarationType },
  open: {},
  parts: [],
})

/** The declaration of a run that its certificate has proved, as it counts: from the certificate on. */
const declarationAt = (certificate: SealedEvent, { declared }: RefusedErasureRun): SealedEvent => ({
  ...certificate,
  stored: { ...certificate.stored, type: 'ErasureDue' },
  open: declared,
  parts: [],
})

const isOfErasure = ({ stored: { type } }: SealedEvent): boolean => type === 'ErasureDue' || type === 'ScopesErased'

/**
 * The events as read models fold them: a refused declaration changes nothing, so no row of its scopes is purged. One that
 * a certificate has proved counts from the certificate on. The schedule must have read the events before.
 */
export const omitRefusedErasureRuns =
  ({ refusedRuns }: Pick<Schedule, 'refusedRuns'>) =>
  (events: ReadonlyArray<SealedEvent>): ReadonlyArray<SealedEvent> => {
    if (!events.some(isOfErasure)) return events
    const refused = refusedRuns()
    if (refused.length === 0) return events
    return events.flatMap((event) => {
      const { log, stored } = event
      if (stored.type === 'ErasureDue')
        return refused.some((run) => run.log === log && run.position === stored.position)
          ? [standInFor(event)]
          : [event]
      const proved = refused.find((run) => run.log === log && run.certifiedAt === stored.position)
      return proved === undefined ? [event] : [declarationAt(event, proved), event]
    })
  }
