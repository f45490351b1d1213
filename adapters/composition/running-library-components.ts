import type { FolderDescription } from '../stores/data-folder/folder-description'
import type { ReleaseFolderLock } from '../stores/data-folder/lock-folder'
import type { DataFolderLayout } from '../stores/data-folder/data-folder-layout'
import type { CprRegister } from '../../domain/ports/cpr-register'
import type { PurgedStores } from '../../retention/derived-stores/purged-stores'
import type { DatabaseFileCheckResults } from '../processes/damage/database-file-check-results'
import type { DamagedEventRegistry } from '../processes/damage/damaged-event-registry'
import type { EventDecoder } from '../processes/projectors/event-decoder'
import type { EvictionCollector } from '../../retention/keys/eviction-collector'
import type { AlarmReporter } from '../processes/failures/alarm-without-repeats'
import type { FailingPartRegistry } from '../processes/failures/failing-system-part-registry'
import type { MessageStores } from './messages/message-stores'
import type { LibraryComponents } from './use-cases/build-use-case-dependencies'
import type { RingOwnership } from './opening/ring-use'
import type { OpenedClock } from './opening/open-library-clock'
import type { TransparencyOperations } from '../processes/running-library/transparency-operations'
import type { ErasureReceipt } from '../stores/erasure-receipt/erasure-receipt'

/** The opened parts of a running library. */
export interface RunningLibraryComponents extends Omit<LibraryComponents, 'clock'>, OpenedClock {
  readonly description: FolderDescription
  readonly purgedStores: PurgedStores
  readonly evictedScopes: EvictionCollector
  readonly releaseFolder: ReleaseFolderLock
  readonly failingParts: FailingPartRegistry
  readonly fileChecks: DatabaseFileCheckResults
  readonly alarm: AlarmReporter
  /** How many days the wrapping key of a retired epoch stays in escrow. */
  readonly escrowDays: number
  readonly ringOwnership: RingOwnership
  readonly messageStores: MessageStores
  readonly cprRegister: CprRegister | undefined
  readonly erasureReceipt: ErasureReceipt | undefined
  /** Undefined where no other thread can read the logs. */
  readonly transparency: TransparencyOperations | undefined
  readonly layout: DataFolderLayout
  /** Whether logs and keys are in the data folder; otherwise they are on servers. */
  readonly areStoresInFolder: boolean
  /** An event decoder that passes over damaged events and reports them elsewhere. */
  readonly decoderReporting: (report: DamagedEventRegistry['report']) => EventDecoder
}
