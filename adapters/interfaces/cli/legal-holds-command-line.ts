import type { Command as Program } from 'commander'
import type { Day } from '../../../domain/values/day'
import { BorrowerId, HoldId, ScopeId } from '../../../domain/values/ids'
import { freeTextError } from '../../../domain/values/free-text-error'
import { parseDayArgument, rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import {
  listLegalHoldsCommand,
  prolongLegalHoldCommand,
  releaseLegalHoldCommand,
  setLegalHoldCommand,
  type LegalHoldChangeOptions,
  type SetLegalHoldOptions,
} from './commands/legal-hold-cli-commands'

const parseScope = (text: string): ScopeId =>
  ScopeId.is(text) ? text : rejectArgument('the id of a record, such as that of a loan or a borrower')

const parseHold = (text: string): HoldId => (HoldId.is(text) ? text : rejectArgument('the id of a legal hold'))

const parseBorrower = (text: string): BorrowerId =>
  BorrowerId.is(text) ? text : rejectArgument('the id of a borrower')

const parseText =
  (maxLength: number) =>
  (text: string): string =>
    freeTextError(maxLength)(text) === undefined
      ? text
      : rejectArgument(`a line of text of at most ${String(maxLength)} characters, without a CPR number`)

const until = [
  '--until <day>',
  'its last day: the last day of a month, at most twelve months away',
  parseDayArgument,
] as const
const why = ['--why <text>', 'why', parseText(500)] as const
const by = ['--by <name>', 'who decides it', parseText(100)] as const

/** Adds the commands `holds list`, `set`, `prolong` and `release`. */
export const addLegalHoldCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  const holds = program.command('holds').description('legal holds: records that are not erased until a day')
  holds
    .command('list')
    .description('list them for review, the earliest last day first')
    .action(() => acceptCommand(listLegalHoldsCommand))
  holds
    .command('set')
    .description('stop the erasure of a record of a borrower, at once')
    .argument('<record>', 'its id: of a loan, a fee, a borrower and so on', parseScope)
    .requiredOption(...until)
    .requiredOption('--case <number>', 'the case number of the police, the court or the library', parseText(100))
    .requiredOption(...why)
    .requiredOption(...by)
    .option('--basis-for-borrower <text>', 'the legal basis that the borrower is told', parseText(200))
    .option('--reason-for-borrower <text>', 'why the record is kept, as the borrower is told', parseText(500))
    .option('--dispute-with <borrower>', 'of a recording: the borrower with whom there is a dispute', parseBorrower)
    .action((scope: ScopeId, options: SetLegalHoldOptions) =>
      acceptCommand((commandLine) => setLegalHoldCommand(commandLine, scope, options)),
    )
  holds
    .command('prolong')
    .description('let one stand until a later day')
    .argument('<hold>', 'its id', parseHold)
    .requiredOption(...until)
    .requiredOption(...why)
    .requiredOption(...by)
    .action((hold: HoldId, options: LegalHoldChangeOptions & { readonly until: Day }) =>
      acceptCommand((commandLine) => prolongLegalHoldCommand(commandLine, hold, options)),
    )
  holds
    .command('release')
    .description('end one with the closing of today')
    .argument('<hold>', 'its id', parseHold)
    .requiredOption(...why)
    .requiredOption(...by)
    .action((hold: HoldId, options: LegalHoldChangeOptions) =>
      acceptCommand((commandLine) => releaseLegalHoldCommand(commandLine, hold, options)),
    )
}
