import type { Day } from '../../../domain/values/day'
import type { KeyBackupStatus } from '../../../retention/epochs/key-backup-status'
import type { KeyDestructionEvidence } from '../../../retention/keys/kek-ring'
import type { KeyCount } from '../../../retention/keys/key-store'

/** The key counts of a library, and its ring. Never a key that seals. */
export interface KeyStoreStatus extends Partial<KeyCount> {
  /** The id of the library. */
  readonly library: string
  /** The epoch whose wrapping key is in use. */
  readonly epoch: number
  /** How many epochs are in use: more than one while keys are re-wrapped. */
  readonly epochs: number
  /** The epochs whose wrapping keys are in escrow, and since which day. */
  readonly inEscrow: ReadonlyArray<{ readonly epoch: number; readonly retiredOn: Day }>
  /** What the ring says of a wrapping key that it destroys today. */
  readonly keyDestruction: KeyDestructionEvidence
  /** How old the newest backup of the keys is; null where none is expected: in a demo, and on servers. */
  readonly backup: KeyBackupStatus | null
  /** What a roll, or a destruction, waits for: a text for people; null when it waits for nothing. */
  readonly rollWaitsFor: string | null
  /** The key that verifies certificates: SPKI in base64. */
  readonly verifyingKey: string
  /** Why the keys cannot be counted; absent when they are. */
  readonly unavailable?: string
}
