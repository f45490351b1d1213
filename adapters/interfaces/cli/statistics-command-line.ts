import type { Command as Program } from 'commander'
import type { TableOfMonth } from '../../../domain/calendar/statistics/statistics-tables'
import { Month } from '../../../domain/values/month'
import { findNamedTable, namesOfTables } from '../../../projections/statistics/named-tables'
import { rejectArgument } from './argument-parsers'
import type { AcceptCommand } from './cli-command'
import { statisticsCommand, type StatisticsOptions } from './commands/statistics-command'

const parseTable = (text: string): TableOfMonth =>
  findNamedTable(text) ?? rejectArgument(`the name of a table: ${namesOfTables.join(', ')}`)

const parseMonth = (text: string): Month => (Month.is(text) ? text : rejectArgument('a month, such as 2026-01'))

/** Adds the command `statistics`. */
export const addStatisticsCommand = (program: Program, acceptCommand: AcceptCommand): void => {
  program
    .command('statistics')
    .description('print a table of the statistics, without persons, for the months that are closed')
    .argument('<table>', `its name, such as ${String(namesOfTables[0])}`, parseTable)
    .requiredOption('--from <month>', 'the first month', parseMonth)
    .requiredOption('--until <month>', 'the last month', parseMonth)
    .option('--csv', 'print CSV with semicolons, for a spreadsheet')
    .action((table: TableOfMonth, options: StatisticsOptions) =>
      acceptCommand((commandLine) => statisticsCommand(commandLine, table, options)),
    )
}
