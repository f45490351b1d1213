import type { Command as Program } from 'commander'
import { freeTextError } from '../../../domain/values/free-text-error'
import { rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import {
  auditAccessCommand,
  auditCertificatesCommand,
  auditDamagedCommand,
  auditHoldsCommand,
} from './commands/audit-list-commands'

const parseReason = (text: string): string =>
  freeTextError(200)(text) === undefined ? text : rejectArgument('a text of at most 200 characters')

/** Adds `audit certificates`, `audit holds`, `audit access` and `audit damaged`. */
export const addAuditListCommands = (audit: Program, acceptCommand: AcceptCommand): void => {
  audit
    .command('certificates')
    .description('list the certificates, and verify each as it is listed')
    .action(() => acceptCommand(auditCertificatesCommand))
  audit
    .command('holds')
    .description('list the legal holds: until when each stands, and not of what')
    .action(() => acceptCommand(auditHoldsCommand))
  audit
    .command('access')
    .description('count the looks at records of borrowers, by month, role and what was opened')
    .option('--reason <text>', 'only those whose reason has this text in it', parseReason)
    .action(({ reason }: { readonly reason?: string }) =>
      acceptCommand((commandLine) => auditAccessCommand(commandLine, reason)),
    )
  audit
    .command('damaged')
    .description('list the events that the library has found damaged')
    .action(() => acceptCommand(auditDamagedCommand))
}
