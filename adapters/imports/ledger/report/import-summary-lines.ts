import { formatOre, type Ore } from '../../../../domain/values/ore'
import type { LedgerCountCheck, ImportSummary } from './import-summary'

type Line = readonly [label: string, value: string]

const formatNumber = (n: number): string => n.toLocaleString('en-GB')
const formatAmount = (amount: number): string => `${formatNumber(amount)} øre (${formatOre('en', amount as Ore)})`

const countLines = (title: string, counts: Readonly<Record<string, number>>): ReadonlyArray<Line> =>
  Object.entries(counts).map(([name, count]) => [`  ${title}: ${name}`, formatNumber(count)])

const checkLine = ({ what, file, library, same }: LedgerCountCheck): Line => [
  `  ${what}`,
  `${formatNumber(file)} in the file, ${formatNumber(library)} in the library${same ? '' : '   DIFFERS'}`,
]

const labelledLines = (summary: ImportSummary): ReadonlyArray<Line> => [
  ['Lines', formatNumber(summary.lines.inFile)],
  ['  headings', formatNumber(summary.lines.headings)],
  ['  blank', formatNumber(summary.lines.blank)],
  ['Rows', formatNumber(summary.rows)],
  ['Loans', formatNumber(summary.loans)],
  ['  day of return complete', formatNumber(summary.returned.whole)],
  ['  day of return partly known', `${formatNumber(summary.returned.partly)}, taken as ${summary.partlyKnownRule}`],
  ['  never returned', formatNumber(summary.neverReturned)],
  ['Rejected rows', formatNumber(Object.values(summary.rejects).reduce((sum, count) => sum + count, 0))],
  ...countLines('reason', summary.rejects),
  ['Billed as lost', formatNumber(summary.billedAsLost)],
  ['  found after the bill', formatNumber(summary.foundAfterBill.whole)],
  ['  found, day partly known', formatNumber(summary.foundAfterBill.partly)],
  ['Fees for lateness', `${formatNumber(summary.feesLevied)}, ${formatAmount(summary.feesAmount)}`],
  ['Bills for lost copies', `${formatNumber(summary.billsLevied)}, ${formatAmount(summary.billsAmount)}`],
  ...(summary.resumed ? [['  amounts counted from', summary.amountsSince] as const] : []),
  ['Titles', formatNumber(summary.titles)],
  ['Copies', formatNumber(summary.copies)],
  ['Borrowers in the file', formatNumber(summary.borrowersInFile)],
  ['  with more than one name', formatNumber(summary.borrowersWithSeveralNames)],
  ['  registered', formatNumber(summary.borrowersRegistered)],
  ['  erased', formatNumber(summary.borrowersErased)],
  ['Scopes erased', formatNumber(Object.values(summary.erasedScopes).reduce((sum, count) => sum + count, 0))],
  ...countLines('class', summary.erasedScopes),
  ['Living keys', String(summary.livingKeys)],
  ['Days', `${summary.firstDay} to ${summary.lastRowDay}, continued until ${summary.today}`],
  ['  simulated in this run', formatNumber(summary.daysSimulated)],
  ['  midnights with overdue data', formatNumber(summary.midnightsWithOverdue)],
  ['File and library', summary.checks.every(({ same }) => same) ? 'agree' : 'DIFFER'],
  ...summary.checks.map(checkLine),
  ['Time', `${summary.seconds.toFixed(1)} s`],
  ['Commands', `${formatNumber(summary.commands)}, ${formatNumber(summary.commandsPerSecond)} a second`],
]

/** The summary as lines of aligned text. */
export const importSummaryLines = (summary: ImportSummary): ReadonlyArray<string> => {
  const lines = labelledLines(summary)
  const width = Math.max(...lines.map(([label]) => label.length))
  return lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`)
}
