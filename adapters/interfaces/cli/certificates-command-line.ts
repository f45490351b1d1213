import type { Command as Program } from 'commander'
import { ScopeClassCodec } from '../../../domain/erasure/scope-class-codec'
import type { ScopeClass } from '../../../domain/event/scope-class'
import { Day } from '../../../domain/values/day'
import { CertificateId, ScopeId } from '../../../domain/values/ids'
import { Month } from '../../../domain/values/month'
import { parseLogName, rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import {
  certificatesKeyCommand,
  certificatesListCommand,
  certificatesShowCommand,
  certificatesVerifyCommand,
  type CertificateListOptions,
} from './commands/certificate-commands'

const parseClass = (text: string): ScopeClass =>
  ScopeClassCodec.is(text) ? text : rejectArgument('a deletion class, such as loan or reservation')

const parseDayOrMonth = (text: string): string =>
  Day.is(text) || Month.is(text) ? text : rejectArgument('a day or a month, such as 2026-11-22 or 2026-11')

const parseScope = (text: string): ScopeId =>
  ScopeId.is(text) ? text : rejectArgument('the id of a scope, such as that of a loan')

const parseCertificate = (text: string): CertificateId =>
  CertificateId.is(text) ? text : rejectArgument('the id of a certificate')

/** Adds the commands `certificates list`, `show`, `verify` and `key`. */
export const addCertificateCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  const certificates = program.command('certificates').description('the signed statements about erasures')
  certificates
    .command('list')
    .description('list them by date; those of persons once their month is closed')
    .option('--log <log>', 'circulation or persons', parseLogName)
    .option('--class <class>', 'only those that certify a scope of this class', parseClass)
    .option('--on <day or month>', 'only those of this day (circulation) or of this month (persons)', parseDayOrMonth)
    .option('--scope <id>', 'only the one of this scope', parseScope)
    .action((options: CertificateListOptions) =>
      acceptCommand((commandLine) => certificatesListCommand(commandLine, options)),
    )
  certificates
    .command('show')
    .description('show the statement of one, and its signature')
    .argument('<certificate>', 'its id', parseCertificate)
    .action((id: CertificateId) => acceptCommand((commandLine) => certificatesShowCommand(commandLine, id)))
  certificates
    .command('verify')
    .description('check every signature, and every statement against the log')
    .action(() => acceptCommand(certificatesVerifyCommand))
  certificates
    .command('key')
    .description('print the public key that verifies them')
    .action(() => acceptCommand(certificatesKeyCommand))
}
