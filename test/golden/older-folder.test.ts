import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compiledProject } from '../crash/compiled-project'
import { withTemporaryFolder } from '../fixtures/running-library'
import { copyWithModes } from '../fixtures/copy-with-modes'

/**
 * `folder` was made by an older version: the version on Node 20, before data folders were written by threads. `answers`
 * has what that version answered: the role and the path of each request, and its body; of a refusal, its status. An answer
 * of today may have more members.
 */
const older = path.join(__dirname, 'older-folder')

const expected = JSON.parse(readFileSync(path.join(older, 'answers.json'), 'utf8')) as Readonly<Record<string, unknown>>

/** Copies the older folder. Only the owner may read a ring. */
const copyInto = (data: string): void => {
  copyWithModes(path.join(older, 'folder'), data, { recursive: true })
  const ring = path.join(data, 'ring')
  chmodSync(ring, 0o700)
  for (const name of readdirSync(ring)) chmodSync(path.join(ring, name), 0o600)
}

/** Serves a data folder during `use`, which gets the address of the service. */
const whileServing = async (data: string, use: (url: string) => Promise<void>): Promise<void> => {
  const server = spawn(process.execPath, [compiledProject.main, '--data', data, 'serve', '--try', '--port', '0'])
  const ended = once(server, 'close')
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let printed = ''
      const read = (chunk: Buffer): void => {
        printed += chunk.toString()
        const address = /Glemsom is up, on (http:\S+)/.exec(printed)?.[1]
        if (address !== undefined) resolve(address)
      }
      for (const stream of [server.stdout, server.stderr]) stream.on('data', read)
      void ended.then(() => reject(new Error(`the service ended: ${printed}`)))
    })
    await use(url)
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

/** What a service answers to each of the requests. */
const answersOf = async (url: string): Promise<Readonly<Record<string, unknown>>> => {
  const tokens = await (await fetch(`${url}/demo/tokens`)).text()
  const tokenOf = (role: string) => new RegExp(`${role}=(\\S+)`).exec(tokens)?.[1] ?? ''
  const answers: Record<string, unknown> = {}
  for (const request of Object.keys(expected)) {
    const [role = '', at = ''] = request.split(' ')
    const headers = { Authorization: `Bearer ${tokenOf(role)}`, 'Accept-Language': 'en' }
    const response = await fetch(url + at, { headers })
    answers[request] = response.ok ? await response.json() : { status: response.status }
  }
  return answers
}

/** With the one e-mail that the older version answered as the only one, and as that for notices. */
const withEmailsAsLists = (_name: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('email' in value)) return value
  const { email, ...rest } = value
  return { ...rest, emails: email === null ? [] : [email], emailForNotices: email }
}

const expectedToday = JSON.parse(JSON.stringify(expected), withEmailsAsLists) as typeof expected

/**
 * Without what the older version showed to auditors in place of sealed parts: it said of living and of erased parts alike
 * that they are withheld.
 */
const withoutMarksForAuditors = (answers: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(answers).map(([request, answer]) =>
    /^AUDITOR \/streams\//.test(request)
      ? [request, JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === 'staff' ? undefined : value)))]
      : [request, answer],
  )

describe('a data folder that an older version has made', () => {
  it('opens with the same events and read models, which are the same when they are rebuilt', () =>
    withTemporaryFolder(async (data) => {
      copyInto(data)
      await whileServing(data, async (url) => {
        const answers = withoutMarksForAuditors(await answersOf(url))
        expect(answers).toMatchObject(withoutMarksForAuditors(expectedToday) as object)
        const rebuild = [compiledProject.main, '--data', data, 'projections', 'rebuild']
        expect(spawnSync(process.execPath, rebuild, { encoding: 'utf8' }).stdout).toContain('read models rebuilt')
        expect(withoutMarksForAuditors(await answersOf(url))).toEqual(answers)
      })
    }))
})
