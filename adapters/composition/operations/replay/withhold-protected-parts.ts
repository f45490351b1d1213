import type { StreamName } from '../../../../domain/event/stream'
import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { EventToReplay, PartToReplay } from '../../../../domain/replay/event-to-replay'
import { isStreamOfProtectedBorrower } from '../../../../projections/borrowers/is-stream-of-protected-borrower'
import { isCprOfProtectedBorrower } from '../../../../projections/guardians/name-and-address-protection'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'

/** Parts that tell name or address of a borrower, of the first version of a registration too. */
const classesOfNameAndAddress: ReadonlySet<ScopeClass> = new Set(['borrower', 'contact', 'guardian', 'identity'])

const isOfProtectedGuardian =
  (rows: ReadModelRows) =>
  (part: PartToReplay): boolean => {
    if (part.status !== 'plain' || part.class !== 'guardian') return false
    const { cpr } = part.value as { readonly cpr?: unknown }
    return typeof cpr === 'string' && isCprOfProtectedBorrower(cpr)(rows)
  }

const withheldPart = (part: PartToReplay): PartToReplay =>
  part.status === 'plain' && classesOfNameAndAddress.has(part.class)
    ? { status: 'withheld', class: part.class, scope: part.scope }
    : part

/**
 * The events without name and address when these are protected, of the borrower or of a guardian in them, perhaps an
 * earlier one.
 */
export const withholdProtectedParts =
  (rows: ReadModelRows, stream: StreamName) =>
  (events: ReadonlyArray<EventToReplay>): ReadonlyArray<EventToReplay> => {
    const isProtected =
      isStreamOfProtectedBorrower(rows)(stream) || events.some(({ parts }) => parts.some(isOfProtectedGuardian(rows)))
    return isProtected ? events.map((event) => ({ ...event, parts: event.parts.map(withheldPart) })) : events
  }
