import type { DigitalPostSenderName } from '../outside/digital-post/memo-document'
import type { CprRegister } from '../../domain/ports/cpr-register'
import type { MonotonicClock } from '../../domain/ports/clocks'
import type { DigitalPost } from '../../domain/ports/digital-post'
import type { ContentStore } from '../../domain/ports/content-store'
import type { LivePictures } from '../../domain/ports/live-pictures'
import type { PaymentProvider } from '../../domain/ports/payment-provider'
import type { RenderMessage } from '../../domain/ports/message-renderer'
import type { PolicyByDay } from '../../domain/policy/policy-by-day'
import type { Day } from '../../domain/values/day'
import type { Ore } from '../../domain/values/ore'
import type { MessageSenders } from '../processes/messages/message-sending-ports'
import type { AlarmReporter } from '../processes/failures/alarm-without-repeats'
import type { RingPlaces } from '../stores/data-folder/data-folder-layout'
import type { FolderDescription } from '../stores/data-folder/folder-description'
import type { NamedPolicyFile } from './opening/load-policy-or-default'
import type { OpenPrimaryStores } from './stores/primary-stores'

/** How to open a data folder, or make a new one. */
export interface OpenRunningLibraryOptions {
  /** The description of a new folder. */
  readonly make: Omit<FolderDescription, 'format'>
  /** The first day of a new simulated clock. */
  readonly startOn?: Day
  readonly ring?: string
  /** Folders of the ring that lie elsewhere. */
  readonly ringPlaces?: RingPlaces
  /** The folder takes the ring from another data folder that used it. */
  readonly takeRing?: boolean
  /** How many days the wrapping keys of retired epochs stay in escrow; default: 7. */
  readonly escrowDays?: number
  readonly production: boolean
  /** The policy by day; when undefined, that of the policy file. */
  readonly policy?: PolicyByDay
  /** The policy file that the command names. The folder stores it, and its policy holds until another one is named. */
  readonly policyFile?: NamedPolicyFile | undefined
  /** Ms since the beginning of 1970, for what is held for a short time; default: the clock of the machine. */
  readonly machineTime?: () => number
  /** Another handling fee than that of the policy, in øre. */
  readonly handlingFee?: Ore
  /** The payment service; default: in the demo library a stand-in, otherwise none. */
  readonly paymentProvider?: PaymentProvider
  /** The cameras of which the duty officer sees the live picture; default: in the demo library a stand-in, otherwise none. */
  readonly livePictures?: LivePictures | undefined
  /** Writes messages; default: with the built-in texts. */
  readonly renderMessage?: RenderMessage
  /** The sender of mails to Digital Post; default: none, and legal notices are letters. */
  readonly digitalPostSender?: DigitalPostSenderName | undefined
  /** The adapter of the national service; default: the folder `digital-post`, when a sender is named. */
  readonly digitalPost?: DigitalPost
  /** The folder of the contents of recordings that all processes share; default: `footage` in the data folder. */
  readonly footageFolder?: string | undefined
  /** Another store for the contents of recordings than a folder. */
  readonly footageStore?: ContentStore
  /** The CPR register; default: none. */
  readonly cprRegister?: CprRegister | undefined
  /** The time by which messages wait and channels are probed; default: the clock of the machine. */
  readonly messageTime?: MonotonicClock
  /** What tells borrowers that they are being erased; default: nothing does. */
  readonly messageSenders?: Partial<MessageSenders>
  /** The version of Glemsom that opens the folder; default: this one. */
  readonly version?: string
  /** Opens logs and keys that are not in the folder itself. */
  readonly openPrimaryStores?: OpenPrimaryStores
  /**
   * Nobody else waits for what is written: it becomes durable with `flush`, many writes together. Without effect when
   * logs and keys are not in the folder.
   */
  readonly inBulk?: boolean
  /** Reports what must never happen: the kind of the alarm and, for a damaged event, its place. Names no person. */
  readonly alarm: AlarmReporter
}
