import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import { decodeSealedPart, type EventTable } from '../../../domain/event/decode-event-parts'
import type { LogName, StreamName } from '../../../domain/event/stream'
import { sealContextOf, decodeEvent, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { EventStore, RecordedEvent } from '../../../domain/ports/event-store'
import type { ScopeKeys, OpenedPart, PartScope } from '../../../domain/ports/scope-keys'
import { checkEventPlace } from '../../processes/damage/check-event-place'
import { isStreamOfProtectedBorrower } from '../../../projections/borrowers/is-stream-of-protected-borrower'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { CertificateId, ScopeId } from '../../../domain/values/ids'
import { erasureRunRefusalTexts } from '../../../retention/schedule/erasure-run-refusal'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { ShownEvent } from '../../processes/running-library/shown-event'
import { showsProtectedGuardian } from './shows-protected-guardian'
import { damageOfEventParts, missingEventsBetween } from './shown-damage'
import { classesWithheldFromStaff, withoutNameAndAddress, withoutSecrets } from './withheld-from-staff'

/** The certificate of a scope; undefined until it has one. */
type CertificateOf = (scope: ScopeId) => CertificateId | undefined

const staffViewOf = (
  eventTable: EventTable,
  certificateOf: CertificateOf,
  { stored }: SealedEvent,
  part: PartScope,
  opened: OpenedPart | undefined,
): unknown => {
  if (classesWithheldFromStaff.has(part.class)) return { withheld: part.class }
  if (opened === undefined) return 'unavailable'
  if (opened._tag === 'Erased') return { erased: true, certificate: certificateOf(part.scope) ?? null }
  if (opened._tag !== 'Plain') return { [opened._tag.toLowerCase()]: true }
  const decoded = decodeSealedPart(eventTable)(stored.type, stored.version, part.class, opened.value)
  return E.isRight(decoded) ? withoutSecrets(part.class, decoded.right) : { corrupt: true }
}

/** Why the plain text of a part has not the form of its event; none when it has. */
const reasonNotDecoded = (
  eventTable: EventTable,
  { stored }: SealedEvent,
  part: PartScope,
  opened: OpenedPart | undefined,
): ReadonlyArray<string> => {
  if (opened?._tag !== 'Plain') return []
  const decoded = decodeSealedPart(eventTable)(stored.type, stored.version, part.class, opened.value)
  return E.isLeft(decoded) ? [decoded.left.reason] : []
}

const bytesSealed = ({ sealed }: Pick<RecordedEvent, 'sealed'>): string => `${String(sealed.length)} bytes sealed`

/** The sealed bytes by the classes that are known of them; all bytes under `unknown` when none is. */
const storedSealed = (
  stored: Pick<RecordedEvent, 'sealed'>,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  stored.sealed.length > 0 && Object.keys(known).length === 0 ? { unknown: bytesSealed(stored) } : known

const toShownEvent = (
  eventTable: EventTable,
  certificateOf: CertificateOf,
  event: SealedEvent,
  opened: ReadonlyArray<OpenedPart>,
  refusal: string | undefined,
): ShownEvent => {
  const { stored, open, parts } = event
  const mapParts = <A>(view: (part: PartScope, index: number) => A) =>
    Object.fromEntries(parts.map((part, index) => [part.class, view(part, index)]))
  const undecoded = parts.flatMap((part, index) => reasonNotDecoded(eventTable, event, part, opened[index]))
  const damage = refusal ?? damageOfEventParts(event, opened, undecoded)
  return {
    revision: stored.revision,
    type: stored.type,
    recorded: stored.recorded,
    ...(damage === undefined ? {} : { damaged: damage }),
    stored: {
      open,
      sealed: storedSealed(
        stored,
        mapParts(() => bytesSealed(stored)),
      ),
    },
    staff: {
      ...open,
      ...mapParts((part, index) => staffViewOf(eventTable, certificateOf, event, part, opened[index])),
    },
    living: parts.filter((_, index) => opened[index]?._tag === 'Plain').map(({ class: name }) => name),
    forgotten: open,
  }
}

const parseOpenPart = (text: string): Readonly<Record<string, unknown>> =>
  pipe(
    E.tryCatch((): unknown => JSON.parse(text), String),
    E.match(
      () => ({ text }),
      (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? (value as Readonly<Record<string, unknown>>)
          : { text },
    ),
  )

/** An event whose open part cannot be read: its bytes as they are stored. */
const toDamagedEvent = ({ revision, type, recorded, open, sealed }: RecordedEvent, reason: string): ShownEvent => {
  const openPart = parseOpenPart(open)
  return {
    ...{ revision, type, recorded, damaged: reason },
    stored: {
      open: openPart,
      sealed: storedSealed({ sealed }, {}),
    },
    staff: { damaged: true },
    living: [],
    forgotten: openPart,
  }
}

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
export interface ShowStreamDependencies {
  /** They tell whether name and address of a borrower are protected: then staff open them with a reason. */
  readonly rows: ReadModelRows
  readonly projectorGroup: { readonly catchUp: Task<unknown> }
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>
  readonly eventTable: EventTable
  readonly keys: Pick<ScopeKeys, 'openParts'>
  readonly certificateOf: CertificateOf
  readonly schedule: Pick<Schedule, 'refusedRuns'>
  /** Checks the file of a log, unless it was checked already. */
  readonly checkUnchecked: (log: LogName) => Task<void>
}

const readShownEvents =
  ({ logs, eventTable, keys, certificateOf, schedule }: ShowStreamDependencies) =>
  async (log: LogName, stream: StreamName): Promise<ReadonlyArray<ShownEvent>> => {
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
        const opened =
          right.parts.length === 0 ? [] : await keys.openParts(sealContextOf(right), stored.sealed, right.parts)()
        events.push(toShownEvent(eventTable, certificateOf, right, opened, refusalOf(right)))
      }
    return events
  }

/**
 * Shows each event of a stream in three columns; none says that there is no such stream. Then the file of the log was
 * checked, because a damaged index hides streams. Throws the error of a store when it is damaged.
 */
export const createShowStream =
  (dependencies: ShowStreamDependencies): RunningLibrary['showStream'] =>
  async (log, stream) => {
    const read = readShownEvents(dependencies)
    const show: typeof read = async (...of) => {
      const shown = await read(...of)
      // A protection that was set a moment ago counts. When a log cannot be read, the rows count as they are.
      await dependencies.projectorGroup.catchUp()
      const { rows } = dependencies
      const isProtected = isStreamOfProtectedBorrower(rows)(stream) || shown.some(showsProtectedGuardian(rows))
      return isProtected ? shown.map(withoutNameAndAddress) : shown
    }
    const events = await show(log, stream)
    if (events.length > 0) return events
    await dependencies.checkUnchecked(log)()
    return show(log, stream)
  }
