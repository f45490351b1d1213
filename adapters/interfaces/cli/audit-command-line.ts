import type { Command as Program } from 'commander'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { Day } from '../../../domain/values/day'
import type { CertificateId } from '../../../domain/values/ids'
import {
  collectOptionValues,
  parseCertificateOrStream,
  parseDayArgument,
  parseLogName,
  parseWholeNumber,
} from './argument-parsers'
import { addAuditListCommands } from './audit-lists-command-line'
import { addCertificateCommands } from './certificates-command-line'
import type { AcceptCommand } from './cli-command'
import { addReplayCommand } from './replay-command-line'
import { addAuditReportCommand } from './audit-report-command-line'
import {
  auditCompletenessCommand,
  auditDueCommand,
  auditExportCommand,
  auditLivingScopesCommand,
} from './commands/audit-commands'
import { auditHeadCommand } from './commands/audit-head-command'
import { auditProofCommand, type AuditProofOptions } from './commands/audit-proof-command'
import { auditTilesCommand, type AuditTilesOptions } from './commands/audit-tiles-command'
import { auditVerifyCommand, type AuditVerifyOptions } from './commands/audit-verify-command'

/** Adds `audit head`, `audit verify`, `audit proof`, `audit tiles`, `audit replay`, `audit report`, `audit due`, `audit living`, `audit completeness` and `audit export`. */
const addAuditCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  const audit = program.command('audit').description('prove that what was due is erased')
  audit
    .command('head')
    .description('sign the head of all events of a log (persons: of its closed months), and print it')
    .option('--log <log>', 'circulation or persons', parseLogName, 'circulation')
    .action(({ log }: { readonly log: LogName }) => acceptCommand((commandLine) => auditHeadCommand(commandLine, log)))
  audit
    .command('verify')
    .description('compare the logs with all that their heads have signed, and check the certificates')
    .option('--log <log>', 'circulation or persons (default: both)', parseLogName)
    .option(
      '--head <file>',
      'compare the whole log also with a head that was stored elsewhere; may be repeated',
      collectOptionValues,
    )
    .option('--after <events>', 'begin after the head of so many events, which was verified before', parseWholeNumber)
    .action((options: AuditVerifyOptions) => acceptCommand((commandLine) => auditVerifyCommand(commandLine, options)))
  audit
    .command('proof')
    .description('print the proof that a certificate, or another event, is in its log, under the newest signed head')
    .argument('<event>', 'the id of a certificate, or the stream of an event', parseCertificateOrStream)
    .option('--revision <revision>', 'the index of the event in its stream, from 0', parseWholeNumber)
    .option('--log <log>', 'circulation or persons, for a stream that both logs can have', parseLogName)
    .action((event: CertificateId | StreamName, options: AuditProofOptions) =>
      acceptCommand((commandLine) => auditProofCommand(commandLine, event, options)),
    )
  audit
    .command('tiles')
    .description('write the newest head and the tree of each log as files, for any server of static files')
    .argument('<to>', 'the folder; what it has already is not written again')
    .option('--log <log>', 'circulation or persons (default: both)', parseLogName)
    .option('--entries', 'write the records of events too: for a server that only auditors reach')
    .action((to: string, options: AuditTilesOptions) =>
      acceptCommand((commandLine) => auditTilesCommand(commandLine, to, options)),
    )
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
  addAuditReportCommand(audit, acceptCommand)
  addAuditListCommands(audit, acceptCommand)
  audit
    .command('export')
    .description('write both logs without keys, their signed heads, and the list of living scopes, for glemsom-verify')
    .argument('<to>', 'an empty folder')
    .action((to: string) => acceptCommand((commandLine) => auditExportCommand(commandLine, to)))
}

/** Adds the commands that prove erasures: the groups `certificates` and `audit`. */
export const addProofCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  addCertificateCommands(program, acceptCommand)
  addAuditCommands(program, acceptCommand)
}
