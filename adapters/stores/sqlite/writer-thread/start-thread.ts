import path from 'node:path'
import { Worker, type Transferable } from 'node:worker_threads'

/** A thread, as far as those who start it need it. */
export interface Thread {
  readonly once: (event: 'exit', listener: (exitCode: number) => void) => unknown
  readonly on: (event: 'error', listener: (error: unknown) => void) => unknown
  readonly ref: () => void
  readonly unref: () => void
  readonly terminate: () => Promise<number>
}

/** What a thread gets when it starts. */
export interface ThreadData {
  readonly workerData: unknown
  readonly transferList: ReadonlyArray<Transferable>
}

/** Starts a thread from a compiled file, named without its extension. Tests replace this module. */
export const startThread = (folder: string, name: string, { workerData, transferList }: ThreadData): Thread =>
  new Worker(path.join(folder, `${name}.js`), { workerData, transferList: [...transferList] })
