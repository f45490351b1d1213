import type { Command as Program } from 'commander'
import type { Day } from '../../../domain/values/day'
import { parseDayArgument } from './argument-parsers'
import { addAuditListCommands } from './audit-lists-command-line'
import { addCertificateCommands } from './certificates-command-line'
import type { AcceptCommand } from './cli-command'
import { addReplayCommand } from './replay-command-line'
import {
  auditCompletenessCommand,
  auditDueCommand,
  auditExportCommand,
  auditLivingScopesCommand,
} from './commands/audit-commands'

/** Adds `audit replay`, `audit due`, `audit living`, `audit completeness` and `audit export`. */
const addAuditCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  const audit = program.command('audit').description('prove that what was due is erased')
  audit
    .command('due')
    .description('list what was due at the end of a day, or will be, from the logs alone')
    .option('--at <day>', 'the day (default: today)', parseDayArgument)
    .action((options: { readonly at?: Day }) =>
      acceptCommand((commandLine) => auditDueCommand(commandLine, options.at)),
    )
  audit
    .command('living')
    .description('print the signed list of the scopes that have a key')
    .action(() => acceptCommand(auditLivingScopesCommand))
  audit
    .command('completeness')
    .description('compare what is due with the living keys, both ways, and check the certificates')
    .action(() => acceptCommand(auditCompletenessCommand))
  addReplayCommand(audit, acceptCommand)
  addAuditListCommands(audit, acceptCommand)
  audit
    .command('export')
    .description('write both logs without keys, and the list of living scopes, for glemsom-verify')
    .argument('<to>', 'an empty folder')
    .action((to: string) => acceptCommand((commandLine) => auditExportCommand(commandLine, to)))
}

/** Adds the commands that prove erasures: the groups `certificates` and `audit`. */
export const addProofCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  addCertificateCommands(program, acceptCommand)
  addAuditCommands(program, acceptCommand)
}
