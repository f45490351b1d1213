import { either as E } from 'fp-ts'
import type { ImportId } from '../../values/ids'
import type { DecideFromState } from '../decide-ledger-import-from-state'
import { ImportStarted } from '../events/import-started'
import { refuseImport } from '../ledger-import-refusal'

/** Starts the import of a ledger. */
export interface StartImport {
  readonly type: 'StartImport'
  readonly import: ImportId
  /** The fingerprint of the whole file. The caller has checked that no finished import has the same. */
  readonly fingerprint: string
  readonly rows: number
}

/** A repeat with the same file continues the import. Refused: `ImportIsOfAnotherFile`, `ImportIsFinished`. */
export const decideStartImport =
  ({ import: id, fingerprint, rows }: StartImport): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'NotStarted':
        return E.right([ImportStarted({ import: id, fingerprint, rows }, {})])
      case 'Started':
        return state.fingerprint === fingerprint ? E.right([]) : refuseImport('ImportIsOfAnotherFile')
      case 'Finished':
        return refuseImport('ImportIsFinished')
    }
  }
