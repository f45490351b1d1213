import path from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Starts a thread from a compiled file, named without its extension. Tests replace this module. */
export const startThread = (folder: string, name: string, options: WorkerOptions): Worker =>
  new Worker(path.join(folder, `${name}.js`), options)
