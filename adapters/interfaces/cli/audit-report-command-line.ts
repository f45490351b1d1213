import type { Command as Program } from 'commander'
import { MessageLanguage } from '../../../domain/borrower/message-language'
import { rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import { auditReportCommand, type AuditReportOptions } from './commands/audit-report-command'

const parseLanguage = (text: string): MessageLanguage => (MessageLanguage.is(text) ? text : rejectArgument('da or en'))

/** Adds `audit report`. */
export const addAuditReportCommand = (audit: Program, acceptCommand: AcceptCommand): void => {
  audit
    .command('report')
    .description('make the report for a data protection officer: a summary, or with --html or --json the whole')
    .argument('[to]', 'a new file; default: standard output')
    .option('--html', 'one HTML file, which needs no other')
    .option('--language <language>', 'da or en', parseLanguage, 'da')
    .action((to: string | undefined, options: AuditReportOptions) =>
      acceptCommand((commandLine) => auditReportCommand(commandLine, to, options)),
    )
}
