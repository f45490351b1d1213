import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sender, type Served } from '../adapters/interfaces/http/serve'
import type { Compiled } from '../crash/compiled'
import type { Issuer } from './issuer'

/** A process of the operating system that serves a library, and what can befall it. */
export interface Service {
  readonly name: string
  readonly send: Served['send']
  /** Ends it as a loss of power would. */
  readonly kill: () => Promise<void>
  /** It stands still, as a machine does that is put to sleep, until it goes on. */
  readonly pause: () => void
  readonly goOn: () => void
}

/** How a process is started: with a data folder of its own, and what it is told by its environment. */
export interface Starting {
  readonly name: string
  readonly folder: string
  readonly ring: string
  readonly environment: Readonly<Record<string, string>>
}

/** Starts a service process, and answers once it takes requests. */
export const startService =
  ({ main, environment: packages }: Compiled, issuer: Issuer) =>
  async ({ name, folder, ring, environment }: Starting): Promise<Service> => {
    const child = spawn(process.execPath, [main, '--data', folder, 'serve', '--ring', ring, '--port', '0'], {
      env: { ...packages, ...issuer.environment, ...environment, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const gone = once(child, 'close')
    let told = ''
    const url = await new Promise<string>((up, failed) => {
      const hear = (chunk: Buffer): void => {
        told += chunk.toString()
        const at = /Glemsom is up, on (http:\S+)/.exec(told)?.[1]
        if (at !== undefined) up(at)
      }
      for (const stream of [child.stdout, child.stderr]) stream.on('data', hear)
      void gone.then(() => failed(new Error(`the service ${name} ended: ${told}`)))
    })
    return {
      name,
      send: sender(url, issuer),
      kill: async () => {
        child.kill('SIGKILL')
        await gone
      },
      pause: () => void child.kill('SIGSTOP'),
      goOn: () => void child.kill('SIGCONT'),
    }
  }
