import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import type { LogName, StreamName } from '../../../domain/event/stream'
import { decodeEvent, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { EventStore } from '../../../domain/ports/event-store'
import { checkEventPlace } from '../../processes/damage/check-event-place'
import { isStreamOfProtectedBorrower } from '../../../projections/borrowers/is-stream-of-protected-borrower'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { erasureRunRefusalTexts } from '../../../retention/schedule/erasure-run-refusal'
import type { Schedule } from '../../../retention/schedule/schedule'
import { classesOpenedForStaff, type ClassesOpened } from '../../processes/running-library/replay-operations'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { ShownEvent } from '../../processes/running-library/shown-event'
import { openPartsForReader, type PartReading } from './replay/open-parts-for-reader'
import { showsProtectedGuardian } from './shows-protected-guardian'
import { missingEventsBetween } from './shown-damage'
import { toShownPart } from './shown-part'
import { toDamagedEvent, toShownEvent, type CertificateOf } from './to-shown-event'
import { withoutNameAndAddress } from './withheld-from-staff'

/** Why the declaration of an erasure counts as nothing; undefined when it counts, and for every other event. */
const refusalOfEvent =
  ({ refusedRuns }: Pick<Schedule, 'refusedRuns'>) =>
  ({ log, stored }: SealedEvent): string | undefined => {
    if (stored.type !== 'ErasureDue') return undefined
    const refused = refusedRuns().find((run) => run.log === log && run.position === stored.position)
    return refused?.certifiedAt === undefined && refused !== undefined
      ? `the erasure is refused: ${erasureRunRefusalTexts[refused.reason]}`
      : undefined
  }

/** What showing a stream needs. */
export interface ShowStreamDependencies extends PartReading {
  /** They tell whether name and address of a borrower are protected: then staff open them with a reason. */
  readonly rows: ReadModelRows
  readonly projectorGroup: { readonly catchUp: Task<unknown> }
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>
  readonly certificateOf: CertificateOf
  readonly schedule: PartReading['schedule'] & Pick<Schedule, 'refusedRuns'>
  /** Checks the file of a log, unless it was checked already. */
  readonly checkUnchecked: (log: LogName) => Task<void>
}

const readShownEvents =
  (dependencies: ShowStreamDependencies) =>
  async (log: LogName, stream: StreamName, classes: ClassesOpened): Promise<ReadonlyArray<ShownEvent>> => {
    const { logs, eventTable, certificateOf, schedule } = dependencies
    const openParts = openPartsForReader(dependencies, classes)
    const refusalOf = refusalOfEvent(schedule)
    const events: ShownEvent[] = []
    for await (const page of logs[log].readStream(stream, { direction: 'forwards' }))
      for (const stored of page) {
        events.push(...missingEventsBetween(events.at(-1)?.revision ?? -1, stored.revision))
        const event = pipe(decodeEvent(eventTable)(log)(stored), E.flatMap(checkEventPlace))
        if (E.isLeft(event)) {
          events.push(toDamagedEvent(stored, event.left.reason))
          continue
        }
        const { right } = event
        events.push(
          toShownEvent(eventTable, certificateOf, right, (await openParts(right)).map(toShownPart), refusalOf(right)),
        )
      }
    return events
  }

/**
 * Shows each event of a stream in three columns; none says that there is no such stream. Then the file of the log was
 * checked, because a damaged index hides streams. Throws the error of a store when it is damaged.
 */
export const createShowStream =
  (dependencies: ShowStreamDependencies): RunningLibrary['showStream'] =>
  async (log, stream, classes = classesOpenedForStaff) => {
    const read = readShownEvents(dependencies)
    const show: typeof read = async (...of) => {
      const shown = await read(...of)
      // A protection that was set a moment ago counts. When a log cannot be read, the rows count as they are.
      await dependencies.projectorGroup.catchUp()
      const { rows } = dependencies
      const isProtected = isStreamOfProtectedBorrower(rows)(stream) || shown.some(showsProtectedGuardian(rows))
      return isProtected ? shown.map(withoutNameAndAddress) : shown
    }
    const events = await show(log, stream, classes)
    if (events.length > 0) return events
    await dependencies.checkUnchecked(log)()
    return show(log, stream, classes)
  }
