import { written, type Ore } from '../../../../domain/values/ore'
import type { Check, ImportSummary } from './summary'

type Line = readonly [label: string, value: string]

const number = (n: number): string => n.toLocaleString('en-GB')
const kr = (amount: number): string => `${number(amount)} øre (${written(amount as Ore)})`

const listed = (title: string, counts: Readonly<Record<string, number>>): ReadonlyArray<Line> =>
  Object.entries(counts).map(([name, count]) => [`  ${title}: ${name}`, number(count)])

const checked = ({ what, file, library, same }: Check): Line => [
  `  ${what}`,
  `${number(file)} in the file, ${number(library)} in the library${same ? '' : '   DIFFERS'}`,
]

const linesOf = (of: ImportSummary): ReadonlyArray<Line> => [
  ['Rows', number(of.rows)],
  ['Loans', number(of.loans)],
  ['  return wholly known', number(of.returned.whole)],
  ['  return partly known', `${number(of.returned.partly)}, taken as ${of.partlyKnownRule}`],
  ['  never returned', number(of.neverReturned)],
  ['Rejects', number(Object.values(of.rejects).reduce((sum, count) => sum + count, 0))],
  ...listed('row', of.rejects),
  ['Billed as lost', number(of.billedAsLost)],
  ['  found after the bill', number(of.foundAfterBill.whole)],
  ['  found, return partly known', number(of.foundAfterBill.partly)],
  ['Fees for lateness', `${number(of.feesLevied)}, ${kr(of.feesAmount)}`],
  ['Bills for lost copies', `${number(of.billsLevied)}, ${kr(of.billsAmount)}`],
  ...(of.resumed ? [['  amounts counted from', of.amountsSince] as const] : []),
  ['Titles', number(of.titles)],
  ['Copies', number(of.copies)],
  ['Borrowers in the file', number(of.borrowersInFile)],
  ['  registered', number(of.borrowersRegistered)],
  ['  erased', number(of.borrowersErased)],
  ['Scopes erased', number(Object.values(of.erasedScopes).reduce((sum, count) => sum + count, 0))],
  ...listed('class', of.erasedScopes),
  ['Keys that still live', String(of.livingKeys)],
  ['Days', `${of.firstDay} to ${of.lastRowDay}, run on until ${of.today}`],
  ['  simulated in this run', number(of.daysSimulated)],
  ['  midnights with anything overdue', number(of.midnightsWithOverdue)],
  ['File and library', of.checks.every(({ same }) => same) ? 'agree' : 'DIFFER'],
  ...of.checks.map(checked),
  ['Time', `${of.seconds.toFixed(1)} s`],
  ['Commands', `${number(of.commands)}, ${number(of.commandsPerSecond)} a second`],
]

/** The summary as aligned text, a line each. */
export const inLines = (summary: ImportSummary): ReadonlyArray<string> => {
  const lines = linesOf(summary)
  const width = Math.max(...lines.map(([label]) => label.length))
  return lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`)
}
