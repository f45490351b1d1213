import type { PrepareTableImport } from '../../interfaces/cli/commands/import-table-command'
import { borrowersTable } from '../../imports/borrowers/borrowers-table'
import { copiesTable } from '../../imports/copies/copies-table'
import { prepareTable } from '../../imports/table/prepare-table'
import { borrowerRules } from './borrower-rules'
import { copyRules } from './copy-rules'

/** Reads a table of borrowers or copies, by the rules of HTTP, and prepares its import. */
export const prepareTableImport: PrepareTableImport = (kind, request) =>
  kind === 'borrowers'
    ? prepareTable(borrowersTable(borrowerRules))(request)
    : prepareTable(copiesTable(copyRules))(request)
