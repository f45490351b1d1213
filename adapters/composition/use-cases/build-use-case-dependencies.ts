import type { EventTable } from '../../../domain/event/decode-event-parts'
import { calendarScopes } from '../../../domain/use-cases/calendar-scopes'
import type { DayClosingDependencies } from '../../../domain/use-cases/day-closing-error'
import type { CommandHandlingDependencies } from '../../../domain/command-handling/handle-command'
import type { PolicyByDay } from '../../../domain/policy/policy-by-day'
import type { ContentStore } from '../../../domain/ports/content-store'
import type { LivePictures } from '../../../domain/ports/live-pictures'
import type { PaymentProvider } from '../../../domain/ports/payment-provider'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Random } from '../../../domain/ports/random'
import type { ShortTermStore } from '../../../domain/ports/short-term-store'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { createMemoryStreamQueue } from '../../processes/coordination/memory/memory-stream-queue'
import type { DamagedEventRegistry } from '../../processes/damage/damaged-event-registry'
import type { EventDecoder } from '../../processes/projectors/event-decoder'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { ServerLogRecorder } from '../../processes/server-log/server-log-recorder'
import type { EvictableStateCache } from '../../processes/running-library/lru-state-cache'
import { createLegalHoldQueries } from '../holds/create-legal-hold-queries'
import { encryptCollectionFile } from '../../outside/collection/encrypt-collection-file'
import { createClosingQueries } from './create-closing-queries'
import { createPrepareErasedMessage } from '../messages/prepare-erased-message'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import type { MessageChannels } from '../messages/message-channels'
import { queryWhenCaughtUp } from './query-when-caught-up'
import { createFootageContent } from '../video/create-footage-content'
import { createFeeReceiptSigner } from './create-fee-receipt-signer'
import { createDecisionQueries } from './create-decision-queries'
import { withErasuresReadWhenKeyIsFenced } from '../../../retention/keys/with-erasures-read-when-key-is-fenced'
import type { LibraryStores } from '../stores/library-stores'

/** The opened parts from which the dependencies of use cases are built. */
export interface LibraryComponents extends MessageChannels {
  readonly stores: LibraryStores
  readonly eventTable: EventTable
  readonly keys: CachingScopeKeys
  readonly stateCache: EvictableStateCache
  readonly projectorGroup: ProjectorGroup
  /** Passes over damaged events. */
  readonly eventDecoder: EventDecoder
  readonly damagedEvents: DamagedEventRegistry
  readonly knowsEveryErasure: () => Promise<boolean>
  readonly clock: LibraryClock
  readonly random: Random
  readonly shortTerm: ShortTermStore
  readonly serverLog: ServerLogRecorder
  readonly policy: PolicyByDay
  readonly renderMessage: RenderMessage
  readonly paymentProvider: PaymentProvider | undefined
  readonly livePictures: LivePictures | undefined
  /** Where the contents of recordings are. */
  readonly footageStore: ContentStore
}

/** Builds the dependencies of use cases. `waitForReactions` is added once the reactor runs. */
export const buildUseCaseDependencies = (
  components: LibraryComponents,
): Omit<DayClosingDependencies, 'waitForReactions'> => {
  const { stores, eventTable, stateCache, projectorGroup, damagedEvents, clock, random, policy } = components
  const keys = withErasuresReadWhenKeyIsFenced(projectorGroup.catchUp)(components.keys)
  const commandHandling: CommandHandlingDependencies = {
    eventTable,
    stores: stores.logs,
    keys,
    cache: stateCache,
    clock,
    random,
    streamQueue: createMemoryStreamQueue(),
    reportDamage: ({ at, reason }) => {
      if (at !== undefined) damagedEvents.report({ ...at, reason })
    },
  }
  const { borrowerLock, namedLock } = stores.coordination
  const { rows } = stores.readModels
  return {
    commandHandling,
    policy,
    borrowerLock,
    namedLock,
    decisionQueries: createDecisionQueries(rows, projectorGroup.catchUp, policy, clock),
    holdQueries: createLegalHoldQueries({
      schedule: stores.schedule,
      logs: stores.logs,
      ...{ eventTable, keys, catchUp: projectorGroup.catchUp },
    }),
    closingQueries: createClosingQueries(rows, projectorGroup.catchUp, policy, clock),
    ...{ shortTerm: components.shortTerm, serverLogInMemory: components.serverLog },
    calendarScopes: calendarScopes(commandHandling),
    receiptSigner: createFeeReceiptSigner(stores.ring),
    prepareErasedMessage: createPrepareErasedMessage({
      query: queryWhenCaughtUp(rows, projectorGroup.catchUp),
      render: components.renderMessage,
      senders: components.messageSenders,
      random,
      channels: components.channels,
      alarmChannelFails: components.alarmChannelFails,
      handOvers: components.handOvers,
    }),
    encryptCollectionFile,
    footageContent: createFootageContent(components.footageStore, keys),
    paymentProvider: components.paymentProvider,
    livePictures: components.livePictures,
  }
}
