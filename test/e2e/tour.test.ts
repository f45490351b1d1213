import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { compiled, type Compiled } from '../crash/compiled'
import { withFolder } from '../fixtures/system'
import { tourOf, type TourStep } from './readme'

const marker = '=== a step of the tour ends here ==='

const root = path.join(__dirname, '..', '..')

const started = (project: Compiled, data: string): Promise<{ readonly server: ChildProcess; readonly url: string }> =>
  new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [project.main, '--data', data, 'serve', '--try', '--port', '0'], {
      cwd: root,
      env: project.environment,
    })
    let told = ''
    server.once('exit', () => {
      reject(new Error(`the service ended: ${told}`))
    })
    server.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      const url = /Glemsom is up, on (http:\S+)/.exec(told)?.[1]
      if (url !== undefined && told.includes('Stop with')) resolve({ server, url })
    })
  })

/** The tour's lines as they stand, but for the address and for how the command line is called. */
const adapted = (lines: string, url: string, cli: string): string =>
  lines.replaceAll('http://localhost:3000', url).replaceAll('npm run --silent glemsom --', cli)

const run = (script: string, env: Compiled['environment']): Promise<string> =>
  new Promise((resolve) => {
    const shell = spawn('bash', ['-s'], { cwd: root, env })
    let printed = ''
    shell.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    shell.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    shell.once('close', () => {
      resolve(printed)
    })
    shell.stdin.end(script)
  })

const missing = ({ seen }: TourStep, printed: string): ReadonlyArray<string> => {
  let from = 0
  return seen.filter((text) => {
    const at = printed.indexOf(text, from)
    if (at >= 0) from = at + text.length
    return at < 0
  })
}

describe('the first tour in the README', () => {
  it(
    'works by copy and paste, and prints what it says',
    () =>
      withFolder(async (data) => {
        const project = compiled()
        const { server, url } = await started(project, data)
        try {
          const steps = tourOf()
          const cli = `"${process.execPath}" "${project.main}" --data "${data}"`
          const script = steps.map(({ lines }) => `${adapted(lines, url, cli)}\necho '${marker}'\n`).join('')
          const printed = (await run(script, project.environment)).split(marker)
          expect(steps.length).toBeGreaterThan(6)
          for (const [index, step] of steps.entries())
            expect({
              lines: step.lines,
              missing: missing(step, printed[index] ?? ''),
              printed: printed[index],
            }).toMatchObject({
              missing: [],
            })
        } finally {
          server.removeAllListeners('exit')
          const over = new Promise((resolve) => server.once('exit', resolve))
          server.kill('SIGTERM')
          expect(await over).toBe(0)
          project.remove()
        }
      }),
    120_000,
  )
})
