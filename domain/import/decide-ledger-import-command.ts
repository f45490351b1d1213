import { decideFinishImport, type FinishImport } from './commands/finish-import'
import { decideStartImport, type StartImport } from './commands/start-import'
import type { DecideFromState } from './decide-ledger-import-from-state'

export type LedgerImportCommand = StartImport | FinishImport

/** The events of a command to an import, or why it is refused. */
export const decide = (command: LedgerImportCommand): DecideFromState => {
  switch (command.type) {
    case 'StartImport':
      return decideStartImport(command)
    case 'FinishImport':
      return decideFinishImport(command)
  }
}
