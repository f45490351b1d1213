import type { SqliteSettings } from '../sqlite-settings'

/** The files whose write-ahead logs are copied into them, and the settings they are opened with. */
export interface FilesToCheckpoint {
  readonly files: ReadonlyArray<string>
  readonly settings: SqliteSettings
}

/** The requests to the thread that brings what was written into the files, and waits for the disk. */
export type FileCheckpointThreadProtocol = {
  readonly checkpoint: readonly [undefined, undefined]
}
