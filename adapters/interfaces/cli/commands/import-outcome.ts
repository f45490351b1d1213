import { exitCode, type ExitCode } from '../exit-code'

/** Why a ledger or a table is not imported; the message names nobody. */
export interface ImportFailure {
  readonly kind: 'usage' | 'refused' | 'unavailable'
  readonly message: string
}

/** The result of an import, as lines and as JSON. */
export interface ImportReport {
  readonly lines: ReadonlyArray<string>
  readonly json: unknown
  /** Whether the counts of the library and the file agree, and nothing was overdue. */
  readonly isConsistent: boolean
}

/** The exit code that says why nothing was imported. */
export const exitCodeByImportFailureKind: Readonly<Record<ImportFailure['kind'], ExitCode>> = {
  usage: exitCode.usage,
  refused: exitCode.refused,
  unavailable: exitCode.unavailable,
}

/** Why real borrowers and their loans are not imported into a demo. */
export const noImportIntoDemo =
  'This library was made as a demo: whoever starts it with --try lets demo users in. Choose a new data folder for real borrowers and loans.'
