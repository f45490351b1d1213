import path from 'node:path'
import type { Command as Program } from 'commander'
import type { Ore } from '../../../domain/values/ore'
import { aNumber, anAmount, several } from './arguments'
import type { Asked, Command } from './command'
import { importLoans, type LedgerAsked, type ReadLedger } from './commands/import-loans'

type Columns = ReadonlyArray<string>

interface Options {
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

/** What was said, without what was not. */
const said = <T extends Readonly<Record<string, unknown>>>(members: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** The rejects file stands beside the data folder, unless it is said where. */
const rejectsFile = ({ data, cwd }: Asked, file: string, named: string | undefined): string =>
  path.resolve(cwd, named ?? path.join(path.dirname(path.resolve(cwd, data)), `${path.basename(file)}.rejects.csv`))

const ledgerAsked = (asked: Asked, file: string, options: Options): LedgerAsked => ({
  file: path.resolve(asked.cwd, file),
  rejects: rejectsFile(asked, file, options.rejects),
  mapping: said({
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
  ...said({
    mappingFile: options.mapping === undefined ? undefined : path.resolve(asked.cwd, options.mapping),
    feesPaidAfterDays: options.feesPaidAfter,
    billsPaidAfterDays: options.billsPaidAfter,
    price: options.price,
    handling: options.handling,
    branch: options.branch,
  }),
})

const mappingHelp = `
A mapping file names columns by their headings; options say it over. "borrower", "title" and "lentOn" must be said:
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
Where a list of columns is given, the first that is not empty in a row counts.`

/** `import loans FILE`, with its options. */
export const importProgram = (
  program: Program,
  read: ReadLedger,
  ask: (make: (asked: Asked) => Command) => void,
): void => {
  program
    .command('import')
    .description('read in what another system has kept')
    .command('loans')
    .description('replay a ledger of loans on a simulated clock, day by day, and forget it day by day')
    .argument('<file>', 'a table of loans (CSV), one row a loan')
    .option('--mapping <file>', 'a file of JSON that says which columns say what')
    .option('--borrower <column>', 'what tells borrowers apart; again for a column to fall back on', several)
    .option('--borrower-name <column>', 'the name of a borrower', several)
    .option('--title <column>', 'what tells titles apart', several)
    .option('--title-name <column>', 'the name of a title', several)
    .option('--author <column>', 'the author of a title', several)
    .option('--lent <column>', 'the day of lending')
    .option('--returned <column>', 'the day of return')
    .option('--days <form>', 'how days are written: YYYY-MM-DD (default), D/M/YYYY or DD-MM-YYYY')
    .option('--separator <character>', 'what stands between two columns (default: a comma)')
    .option('--fees-paid-after <days>', 'days after which a fee is paid (default: 14)', aNumber)
    .option('--bills-paid-after <days>', 'days after which a bill is paid (default: 60)', aNumber)
    .option('--price <kroner>', 'what each copy costs (default: 200)', anAmount)
    .option('--handling <kroner>', 'what handling a lost copy costs (default: 50)', anAmount)
    .option('--branch <isil>', 'where everything happens (default: DK-785100)')
    .option('--rejects <file>', 'where to list the rows that cannot be replayed (default: beside the data folder)')
    .addHelpText('after', mappingHelp)
    .action((file: string, options: Options) =>
      ask((asked) => importLoans(read)(asked, ledgerAsked(asked, file, options))),
    )
}
