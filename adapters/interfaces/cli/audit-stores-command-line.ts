import type { Command as Program } from 'commander'
import { ScopeId } from '../../../domain/values/ids'
import { rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import { auditStoresCommand } from './commands/audit-stores-command'

const parseScope = (text: string): ScopeId =>
  ScopeId.is(text) ? text : rejectArgument('the id of a scope, such as that of a loan')

/** Adds the command `audit stores`, and the group `audit` when there is none. */
export const addAuditStoresCommand = (program: Program, acceptCommand: AcceptCommand): void => {
  const audit =
    program.commands.find((command) => command.name() === 'audit') ??
    program.command('audit').description('what an auditor or a data protection officer checks')
  audit
    .command('stores')
    .description('list every table, file and cache with what is personal in it, and how it is erased')
    .option('--scope <id>', 'only the stores that hold something of this scope now', parseScope)
    .action(({ scope }: { readonly scope?: ScopeId }) =>
      acceptCommand((commandLine) => auditStoresCommand(commandLine, scope)),
    )
}
