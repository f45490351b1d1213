#!/usr/bin/env node
import { isEveryAnswerNo } from './answers-from-findings'
import { parseCommandLine, usage } from './command-line'
import { createProgressLine } from './progress-line'
import { reportLines } from './report-lines'
import { verifyExport } from './verify-export'

const [nothingFound, somethingFound, wrongUsage] = [0, 1, 2] as const

const writeLines = (lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join('\n')}\n`)

const run = async (argv: ReadonlyArray<string>): Promise<number> => {
  const parsed = await parseCommandLine(argv)
  if (parsed.asksFor === 'help') {
    writeLines([usage])
    return nothingFound
  }
  const progress = createProgressLine(process.stderr, () => performance.now())
  const verified = await verifyExport(parsed.request, progress.show).finally(progress.end)
  writeLines(parsed.isJson ? [JSON.stringify(verified)] : reportLines(verified))
  return isEveryAnswerNo(verified) ? nothingFound : somethingFound
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = wrongUsage
  },
)
