import path from 'node:path'
import type { Command as Program } from 'commander'
import type { Ore } from '../../../domain/values/ore'
import { parseWholeNumber, parseKroner, parseSeparator, collectOptionValues } from './argument-parsers'
import type { AcceptCommand, CommandLineOptions } from './cli-command'
import {
  importLoansCommand,
  type LedgerImportOptions,
  type ImportPreparationFunctions,
} from './commands/import-loans-command'
import { importTableCommand, type ImportTableKind } from './commands/import-table-command'

type Columns = ReadonlyArray<string>

interface LedgerCommandOptions {
  readonly mapping?: string
  readonly borrower?: Columns
  readonly borrowerName?: Columns
  readonly title?: Columns
  readonly titleName?: Columns
  readonly author?: Columns
  readonly lent?: string
  readonly returned?: string
  readonly days?: string
  readonly separator?: string
  readonly feesPaidAfter?: number
  readonly billsPaidAfter?: number
  readonly price?: Ore
  readonly handling?: Ore
  readonly branch?: string
  readonly rejects?: string
}

/** Leaves out options that are not set. */
const omitUnset = <T extends Readonly<Record<string, unknown>>>(members: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** The path of the rejects file; by default it stands beside the data folder. */
const rejectsPath = ({ data, cwd }: CommandLineOptions, file: string, chosen: string | undefined): string =>
  path.resolve(cwd, chosen ?? path.join(path.dirname(path.resolve(cwd, data)), `${path.basename(file)}.rejects.csv`))

const toLedgerOptions = (
  commandLine: CommandLineOptions,
  file: string,
  options: LedgerCommandOptions,
): LedgerImportOptions => ({
  file: path.resolve(commandLine.cwd, file),
  rejects: rejectsPath(commandLine, file, options.rejects),
  mapping: omitUnset({
    borrower: options.borrower,
    borrowerName: options.borrowerName,
    title: options.title,
    titleName: options.titleName,
    author: options.author,
    lentOn: options.lent,
    returnedOn: options.returned,
    days: options.days,
    separator: options.separator,
  }),
  ...omitUnset({
    mappingFile: options.mapping === undefined ? undefined : path.resolve(commandLine.cwd, options.mapping),
    feesPaidAfterDays: options.feesPaidAfter,
    billsPaidAfterDays: options.billsPaidAfter,
    price: options.price,
    handling: options.handling,
    branch: options.branch,
  }),
})

const rejectsDescription =
  'the file that lists rejected rows, each with its line and the reason (default: <file>.rejects.csv beside the data folder)'

const rejectsHelp = `
A row that breaks a rule is listed in the rejects file, and the others are imported: the exit code is 0, also when
rows were rejected. The summary counts them and names the file.`

const mappingHelp = `
A mapping file names columns by their headings; options override it. "borrower", "title" and "lentOn" are required:
  {
    "borrower": ["Card", "Name"],
    "borrowerName": "Name",
    "title": "Title no",
    "titleName": "Title",
    "author": "Author",
    "lentOn": "Lent",
    "returnedOn": "Back",
    "days": "DD-MM-YYYY",
    "separator": ";"
  }
In a list of columns, the first that is not empty in a row counts.`

interface TableCommandOptions {
  readonly dryRun?: true
  readonly separator: string
  readonly rejects?: string
}

/** Adds `import borrowers FILE` or `import copies FILE`. */
const addTableCommand = (
  imports: Program,
  kind: ImportTableKind,
  prepareImport: ImportPreparationFunctions,
  acceptCommand: AcceptCommand,
): void => {
  imports
    .command(kind)
    .description(`add ${kind} that the library does not have, from a table; run again after an interruption`)
    .argument('<file>', 'a CSV file with the headings that the guide lists (adapters/README.md)')
    .option('--dry-run', 'check every row and list the rejects, but add nothing')
    .option('--separator <character>', 'the separator of columns', parseSeparator, ',')
    .option('--rejects <file>', rejectsDescription)
    .addHelpText('after', rejectsHelp)
    .action((file: string, { dryRun, separator, rejects }: TableCommandOptions) =>
      acceptCommand((commandLine) =>
        importTableCommand(prepareImport.table, kind)(commandLine, {
          file: path.resolve(commandLine.cwd, file),
          rejects: rejectsPath(commandLine, file, rejects),
          separator,
          dryRun: dryRun === true,
        }),
      ),
    )
}

/** Adds `import loans FILE`, `import borrowers FILE` and `import copies FILE` with their options. */
export const addImportCommands = (
  program: Program,
  prepareImport: ImportPreparationFunctions,
  acceptCommand: AcceptCommand,
): void => {
  const imports = program.command('import').description('import data of another system')
  addTableCommand(imports, 'borrowers', prepareImport, acceptCommand)
  addTableCommand(imports, 'copies', prepareImport, acceptCommand)
  imports
    .command('loans')
    .description('replay a ledger of loans on a simulated clock: each day is closed, and what is due is erased')
    .argument('<file>', 'a CSV file, each row a loan')
    .option('--mapping <file>', 'a JSON file that maps columns')
    .option(
      '--borrower <column>',
      'the column that identifies borrowers; repeat the option for a fallback column',
      collectOptionValues,
    )
    .option('--borrower-name <column>', 'the column with the name of the borrower', collectOptionValues)
    .option('--title <column>', 'the column that identifies titles', collectOptionValues)
    .option('--title-name <column>', 'the column with the name of the title', collectOptionValues)
    .option('--author <column>', 'the column with the author', collectOptionValues)
    .option('--lent <column>', 'the column with the day of lending')
    .option('--returned <column>', 'the column with the day of return')
    .option('--days <form>', 'how days are written: YYYY-MM-DD (default), D/M/YYYY or DD-MM-YYYY')
    .option('--separator <character>', 'the separator of columns (default: a comma)')
    .option('--fees-paid-after <days>', 'days until a fee is paid (default: 14)', parseWholeNumber)
    .option('--bills-paid-after <days>', 'days until a bill is paid (default: 60)', parseWholeNumber)
    .option('--price <kroner>', 'the price of each copy (default: 200)', parseKroner)
    .option('--handling <kroner>', 'the handling fee for a lost copy (default: that of the policy, or 50)', parseKroner)
    .option('--branch <isil>', 'the branch of all loans (default: DK-785100)')
    .option('--rejects <file>', rejectsDescription)
    .addHelpText('after', mappingHelp + '\n' + rejectsHelp)
    .action((file: string, options: LedgerCommandOptions) =>
      acceptCommand((commandLine) =>
        importLoansCommand(prepareImport.loans)(commandLine, toLedgerOptions(commandLine, file, options)),
      ),
    )
}
