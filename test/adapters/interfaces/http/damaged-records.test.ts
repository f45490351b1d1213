import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { LogName } from '../../../../domain/event/stream'
import { openOptionsWithAlarm } from '../../../crash/crash-library'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { administratorUser, auditorUser, staffUser, withServerOf, type ServedLibrary } from './with-http-server'

interface People {
  readonly ann: string
  readonly bo: string
  readonly copy: string
}

/** Damages the last event that a condition finds, in a closed folder. */
const damage = (folder: string, log: LogName, change: string, where: string): void => {
  const db = new Database(path.join(folder, `${log}.db`))
  const { changes } = db
    .prepare(
      `UPDATE events SET ${change} WHERE position =
       (SELECT max(position) FROM events JOIN streams ON streams.id = events.stream WHERE ${where})`,
    )
    .run()
  db.close()
  if (changes !== 1) throw new Error('there is no such event')
  rmSync(path.join(folder, 'views'), { recursive: true })
}

/** Serves a library with two borrowers, of whom Ann has a loan, after damage was done to its folder. */
const withDamage = (
  harm: (folder: string, people: People) => void,
  use: (library: ServedLibrary, people: People) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const options = openOptionsWithAlarm(() => undefined)
    const before = await openLibraryIn(folder, options)
    const people = await withServerOf(before, async (library) => {
      const [ann, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const copy = await acquireCopyByHttp(library)
      const { status } = await lendCopyByHttp(library, copy, ann)
      if (status !== 201) throw new Error('the copy was not lent')
      return { ann, bo, copy }
    })
    await before.close()
    harm(folder, people)
    const library = await openLibraryIn(folder, options)
    try {
      await withServerOf(library, (served) => use(served, people))
    } finally {
      await library.close()
    }
  })

const noJson = `open = '{'`
const problem = { status: 500, type: 'urn:glemsom:problem:corrupt' }

describe('what is damaged', () => {
  it('is never answered as unknown or forgotten, in the path or in a body', () =>
    withDamage(
      (folder, { ann }) => damage(folder, 'persons', noJson, `name = 'borrower-${ann}'`),
      async (library, { ann, bo, copy }) => {
        const { send } = library
        const read = await send('GET', `/borrowers/${ann}`, { as: staffUser })
        expect(read.body).toMatchObject({ ...problem, log: 'persons', revision: 0 })
        expect(read.body.detail).toBe(
          'Det, der er gemt om dette, er beskadiget og kan ikke læses. Intet er slettet af den grund. Sig det til administratoren.',
        )
        expect((await send('GET', `/borrowers/${ann}/net-media`, { as: staffUser })).body).toMatchObject(problem)
        expect((await send('GET', `/borrowers/${ann}/statement`, { as: staffUser })).body).toMatchObject(problem)
        const other = await acquireCopyByHttp(library)
        expect((await lendCopyByHttp(library, other, ann)).body).toMatchObject(problem)
        expect((await send('DELETE', `/borrowers/${ann}`, { as: staffUser })).body).toMatchObject(problem)
        // An unknown borrower stays unknown, and everybody else is served.
        expect((await send('GET', '/borrowers/00000000-0000-4000-8000-000000000000', { as: staffUser })).status).toBe(
          404,
        )
        expect((await send('GET', `/borrowers/${bo}`, { as: staffUser })).status).toBe(200)
        expect((await lendCopyByHttp(library, other, bo)).status).toBe(201)
        expect((await send('GET', `/copies/${copy}`, { as: staffUser })).status).toBe(200)
      },
    ))

  it('is named by stream and revision where the stream names no person', () =>
    withDamage(
      (folder, { copy }) => damage(folder, 'circulation', noJson, `name = 'copy-${copy}' AND type = 'LoanStarted'`),
      async ({ send }, { copy, ann }) => {
        const returned = await send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: 'DK-785100' } })
        expect(returned.body).toMatchObject({ status: 500, log: 'circulation', stream: `copy-${copy}`, revision: 1 })
        const shown = await send('GET', `/streams/circulation/copy-${copy}`, { as: auditorUser })
        expect(shown.body.events[1]).toMatchObject({ damaged: 'the code does not match', type: 'LoanStarted' })
        const { body } = await send('GET', '/health', { as: administratorUser })
        expect(body).toMatchObject({
          ok: false,
          damaged: { events: 1, places: [{ stream: `copy-${copy}`, revision: 1 }] },
        })
        expect((await send('GET', `/borrowers/${ann}`, { as: staffUser })).status).toBe(200)
      },
    ))

  it('is marked in an answer that can tell the rest', () =>
    withDamage(
      (folder, { ann }) => {
        const library = new Database(path.join(folder, 'persons.db'))
        // A second event of Ann's stream: a copy of the first one at another place, which nobody signed.
        library
          .prepare(
            `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed)
             SELECT stream, 1, randomblob(16), type, version, recorded, open, sealed FROM events
             WHERE stream = (SELECT id FROM streams WHERE name = ?)`,
          )
          .run(`borrower-${ann}`)
        library.close()
        rmSync(path.join(folder, 'views'), { recursive: true })
      },
      async ({ send }, { ann }) => {
        const { status, body } = await send('GET', `/borrowers/${ann}`, { as: staffUser })
        expect(status).toBe(200)
        expect(body.damaged).toEqual([{ revision: 1, reason: 'the code is missing' }])
        expect(body.loans).toHaveLength(1)
      },
    ))
})
