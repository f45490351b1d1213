import type { Month } from '../../../../domain/values/month'
import type { TableOfMonth } from '../../../../domain/calendar/statistics/statistics-tables'
import { publishedTableOf } from '../../../../projections/statistics/published-table-queries'
import { recordsOfPublishedTables } from '../../../../projections/statistics/records-of-published-tables'
import { csvText } from '../../../system/csv/csv-text'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import { commandOnLibrary } from '../command-on-library'
import { exitCode } from '../exit-code'

/** The months, and how they are printed. */
export interface StatisticsOptions {
  readonly from: Month
  readonly until: Month
  readonly csv?: true
}

/** Prints a table of the statistics: a line for each cell of each month that is counted. */
export const statisticsCommand = (
  { json }: Pick<CommandLineOptions, 'json'>,
  { of, by }: TableOfMonth,
  { from, until, csv }: StatisticsOptions,
): CliCommand =>
  commandOnLibrary((library, output) => {
    const months = publishedTableOf(of, by)({ from, until })(library.rows)
    const records = recordsOfPublishedTables(months)
    if (json) output.writeLine(JSON.stringify(months))
    // The output ends each line with LF, which is the last character of the text.
    else if (csv === true) output.writeLine(csvText(records).slice(0, -1))
    else
      for (const [month = '', value = '', count = ''] of records)
        output.writeLine(`${String(month).padEnd(8)}  ${String(value).padEnd(14)}  ${String(count).padStart(9)}`)
    return Promise.resolve(exitCode.done)
  })
