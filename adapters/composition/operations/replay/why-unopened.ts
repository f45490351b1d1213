import type { SealedEvent } from '../../../../domain/command-handling/open-event'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { UnreadValue } from '../../../../domain/replay/replayed-value'
import { lostKeyUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { Schedule } from '../../../../retention/schedule/schedule'
import type { DamagedEvent } from '../../../processes/damage/damaged-event-registry'
import type { ClassesOpened } from '../../../processes/running-library/replay-operations'

/** What tells without any key why a part is not read. */
export interface KnownWithoutKeys {
  readonly schedule: Pick<Schedule, 'isEnded' | 'isLost' | 'certificateOf'>
  readonly damagedEvents: { readonly list: () => ReadonlyArray<DamagedEvent> }
}

export const erasedPart = ({ schedule }: KnownWithoutKeys, { class: name, scope }: PartScope): UnreadValue => ({
  ...{ status: 'erased', class: name, certificate: schedule.certificateOf(scope) ?? null },
})

export const unavailablePart = ({ class: name }: PartScope, reason: string): UnreadValue => ({
  ...{ status: 'unavailable', class: name, reason },
})

export const damagedPart = ({ class: name }: PartScope, reason: string): UnreadValue => ({
  ...{ status: 'damaged', class: name, reason },
})

/** What the library found out about the part when it read the event itself. */
const knownDamage = (
  { damagedEvents }: KnownWithoutKeys,
  { log, stored }: SealedEvent,
  part: PartScope,
): UnreadValue | undefined => {
  const damage = damagedEvents
    .list()
    .find((event) => event.log === log && event.stream === stored.stream && event.revision === stored.revision)
  if (damage === undefined) return undefined
  return damage.found?.key === undefined ? damagedPart(part, damage.reason) : unavailablePart(part, damage.reason)
}

/** Why a part is not opened, as the log and the library say without any key; undefined when it is to be opened. */
export const whyUnopened =
  (known: KnownWithoutKeys, opened: ClassesOpened) =>
  (event: SealedEvent, part: PartScope): UnreadValue | undefined => {
    if (known.schedule.isEnded(part.scope)) return erasedPart(known, part)
    if (known.schedule.isLost(part.scope)) return unavailablePart(part, lostKeyUnavailable.reason)
    if (opened.has(part.class)) return undefined
    return knownDamage(known, event, part) ?? { status: 'withheld', class: part.class }
  }
