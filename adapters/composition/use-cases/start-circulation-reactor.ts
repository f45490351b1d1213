import * as E from 'fp-ts/Either'
import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import { runReactions } from '../../../domain/use-cases/run-reactions'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import { copyAndReservationReactions } from '../../../domain/reactions/copy-and-reservation-reactions'
import { messageReactions } from '../../../domain/reactions/message-reactions'
import { feeReactions } from '../../../domain/reactions/fee-reactions'
import { delay } from '../../system/concurrency/delay'
import { startLeasedReactor } from '../../processes/reactors/leased-reactor'
import { startReactor, type Reactor } from '../../processes/reactors/reactor'
import { staysUnreadable } from '../../processes/damage/with-stand-ins-for-damaged-events'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import type { EventAddress } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { LibraryComponents } from './build-use-case-dependencies'

const reactions = [...copyAndReservationReactions, ...feeReactions, ...messageReactions]

/** The name of the reactor's checkpoint and of its lease. It is stored: do not change it. */
export const circulationReactorName = 'reactions'

type React = (event: EventWithMetadata) => TE.TaskEither<InfrastructureError, Position | undefined>

/** Passes an event whose reactions meet an event that cannot be read: the reactions to all later events go on. */
const passReactionsWhenUnreadable =
  (staysSo: (error: InfrastructureError) => Promise<boolean>, alarmNotRun: (event: EventAddress) => void) =>
  (react: React): React =>
  (event) =>
  async () => {
    const reacted = await react(event)()
    if (reacted._tag === 'Right' || !(await staysSo(reacted.left))) return reacted
    const { log, stream, revision } = event.metadata
    alarmNotRun({ log, stream, revision })
    return E.right(undefined)
  }

/** The alarms of the reactor. */
interface ReactorAlarms {
  readonly alarm: (error: InfrastructureError) => void
  /** The reactions to an event are not run, because an event that they need cannot be read. */
  readonly alarmNotRun: (event: EventAddress) => void
  /** The checkpoint is beyond the end of the log. */
  readonly alarmCheckpointAhead: () => void
  /** The lease of the reactor had an end that no process sets. */
  readonly alarmLeaseEndTooFar: () => void
}

/** Starts the reactor that runs the reactions of copies, queues and fees. It runs in one process at a time. */
export const startCirculationReactor = (
  useCaseDependencies: UseCaseDependencies,
  {
    stores: { logs, checkpoints, coordination },
    eventDecoder,
    knowsEveryErasure,
  }: Pick<LibraryComponents, 'stores' | 'eventDecoder' | 'knowsEveryErasure'>,
  { alarm, alarmNotRun, ...alarmsOfStart }: ReactorAlarms,
): Promise<Reactor> => {
  const decode = eventDecoder.decode('circulation')
  const passWhenUnreadable = passReactionsWhenUnreadable(staysUnreadable(knowsEveryErasure), alarmNotRun)
  return startLeasedReactor({
    name: circulationReactorName,
    leases: coordination.leases,
    store: logs.circulation,
    checkpoints: checkpoints(),
    alarm,
    ...alarmsOfStart,
    progressChannel: coordination.progress,
    startReactor: ({ token }, hooks) =>
      startReactor({
        name: circulationReactorName,
        store: logs.circulation,
        checkpoints: checkpoints({ lease: circulationReactorName, token }),
        eventTypes: new Set(reactions.flatMap(({ eventTypes }) => eventTypes)),
        prefetchKeys: (events) => eventDecoder.prefetchKeys(RA.rights(events.map(decode))),
        openEvent: (stored) => {
          const event = decode(stored)
          return event._tag === 'Left' ? TE.fromEither(event) : eventDecoder.open(event.right)
        },
        react: passWhenUnreadable(runReactions(useCaseDependencies)(reactions)),
        alarm,
        ...alarmsOfStart,
        ...hooks,
        delay,
      }),
  })
}
