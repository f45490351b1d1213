import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Line } from './child/tell'
import type { Compiled } from './compiled'
import type { Order } from './order'
import type { Outcome } from './outcome'

/** What a child had told when it was killed. */
export interface Told {
  readonly orders: ReadonlyArray<Order>
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly alarms: ReadonlyArray<string>
  readonly moves: number
}

/** A child that has loaded its program and waits to be let loose. */
export interface Child {
  /** Lets it loose, kills it with SIGKILL so many ms after everybody has asked, and answers what it had told. */
  readonly killedAfter: (ms: number) => Promise<Told>
  /** Lets it loose, and kills it so many ms after something has come about. */
  readonly killedOnce: (isSo: () => boolean, ms: number) => Promise<void>
  /** Ends one that was never let loose. */
  readonly dismissed: () => Promise<void>
}

const linesOf = (text: string): ReadonlyArray<Line> =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

const heard = (lines: ReadonlyArray<Line>): Told => ({
  orders: lines.flatMap((line) => (line.tells === 'ordered' ? [line.order] : [])),
  outcomes: new Map(lines.flatMap((line) => (line.tells === 'came to' ? [[line.key, line.outcome]] : []))),
  alarms: lines.flatMap((line) => (line.tells === 'alarm' ? [line.kind] : [])),
  moves: lines.filter(({ tells }) => tells === 'moved').length,
})

export const childOf =
  ({ program, environment }: Compiled) =>
  (folder: string, seed: number): Child => {
    const child = spawn(process.execPath, [program('child/main.js'), folder, String(seed)], {
      env: environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const gone = once(child, 'close')
    let text = ''
    const full = new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (some: string) => {
        text += some
        if (text.includes('"tells":"full"')) resolve()
      })
    })
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL')
      await gone
    }
    return {
      killedAfter: async (ms) => {
        child.stdin.write('go\n')
        await Promise.race([full, gone])
        await setTimeout(ms)
        await kill()
        return heard(linesOf(text))
      },
      killedOnce: async (isSo, ms) => {
        child.stdin.write('go\n')
        while (!isSo() && child.exitCode === null) await setTimeout(1)
        await setTimeout(ms)
        await kill()
      },
      dismissed: kill,
    }
  }
