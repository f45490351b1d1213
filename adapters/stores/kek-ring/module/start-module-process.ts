import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

/** Starts the process that uses a module, with a channel on descriptor 3. Tests replace this module. */
export const startModuleProcess = (argument: string): ChildProcess =>
  spawn(process.execPath, [path.join(__dirname, 'hardware-module-process.js'), argument], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
