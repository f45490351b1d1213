import type { Position } from '../../../domain/ports/event-store'

/** How far a reactor has come in its log. Whatever followed from the events up to there is durable. */
export interface ReactorProgress {
  /** The position of the last event that the reactor has passed. */
  readonly passed: Position
  /** The furthest position of an event that followed from what the reactor has passed; undefined while none did. */
  readonly followed: Position | undefined
}

/** Tells the processes of a library how far the reactor that runs in one of them has come. Nothing is stored. */
export interface ProgressChannel {
  /** Sends the progress of a reactor to every process. A newer one replaces one that is not sent yet. */
  readonly publish: (reactor: string, progress: ReactorProgress) => void
  /** Calls back with each progress of the reactor that any process publishes. Some may be lost. */
  readonly subscribe: (reactor: string, receive: (progress: ReactorProgress) => void) => void
}

/** The channel of a process that is alone: it knows its own progress. */
export const noProgressChannel: ProgressChannel = { publish: () => undefined, subscribe: () => undefined }
