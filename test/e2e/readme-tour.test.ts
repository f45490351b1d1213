import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { compiledProject } from '../crash/compiled-project'
import { withTemporaryFolder } from '../fixtures/running-library'
import { operationsIn, tryExamples, type SendExample } from '../adapters/interfaces/http/try-examples'
import { readTourSteps, type TourStep } from './readme-snippets'

const marker = '=== a step of the tour ends here ==='

const root = path.join(__dirname, '..', '..')

const startServer = (data: string): Promise<{ readonly server: ChildProcess; readonly url: string }> =>
  new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [compiledProject.main, '--data', data, 'serve', '--try', '--port', '0'], {
      cwd: root,
    })
    let printed = ''
    server.once('exit', () => {
      reject(new Error(`the service ended: ${printed}`))
    })
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /Glemsom is up, on (http:\S+)/.exec(printed)?.[1]
      if (url !== undefined && printed.includes('Stop with')) resolve({ server, url })
    })
  })

/** The lines of the tour, with the address, the folder and the command of this test run. */
const adaptLines = (lines: string, url: string, data: string, cli: string): string =>
  lines
    .replaceAll('http://localhost:3000', url)
    .replaceAll('.glemsom/', `${data}/`)
    .replaceAll('npm run --silent glemsom --', cli)

const runScript = (script: string): Promise<string> =>
  new Promise((resolve) => {
    const shell = spawn('bash', ['-s'], { cwd: root })
    let printed = ''
    shell.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    shell.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    shell.once('close', () => {
      resolve(printed)
    })
    shell.stdin.end(script)
  })

const missing = ({ expected: seen }: TourStep, printed: string): ReadonlyArray<string> => {
  let from = 0
  return seen.filter((text) => {
    const at = printed.indexOf(text, from)
    if (at >= 0) from = at + text.length
    return at < 0
  })
}

/** Runs the whole tour once, and answers what each step printed. */
const runTour = async (steps: ReadonlyArray<TourStep>, data: string, url: string): Promise<ReadonlyArray<string>> => {
  const cli = `"${process.execPath}" "${compiledProject.main}" --data "${data}"`
  const script = steps.map(({ lines }) => `${adaptLines(lines, url, data, cli)}\necho '${marker}'\n`).join('')
  return (await runScript(script)).split(marker)
}

/** The tokens of the demo users, by role. */
const readTokens = async (url: string): Promise<ReadonlyMap<string, string>> => {
  const exports = await (await fetch(`${url}/demo/tokens`)).text()
  return new Map(
    [...exports.matchAll(/^export (\S+)=(\S+)$/gm)].map(([, name = '', token = '']) => [name.toLowerCase(), token]),
  )
}

const sendWith =
  (url: string, tokens: ReadonlyMap<string, string>): SendExample =>
  async ({ method, path: place, role, headers, body, raw }) => {
    const response = await fetch(`${url}${place}`, {
      method,
      headers: {
        ...{ Authorization: `Bearer ${tokens.get(role.toLowerCase()) ?? ''}`, ...headers },
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(raw === undefined ? {} : { body: raw }),
    })
    return { status: response.status, text: await response.text() }
  }

/** Tries every example that the description has now. Answers those that fail. */
const tryAllExamples = async (url: string): Promise<ReadonlyArray<string>> => {
  const description = await (await fetch(`${url}/openapi.json`)).json()
  return tryExamples(sendWith(url, await readTokens(url)))(operationsIn(description))
}

const runBefore = 'The tour was run here before'

describe('the first tour in the README', () => {
  it('works by copy and paste, prints what it says, leaves every example of the description usable, and says so when it was run before', () =>
    withTemporaryFolder(async (data) => {
      const { server, url } = await startServer(data)
      try {
        const steps = readTourSteps()
        const printed = await runTour(steps, data, url)
        expect(steps.length).toBeGreaterThan(6)
        for (const [index, step] of steps.entries())
          expect({
            lines: step.lines,
            missing: missing(step, printed[index] ?? ''),
            printed: printed[index],
          }).toMatchObject({
            missing: [],
          })
        expect(printed.join('')).not.toMatch(new RegExp(`undefined|${runBefore}`))
        expect(await tryAllExamples(url)).toEqual([])
        const again = await runTour(steps, data, url)
        expect(again[0]).toContain(runBefore)
        expect(again.join('')).not.toContain('undefined')
      } finally {
        server.removeAllListeners('exit')
        const stopped = new Promise((resolve) => server.once('exit', resolve))
        server.kill('SIGTERM')
        expect(await stopped).toBe(0)
      }
    }))
})
