import { either as E } from 'fp-ts'
import type { ImportId } from '../../values/ids'
import type { Decision } from '../decision'
import { ImportStarted } from '../events/import-started'
import { refuse } from '../refusal'

/** A ledger shall be read in. */
export interface StartImport {
  readonly type: 'StartImport'
  readonly import: ImportId
  /** Of the whole file; the caller has seen that no finished import has the same. */
  readonly fingerprint: string
  readonly rows: number
}

/** Started again with the same file, it goes on. Refused: `ImportIsOfAnotherFile`, `ImportIsFinished`. */
export const startImport =
  ({ import: id, fingerprint, rows }: StartImport): Decision =>
  (state) => {
    switch (state._tag) {
      case 'NotStarted':
        return E.right([ImportStarted({ import: id, fingerprint, rows }, {})])
      case 'Started':
        return state.fingerprint === fingerprint ? E.right([]) : refuse('ImportIsOfAnotherFile')
      case 'Finished':
        return refuse('ImportIsFinished')
    }
  }
