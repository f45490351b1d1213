import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'

/** Why a command to an import is refused. */
export type ImportRefusal =
  | { readonly _tag: 'ImportIsUnknown' }
  /** The import was started with another file. */
  | { readonly _tag: 'ImportIsOfAnotherFile' }
  | { readonly _tag: 'ImportIsFinished' }
  /** No row is dropped silently: each one becomes a loan or a reject. */
  | { readonly _tag: 'RowsUnaccountedFor'; readonly rows: number; readonly loans: number; readonly rejects: number }

type ImportRefusalTag = ImportRefusal['_tag']

export const refuseImport = (_tag: Exclude<ImportRefusalTag, 'RowsUnaccountedFor'>): Either<ImportRefusal, never> =>
  E.left({ _tag })
