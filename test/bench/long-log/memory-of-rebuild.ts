import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

/** The compiled program. Benches run from the folder of the checkout. */
const program = path.resolve('dist/adapters/main.js')

const runAndPrintPeak = `
process.on('exit', () => console.log('PEAK ' + process.resourceUsage().maxRSS))
require(process.argv[1])`

/**
 * The most memory, in MB, of a process that rebuilds the read models of a folder. The process of the bench cannot tell: it
 * has also written the log.
 */
export const memoryOfRebuild = async (folder: string): Promise<number> => {
  const rebuild = ['--data', folder, 'projections', 'rebuild']
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', runAndPrintPeak, program, ...rebuild])
  const [, kilobytes] = /PEAK (\d+)/.exec(stdout) ?? []
  if (kilobytes === undefined) throw new Error(`the rebuild printed no peak: ${stdout}`)
  return Number(kilobytes) / 1024
}
