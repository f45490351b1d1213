import type { PrepareTableImport } from '../../interfaces/cli/commands/import-table-command'
import { borrowerImportRecordKind } from '../../imports/borrowers/borrower-import-record-kind'
import { copyImportRecordKind } from '../../imports/copies/copy-import-record-kind'
import { readTableToImport } from '../../imports/table/read-table-to-import'
import { borrowerImportRules } from './borrower-import-rules'
import { copyImportRules } from './copy-import-rules'

/** Reads a table of borrowers or copies, by the rules of HTTP, and prepares its import. */
export const prepareTableImport: PrepareTableImport = (kind, request) =>
  kind === 'borrowers'
    ? readTableToImport(borrowerImportRecordKind(borrowerImportRules))(request)
    : readTableToImport(copyImportRecordKind(copyImportRules))(request)
