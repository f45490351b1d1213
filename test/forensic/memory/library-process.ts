import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

const program = path.resolve(__dirname, '../../../dist/test/forensic/memory/lend-and-erase.js')

/** A library in a process of its own, with its writer threads, as a service has them. */
export interface LibraryProcess {
  readonly pid: number
  /** Does something, and resolves when it is done. */
  readonly run: (work: 'lend' | 'roll' | 'erase' | 'read') => Promise<void>
  readonly kill: () => Promise<void>
}

/** Starts a process that opens the library in a folder, and waits until it is open. */
export const startLibraryProcess = async (folder: string): Promise<LibraryProcess> => {
  const child = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const untilOutput = async (expected: string): Promise<void> => {
    const { value: line } = await lines.next()
    if (line !== expected) throw new Error(`the process of the library has ended before: ${expected}`)
  }
  await untilOutput('open')
  return {
    pid: child.pid ?? 0,
    run: async (work) => {
      child.stdin.write(`${work}\n`)
      await untilOutput(work)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
  }
}
