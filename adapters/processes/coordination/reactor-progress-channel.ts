import type { Position } from '../../../domain/ports/event-store'

/** The progress of a reactor in its log. The reactions to the events up to `passed` are done and durable. */
export interface ReactorProgress {
  /** The position of the last event that the reactor has passed. */
  readonly passed: Position
  /** The last position of an event that a reaction appended, if any. */
  readonly lastReaction: Position | undefined
}

/** Sends the progress of a reactor to the other processes of the library. Nothing is stored. */
export interface ReactorProgressChannel {
  /** Sends the progress of a reactor to every process. Newer progress replaces progress that is not sent yet. */
  readonly publish: (reactor: string, progress: ReactorProgress) => void
  /** Calls `receive` with the progress of the reactor that any process publishes. Messages may be lost. */
  readonly subscribe: (reactor: string, receive: (progress: ReactorProgress) => void) => void
}

/** The channel of a single process: nobody else needs its progress. */
export const noReactorProgressChannel: ReactorProgressChannel = { publish: () => undefined, subscribe: () => undefined }
