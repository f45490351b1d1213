import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createSender, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { compiledProject } from '../crash/compiled-project'
import type { TokenIssuer } from './token-issuer'

/** How a command ended, and what it has printed. */
export interface CommandOutcome {
  readonly exitCode: number | null
  readonly output: string
}

/** An operating system process that serves a library. Tests can kill and pause it. */
export interface ServiceProcess {
  readonly name: string
  readonly send: ServedLibrary['send']
  /** Ends the process without warning, as a power failure would. */
  readonly kill: () => Promise<void>
  /** Stops the process, as a sleeping computer would, until `resume`. */
  readonly pause: () => void
  readonly resume: () => void
  /** Runs a command in the data folder of the process, which does it. */
  readonly runCommand: (...args: ReadonlyArray<string>) => Promise<CommandOutcome>
  /** Resolves with the exit code when the process ends by itself. */
  readonly ended: Promise<number | null>
}

/** The data folder, ring and environment of a process, and further options of `serve`. */
export interface ServiceProcessOptions {
  readonly name: string
  readonly folder: string
  readonly ring: string
  readonly environment: Readonly<Record<string, string>>
  /** By default a free port. */
  readonly serveOptions?: ReadonlyArray<string>
}

/** Starts a service process. Resolves when it accepts requests. */
export const startServiceProcess =
  (issuer: TokenIssuer) =>
  async ({
    name,
    folder,
    ring,
    environment,
    serveOptions = ['--port', '0'],
  }: ServiceProcessOptions): Promise<ServiceProcess> => {
    const run = (...args: ReadonlyArray<string>) =>
      spawn(process.execPath, [compiledProject.main, '--data', folder, ...args], {
        env: {
          ...process.env,
          ...issuer.environment,
          ...environment,
          NODE_ENV: 'production',
          TRUSTED_PROXY: 'loopback',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    const child = run('serve', '--ring', ring, ...serveOptions)
    const closed = once(child, 'close')
    let output = ''
    const url = await new Promise<string>((up, failed) => {
      const readChunk = (chunk: Buffer): void => {
        output += chunk.toString()
        const at = /Glemsom is up, on (http:\S+)/.exec(output)?.[1]
        if (at !== undefined) up(at)
      }
      for (const stream of [child.stdout, child.stderr]) stream.on('data', readChunk)
      void closed.then(() => failed(new Error(`the service ${name} ended: ${output}`)))
    })
    return {
      name,
      send: createSender(url, issuer),
      kill: async () => {
        child.kill('SIGKILL')
        await closed
      },
      pause: () => void child.kill('SIGSTOP'),
      resume: () => void child.kill('SIGCONT'),
      runCommand: async (...args) => {
        const command = run(...args)
        let printed = ''
        for (const stream of [command.stdout, command.stderr])
          stream.on('data', (chunk: Buffer) => void (printed += chunk.toString()))
        await once(command, 'close')
        return { exitCode: command.exitCode, output: printed }
      },
      ended: closed.then(() => child.exitCode),
    }
  }
