import { spawnSync } from 'node:child_process'
import { compiledProject } from '../../../../crash/compiled-project'

const showCursor = '\u001b[?25h'

/** Shows a progress bar on a terminal in a process of its own, and interrupts that process. */
const interrupt = (before: string) => {
  const module = compiledProject.program('../../adapters/interfaces/cli/terminal/progress-bar-output.js')
  const program = `
    const { createProgressBarOutput } = require(${JSON.stringify(module)})
    process.stderr.isTTY = true
    ${before}
    const output = createProgressBarOutput(process.stdout, process.stderr)
    output.showProgress({ what: 'Loans, 1920', done: 1, total: 10 })
    setInterval(() => process.exit(3), 100_000)
    process.kill(process.pid, 'SIGINT')`
  return spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' })
}

describe('a progress bar that is interrupted', () => {
  it('gives the cursor back, says how to go on, and ends the process', () => {
    const { stderr, signal } = interrupt('')
    expect(stderr).toContain(showCursor)
    expect(stderr).toContain('Interrupted. Run the same command again.')
    expect(signal).toBe('SIGINT')
  })

  it('leaves the end of a service to the service', () => {
    const { stderr, status } = interrupt("process.once('SIGINT', () => setImmediate(() => process.exit(7)))")
    expect(stderr).toContain(showCursor)
    expect(stderr).not.toContain('Interrupted')
    expect(status).toBe(7)
  })
})
