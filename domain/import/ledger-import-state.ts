import type { ImportId } from '../values/ids'

interface NotStartedImport {
  readonly _tag: 'NotStarted'
}

/** Rows are being read. An interrupted import continues from here. */
export interface StartedImport {
  readonly _tag: 'Started'
  readonly import: ImportId
  readonly fingerprint: string
  readonly rows: number
}

interface FinishedImport {
  readonly _tag: 'Finished'
  readonly import: ImportId
  readonly fingerprint: string
}

export type ImportState = NotStartedImport | StartedImport | FinishedImport

export const notStartedImport: NotStartedImport = { _tag: 'NotStarted' }
