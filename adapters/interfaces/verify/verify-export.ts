import * as E from 'fp-ts/Either'
import { eventDefinitions } from '../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { KeyRow } from '../../../retention/keys/key-row'
import { verifyCertificate } from '../../../retention/certificates/verify-certificate'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import {
  checkCertificatesOfLogs,
  completenessReport,
  type CompletenessReport,
} from '../../../retention/completeness/completeness-report'
import { foldLogIntoScopeFold, type FoldedLog } from '../../../retention/completeness/fold-log-into-scope-fold'
import {
  compareKeyFilesWithScopeList,
  type KeyFileComparison,
} from '../../../retention/completeness/key-file-comparison'
import {
  readLivingScopesList,
  type InvalidLivingScopesList,
  type LivingScopesList,
} from '../../../retention/completeness/living-scopes'
import { createCertificateVerification } from '../../../retention/certificates/certificate-verification'
import { createScopeFold } from '../../../retention/completeness/scope-fold'
import { exportedLog, readExportedLog } from './read-export'

/** What is verified: an export, the list of living scopes, and the public key. */
export interface VerifyExportRequest {
  readonly folder: string
  readonly list: string
  /** SPKI in PEM. */
  readonly verifyingKey: string
  /** The rows of the key files, and the library of each; undefined to believe the list. */
  readonly keyFiles:
    { readonly libraries: ReadonlyArray<string | undefined>; readonly rows: ReadonlyArray<KeyRow> } | undefined
}

/** Why nothing could be compared: the list or the export is not what the library signed. */
export type VerifyExportRefusal =
  | { readonly _tag: 'ListIsInvalid'; readonly because: InvalidLivingScopesList }
  | { readonly _tag: 'ExportDiffers'; readonly log: LogName; readonly events: number; readonly signed: number }
  | { readonly _tag: 'KeysOfAnotherLibrary' }

/** The result of a verification. */
export interface ExportVerification {
  readonly report: CompletenessReport
  readonly keyFiles: Omit<KeyFileComparison, 'living'> | undefined
  /** The report is complete, and the list leaves out no key that the key files have. */
  readonly isComplete: boolean
}

const eventTable = eventDefinitionsByType(eventDefinitions)

/** The first log whose exported events are not those that the list was signed over. */
const findDifference = (
  { statement }: LivingScopesList,
  folded: Readonly<Record<LogName, FoldedLog>>,
): VerifyExportRefusal | undefined => {
  const log = logNames.find(
    (name) => folded[name].events !== statement[name].events || folded[name].sha256 !== statement[name].sha256,
  )
  return log && { _tag: 'ExportDiffers', log, events: folded[log].events, signed: statement[log].events }
}

/**
 * Verifies an export with the public key alone: the signature of the list, that the exported logs are those that it was
 * signed over, the certificates, and the comparison of what was due with the living keys. Throws CannotVerify when a file
 * has another form.
 */
export const verifyExport = async (
  request: VerifyExportRequest,
): Promise<E.Either<VerifyExportRefusal, ExportVerification>> => {
  const { folder, verifyingKey, keyFiles } = request
  const list = readLivingScopesList(verifyingKey)(request.list)
  if (E.isLeft(list)) return E.left({ _tag: 'ListIsInvalid', because: list.left })
  const { statement } = list.right
  if (keyFiles?.libraries.some((library) => library !== statement.library) === true)
    return E.left({ _tag: 'KeysOfAnotherLibrary' })
  const fold = createScopeFold(deletionClasses, createCertificateVerification({ verifyingKey }))
  const foldExported = (log: LogName): Promise<FoldedLog> =>
    foldLogIntoScopeFold(eventTable, log)(fold, readExportedLog(folder, log, statement[log].events))
  const folded = { circulation: await foldExported('circulation'), persons: await foldExported('persons') }
  const difference = findDifference(list.right, folded)
  if (difference !== undefined) return E.left(difference)
  const certificates = await checkCertificatesOfLogs(eventTable, verifyCertificate(verifyingKey), {
    circulation: exportedLog(folder, 'circulation', folded.circulation.events),
    persons: exportedLog(folder, 'persons', folded.persons.events),
  })
  const inFiles = keyFiles && compareKeyFilesWithScopeList(deletionClasses, fold, list.right.living, keyFiles.rows)
  const report = completenessReport(deletionClasses)({
    library: statement.library,
    asOf: { circulation: statement.circulation.asOf, persons: statement.persons.asOf ?? undefined },
    ...{ fold, folded, certificates, holds: statement.holds },
    living: inFiles?.living ?? list.right.living,
  })
  return E.right({ report, keyFiles: inFiles, isComplete: report.isComplete && (inFiles?.notListed.length ?? 0) === 0 })
}
