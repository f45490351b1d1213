import type { Command as Program } from 'commander'
import type { Day } from '../../../domain/values/day'
import { parseDayArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import { retentionRunCommand, retentionStatusCommand } from './commands/retention-commands'

/** Adds the commands `retention run` and `retention status`. */
export const addRetentionCommands = (program: Program, acceptCommand: AcceptCommand): void => {
  const retention = program.command('retention').description('erase what is due')
  retention
    .command('run')
    .description('close the days that have ended, and erase what is due')
    .option(
      '--confirm-date <day>',
      "confirm today's date after missed days: until then nothing is erased",
      parseDayArgument,
    )
    .action((options: { readonly confirmDate?: Day }) =>
      acceptCommand((commandLine) => retentionRunCommand(commandLine, options.confirmDate)),
    )
  retention
    .command('status')
    .description('show what is due and what delays it')
    .action(() => acceptCommand(retentionStatusCommand))
}
