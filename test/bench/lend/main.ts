import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { countedLends, tableOfCounts } from './counts'

const measures: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  counts: async (folder) => tableOfCounts(await countedLends(folder)),
}

/** What one lend costs: `counts` on the command line measures that alone. */
const main = async (args: ReadonlyArray<string>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-bench-'))
  try {
    for (const [name, measure] of Object.entries(measures))
      if (args.length === 0 || args.includes(name)) console.log(await measure(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
