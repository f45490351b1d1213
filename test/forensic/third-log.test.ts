import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqliteKeyStore } from '../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import type { ScopeId } from '../../domain/values/ids'
import type { LivingKeyRow } from '../../retention/keys/key-row'
import { randomBytes } from '../../retention/sealing/random-bytes'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import {
  administratorUser,
  createSender,
  withHttpServer,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { compiledProject } from '../crash/compiled-project'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { randomScopeId } from '../fixtures/keys-under-test'
import { loansOf, planActivities, type DoneActivity } from './third-log/activities'
import { namesBothLogs, orderInFile, type ReadFile } from './third-log/tie-by-files'
import { bestTiesByOutput, type Observation } from './third-log/tie-by-output'
import { rightTies, rightTiesByTrueOrder, rightWithoutThirdLog, tieToLastRegistered } from './third-log/tie-loans'

const borrowerCount = 60
const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Sender = Pick<ServedLibrary, 'send'>

/** Does the activities one after the other, and answers what they did. `afterActivity` runs after each. */
const runActivities = async (
  library: Sender,
  afterActivity: (activities: ReadonlyArray<DoneActivity>) => Promise<void>,
): Promise<ReadonlyArray<DoneActivity>> => {
  const planned = planActivities(borrowerCount, 5)
  const copies: string[] = []
  for (const activity of planned) if (activity.kind === 'lend') copies.push(await acquireCopyByHttp(library))
  const borrowers: string[] = []
  const done: DoneActivity[] = []
  for (const activity of planned) {
    if (activity.kind === 'register') {
      const id = await registerBorrowerByHttp(library)
      borrowers.push(id)
      done.push({ kind: 'register', id })
    } else {
      const borrower = borrowers[activity.borrower] ?? ''
      const answer = await lendCopyByHttp(library, copies[activity.copy] ?? '', borrower)
      expect(answer.status).toBe(201)
      done.push({ kind: 'lend', id: answer.body.loan, borrower })
    }
    await afterActivity(done)
  }
  return done
}

describe('what a service writes and publishes beside its logs', () => {
  it('ties no loan to its borrower better than the month allows, though it is read after every activity of a day', async () => {
    const clock = { now: 0, elapsed: () => clock.now }
    const observations: Observation[] = []
    const activities = await withHttpServer(async (library) => {
      let seen = 0
      return runActivities(library, async () => {
        clock.now += 300_000
        const health = await library.send('GET', '/health', { as: administratorUser })
        const metrics = await library.send('GET', '/metrics', { as: administratorUser })
        const text = library.loggedText()
        const output = [...text.slice(seen).split('\n'), health.text].filter((line) => line !== '')
        seen = text.length
        observations.push({ output, metrics: metrics.text })
      })
    }, clock)
    const [perfect, allowed, tied] = [rightTiesByTrueOrder(activities), rightWithoutThirdLog(activities), bestTiesByOutput(activities, observations)] // prettier-ignore
    say(`loans tied by a perfect third log: ${String(perfect)} of ${String(loansOf(activities).length)}`)
    say(`  by the output and the metrics of the service: ${String(tied)}; without them: ${String(allowed)}`)
    expect(perfect).toBeGreaterThan(3 * allowed)
    expect(tied).toBeLessThanOrEqual(allowed)
  })

  it.each<[string, (activity: DoneActivity, at: number, activities: ReadonlyArray<DoneActivity>) => Observation]>([
    [
      'a line for each request',
      ({ kind }, at) => ({ output: [`{"time":${String(at)},"route":"${kind}","status":201}`], metrics: '' }),
    ],
    [
      'a count of each command',
      (_, at, activities) => ({
        output: [],
        metrics: ['register', 'lend']
          .map(
            (kind) =>
              `commands{command="${kind}"} ${String(activities.slice(0, at + 1).filter((activity) => activity.kind === kind).length)}`,
          )
          .join('\n'),
      }),
    ],
  ])('would tie them, if it had %s', (_, observe) => {
    const ids = planActivities(borrowerCount, 5)
    const borrowers = ids.filter(({ kind }) => kind === 'register').map(() => randomScopeId())
    let registered = 0
    const activities = ids.map((activity): DoneActivity =>
      activity.kind === 'register'
        ? { kind: 'register', id: borrowers[registered++] ?? '' }
        : { kind: 'lend', id: randomScopeId(), borrower: borrowers[activity.borrower] ?? '' },
    )
    // The metrics before the first activity are the first that the observer sees.
    const before: Observation = { output: [], metrics: 'commands{command="register"} 0\ncommands{command="lend"} 0' }
    expect(bestTiesByOutput(activities, [before, ...activities.map(observe)])).toBe(rightTiesByTrueOrder(activities))
  })
})

/** Serves a library as a process of its own, which is killed at the end, and reads every file of its folder. */
const readKilledService = async (folder: string) => {
  const argv = [compiledProject.main, '--data', folder, 'serve', '--try', '--empty', '--port', '0']
  const service = spawn(process.execPath, argv)
  const ended = once(service, 'close')
  const printed: string[] = []
  for (const stream of [service.stdout, service.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const url = await new Promise<string>((resolve) => {
    const look = (): void => {
      const address = /Glemsom is up, on (http:\S+)/.exec(printed.join(''))?.[1]
      if (address !== undefined) resolve(address)
    }
    service.stdout.on('data', look)
  })
  const readAll = (): ReadonlyArray<ReadFile> =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) }))
  const tokens = await (await fetch(`${url}/demo/tokens`)).text()
  const tokenFor = ({ role }: { readonly role: string }) =>
    Promise.resolve(new RegExp(`^export ${role.toUpperCase()}=(\\S+)`, 'm').exec(tokens)?.[1] ?? '')
  const bothLogs = new Set<string>()
  const library = { send: createSender(url, { tokenFor }) }
  const activities = await runActivities(library, (done) => {
    if (done.length % 10 === 9)
      for (const file of readAll()) if (namesBothLogs(orderInFile(done, file))) bothLogs.add(file.name)
    return Promise.resolve()
  })
  const started = printed.join('')
  service.kill('SIGKILL')
  await ended
  return { activities, whileServing: bothLogs, files: readAll(), printedSince: printed.join('').slice(started.length) }
}

describe('the files of a service that is killed in the middle of a day', () => {
  let folder: string
  let killed: Awaited<ReturnType<typeof readKilledService>>
  beforeAll(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'glemsom-')), 'data')
    killed = await readKilledService(folder)
  })
  afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

  it('name the activities of each log, in files of their own', () => {
    const namedIn = (kind: DoneActivity['kind']) =>
      killed.files
        .filter((file) => orderInFile(killed.activities, file).some((entry) => entry.kind === kind))
        .map(({ name }) => name.replace(/-wal$/, ''))
    expect(new Set(namedIn('register'))).toEqual(new Set(['persons.db', path.join('keys', 'keys-persons.db')]))
    expect(new Set(namedIn('lend'))).toEqual(new Set(['circulation.db', path.join('keys', 'keys-circulation.db')]))
  })

  it('order the two logs in no frame, page or free page: neither after the kill nor at any moment before', () => {
    const both = killed.files.filter((file) => namesBothLogs(orderInFile(killed.activities, file)))
    expect(both.map(({ name }) => name)).toEqual([])
    expect([...killed.whileServing]).toEqual([])
  })

  it('would order them, if one key store held the keys of both logs', async () => {
    const file = path.join(folder, 'keys-of-both.db')
    const store = rightOrThrow(openSqliteKeyStore('library')(file))
    for (const { kind, id } of killed.activities) {
      const row: LivingKeyRow = {
        _tag: 'Living',
        scope: id as ScopeId,
        class: kind === 'register' ? 'borrower' : 'loan',
        version: 1,
        epoch: 1,
        fingerprint: randomBytes(16),
        wrapped: randomBytes(105),
      }
      rightOrThrow(await store.insert([row])())
    }
    const order = orderInFile(killed.activities, { name: 'wal', bytes: readFileSync(`${file}-wal`) })
    await store.close()
    expect(rightTies(killed.activities, tieToLastRegistered(order))).toBe(rightTiesByTrueOrder(killed.activities))
  })
})
