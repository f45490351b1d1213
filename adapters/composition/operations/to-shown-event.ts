import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import { decodeSealedPart, type EventTable } from '../../../domain/event/decode-event-parts'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { CertificateId, ScopeId } from '../../../domain/values/ids'
import type { ShownEvent } from '../../processes/running-library/shown-event'
import { damageOfEventParts } from './shown-damage'
import { isLivingPart, type ShownPart } from './shown-part'
import { withoutSecrets } from './withheld-from-staff'

/** The certificate of a scope; undefined until it has one. */
export type CertificateOf = (scope: ScopeId) => CertificateId | undefined

const staffViewOf = (
  eventTable: EventTable,
  certificateOf: CertificateOf,
  { stored }: SealedEvent,
  part: PartScope,
  opened: ShownPart | undefined,
): unknown => {
  if (opened === undefined) return 'unavailable'
  if (opened._tag === 'Erased') return { erased: true, certificate: certificateOf(part.scope) ?? null }
  if (opened._tag === 'Withheld') return { withheld: part.class }
  if (opened._tag !== 'Plain') return { [opened._tag.toLowerCase()]: true }
  const decoded = decodeSealedPart(eventTable)(stored.type, stored.version, part.class, opened.value)
  return E.isRight(decoded) ? withoutSecrets(part.class, decoded.right) : { corrupt: true }
}

/** Why the plain text of a part has not the form of its event; none when it has. */
const reasonNotDecoded = (
  eventTable: EventTable,
  { stored }: SealedEvent,
  part: PartScope,
  opened: ShownPart | undefined,
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

/** An event whose open part is read, in three columns. */
export const toShownEvent = (
  eventTable: EventTable,
  certificateOf: CertificateOf,
  event: SealedEvent,
  opened: ReadonlyArray<ShownPart>,
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
    living: parts.filter((_, index) => isLivingPart(opened[index])).map(({ class: name }) => name),
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
export const toDamagedEvent = (
  { revision, type, recorded, open, sealed }: RecordedEvent,
  reason: string,
): ShownEvent => {
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
