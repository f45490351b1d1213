import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { isUnreadableError, type Unreadable } from '../../../domain/command-handling/event-damage'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import type { LogName } from '../../../domain/event/stream'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { EventDecoder } from '../projectors/event-decoder'
import { checkEventPlace } from './check-event-place'
import type { DamagedEventRegistry } from './damaged-event-registry'
import { digestOfStoredEventWithFault } from './digest-of-stored-event-with-fault'

/** The type of the stand-in for a damaged event: no fold, no deletion clock and no reaction knows it. */
const damagedEventType = 'Damaged'

/** A damaged event as log consumers see it: they pass its position, and it changes nothing. */
const standInFor = (log: LogName, stored: RecordedEvent): SealedEvent => ({
  stored: { ...stored, type: damagedEventType },
  log,
  open: {},
  parts: [],
})

const standInWhenOpened = ({ log, stored }: SealedEvent): EventWithMetadata => {
  const { stream, revision, position, id, recorded } = stored
  const damaged = { type: damagedEventType, open: {}, sealed: {} }
  return Object.assign({}, damaged, {
    metadata: { log, stream, revision, position, id, recorded },
  }) as EventWithMetadata
}

interface PassingOverDamage {
  readonly damagedEvents: Pick<DamagedEventRegistry, 'report'>
  /**
   * Whether the schedule knows every erasure that the logs hold now. Until then a fenced key may belong to an erasure
   * that another process has just declared.
   */
  readonly knowsEveryErasure: () => Promise<boolean>
}

/** Whether an event cannot be read and will not be read later by itself. */
export const staysUnreadable =
  (knowsEveryErasure: PassingOverDamage['knowsEveryErasure']) =>
  async (error: { readonly _tag: string }): Promise<boolean> =>
    isUnreadableError(error) && (error._tag !== 'Unavailable' || error.key !== 'fenced' || (await knowsEveryErasure()))

/**
 * An event decoder that reports damaged events and answers stand-ins for them, so that one damaged event stops nothing.
 * It fails only while the keys do not answer.
 */
export const withStandInsForDamagedEvents =
  ({ damagedEvents, knowsEveryErasure }: PassingOverDamage) =>
  (decoder: EventDecoder): EventDecoder => {
    const report = (log: LogName, stored: RecordedEvent, parts: SealedEvent['parts'], error: Unreadable): void =>
      damagedEvents.report({
        log,
        stream: stored.stream,
        revision: stored.revision,
        reason: error.reason,
        found: {
          id: stored.id,
          scopes: parts.map(({ scope }) => scope),
          ...(error._tag === 'Unavailable' ? { key: error.key } : {}),
          recorded: stored.recorded,
          digest: digestOfStoredEventWithFault(stored),
        },
      })
    const isFinal = staysUnreadable(knowsEveryErasure)
    return {
      ...decoder,
      decode: (log) => (stored) =>
        pipe(
          decoder.decode(log)(stored),
          E.flatMap(checkEventPlace),
          E.orElse((damage) => {
            report(log, stored, [], damage)
            return E.right(standInFor(log, stored))
          }),
        ),
      open: (event) => async () => {
        const opened = await decoder.open(event)()
        if (opened._tag === 'Right' || !(await isFinal(opened.left))) return opened
        // Meanwhile the schedule may have read the erasure of the part.
        const openedAgain = await decoder.open(event)()
        if (openedAgain._tag === 'Right' || !isUnreadableError(openedAgain.left)) return openedAgain
        report(event.log, event.stored, event.parts, openedAgain.left)
        return E.right(standInWhenOpened(event))
      },
    }
  }
