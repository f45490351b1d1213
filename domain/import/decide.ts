import { finishImport, type FinishImport } from './commands/finish'
import { startImport, type StartImport } from './commands/start'
import type { Decision } from './decision'

export type ImportCommand = StartImport | FinishImport

/** What a command makes happen to an import, or why not. */
export const decide = (command: ImportCommand): Decision => {
  switch (command.type) {
    case 'StartImport':
      return startImport(command)
    case 'FinishImport':
      return finishImport(command)
  }
}
