import type { IsScopeEnded } from '../keys/is-scope-ended'
import type { KekRing } from '../keys/kek-ring'
import type { KeyStore } from '../keys/key-store'

/** What the re-wrapping of keys needs from the outside. */
export interface RewrapPorts {
  readonly ring: Pick<
    KekRing,
    'library' | 'currentEpoch' | 'epochs' | 'retiredEpochs' | 'wrap' | 'unwrap' | 'unwrapFromEscrow'
  >
  readonly store: Pick<KeyStore, 'livingPage' | 'read' | 'replace'>
  readonly isEnded: IsScopeEnded
  /** Lets commands run between two batches. */
  readonly giveWay: () => Promise<void>
  /** A row is not what its scope's key was wrapped to. It names no scope. */
  readonly alarm: (kind: 'RowNotAuthentic') => void
}
