import type { ImportId } from '../values/ids'

export interface NotStarted {
  readonly _tag: 'NotStarted'
}

/** Rows are being read; an import that broke off goes on from here. */
export interface Started {
  readonly _tag: 'Started'
  readonly import: ImportId
  readonly fingerprint: string
  readonly rows: number
}

export interface Finished {
  readonly _tag: 'Finished'
  readonly import: ImportId
  readonly fingerprint: string
}

export type ImportState = NotStarted | Started | Finished

export const notStarted: NotStarted = { _tag: 'NotStarted' }
