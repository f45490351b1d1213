import { spawn, type ChildProcessByStdio } from 'node:child_process'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A process that is given no input, and writes its answer. */
export type ProcessWithOutput = ChildProcessByStdio<Writable, Readable, null>

/** Starts a process from a compiled file, named without its extension. Tests replace this module. */
export const startChildProcess = (folder: string, name: string, args: ReadonlyArray<string>): ProcessWithOutput =>
  spawn(process.execPath, [path.join(folder, `${name}.js`), ...args], { stdio: ['pipe', 'pipe', 'ignore'] }).on(
    'error',
    // The process could not be started: its output ends without an answer.
    () => undefined,
  )
