/** The requests to the thread that brings what was written into the files of a key store, and waits for the disk. */
export type CheckpointProtocol = {
  readonly checkpoint: readonly [undefined, undefined]
}
