import type { LogName } from '../../../../domain/event/stream'
import type { Position, RecordedEvent } from '../../../../domain/ports/event-store'
import type { Proof } from '../../../../retention/transparency/tree/proofs'
import type { ClosingOfTree } from './closing-of-tree'
import type { LogPlaces } from './log-place'

/** What the thread of the trees is started with. */
export interface TreeThreadOptions {
  readonly file: string
  /** The key of the file, 32 bytes. */
  readonly key: Uint8Array
  readonly places: LogPlaces
}

/** How far a tree is. */
export interface TreeProgress {
  readonly size: number
  readonly position: Position | ''
  /** Whether it has read the log to its end, or as far as it may. */
  readonly isCaughtUp: boolean
}

/** A tile of hashes, or a bundle of entries, as far as a tree of a size has it. */
export interface TileRequest {
  readonly log: LogName
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** Some leaves of a log, computed from its events as the store has them, and not from what a process remembers. */
export interface LeavesOfPage {
  /** The hashes, one after the other. */
  readonly hashes: Uint8Array
  readonly places: ReadonlyArray<Pick<RecordedEvent, 'stream' | 'revision' | 'type'>>
  /** The position of the last event. */
  readonly position: Position | ''
}

/** The requests to the thread. Those about a size answer undefined when the tree has fewer leaves. */
export type TreeThreadProtocol = {
  /** Reads at most some thousand further events, none after `upTo`. */
  readonly grow: readonly [{ readonly log: LogName; readonly upTo?: Position }, TreeProgress]
  /** The leaves of the next events after a position, some thousand at most; none at the end of the log. */
  readonly leaves: readonly [{ readonly log: LogName; readonly after: Position | '' }, LeavesOfPage]
  /** Makes the tree of a log empty: it is computed again by `grow`. */
  readonly clear: readonly [{ readonly log: LogName }, undefined]
  readonly root: readonly [{ readonly log: LogName; readonly size: number }, Uint8Array | undefined]
  readonly lastClosing: readonly [{ readonly log: LogName }, ClosingOfTree | undefined]
  /** The next closings after a size, oldest first; some hundred at most. */
  readonly closingsAfter: readonly [{ readonly log: LogName; readonly size: number }, ReadonlyArray<ClosingOfTree>]
  readonly tile: readonly [TileRequest, Uint8Array | undefined]
  /** The index of the leaf of the event at a position. */
  readonly indexOf: readonly [{ readonly log: LogName; readonly position: Position }, number | undefined]
  /** The position of the event of a leaf. */
  readonly positionOf: readonly [{ readonly log: LogName; readonly index: number }, Position | undefined]
  readonly inclusion: readonly [
    { readonly log: LogName; readonly index: number; readonly size: number },
    Proof | undefined,
  ]
  readonly consistency: readonly [
    { readonly log: LogName; readonly smaller: number; readonly size: number },
    Proof | undefined,
  ]
}
