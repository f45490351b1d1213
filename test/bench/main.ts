import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { againstBar, answersAgainstBar, apartAgainstBar, lendsAgainstBar } from './bars'
import { eventStoreMeasures } from './event-store'
import { bytesOfImport, generatedLedger, importing, madeUpLedger } from './importing'
import { lending, type LendingSize } from './lend/lending'
import { lendingOverHttp } from './lend/over-http'
import { table, type Line } from './table'

interface Size {
  /** Rounds of B1 to B4; their own number where none is given. */
  readonly rounds?: number
  readonly lending: LendingSize
  /** Copies that are lent over HTTP. */
  readonly overHttp: number
  /** Loans of generated ledgers: what a loan costs must not depend on how many there are. */
  readonly imported: ReadonlyArray<number>
  /** Loans of the generated ledger whose bytes are told apart. */
  readonly forBytes: number
}

const full: Size = {
  lending: { pasts: [10, 100, 1000], copies: 256, borrowers: 4096, rounds: 16 },
  overHttp: 10_000,
  imported: [10_000, 100_000],
  forBytes: 5000,
}

/** Only to see that everything runs. */
const quick: Size = {
  rounds: 1,
  lending: { pasts: [2, 4], copies: 64, borrowers: 64, rounds: 1 },
  overHttp: 100,
  imported: [200],
  forBytes: 200,
}

/** `B2 B5` or `import` on the command line measures those alone. */
const wanted = (args: ReadonlyArray<string>) => {
  const named = args.filter((arg) => /^(B\d+|import)$/.test(arg))
  return (name: string): boolean => named.length === 0 || named.includes(name)
}

const measure = async (
  folder: string,
  size: Size,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyArray<Line>> => {
  const lines: Line[] = []
  for (const [name, of] of Object.entries(eventStoreMeasures))
    if (isWanted(name)) lines.push(againstBar(await of(folder, size.rounds)))
  if (isWanted('B5')) {
    const lent = await lending(folder, size.lending)
    lines.push(...lent.map(lendsAgainstBar), apartAgainstBar(lent))
    lines.push(answersAgainstBar(await lendingOverHttp(folder, size.overHttp, 500)))
  }
  if (isWanted('import')) {
    lines.push(await importing(folder, madeUpLedger()))
    for (const loans of size.imported) lines.push(await importing(folder, generatedLedger(folder, loans)))
  }
  if (isWanted('B9')) lines.push(...(await bytesOfImport(folder, generatedLedger(folder, size.forBytes))))
  return lines
}

const main = async (args: ReadonlyArray<string>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-bench-'))
  try {
    const lines = await measure(folder, args.includes('--quick') ? quick : full, wanted(args))
    console.log(args.includes('--json') ? JSON.stringify(lines, undefined, 2) : table(lines))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
