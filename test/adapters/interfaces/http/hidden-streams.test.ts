import path from 'node:path'
import type { BorrowerId } from '../../../../domain/values/ids'
import { openOptionsWithAlarm } from '../../../crash/crash-library'
import { hideStreams } from '../../../e2e/damage/hide-streams'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { auditorUser, borrowerUser, staffUser, withServerOf, type ServedLibrary } from './with-http-server'

interface Hidden {
  readonly ann: BorrowerId
  readonly bo: BorrowerId
  readonly copy: string
  readonly lent: string
  readonly reservation: string
}

const title = '52557240'

/**
 * Serves a library with two borrowers, Ann and Bo, after its indexes were damaged: they find neither Ann, nor the copies,
 * nor the title. Its files are checked first, as those of `serve` are.
 */
const withHiddenStreams = (
  use: (library: ServedLibrary, hidden: Hidden) => Promise<void>,
  isChecked = true,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const options = openOptionsWithAlarm(() => undefined)
    const before = await openLibraryIn(folder, options)
    const hidden = await withServerOf(before, async (library) => {
      const [ann, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const [copy, lent] = [await acquireCopyByHttp(library), await acquireCopyByHttp(library)]
      await lendCopyByHttp(library, lent, ann)
      const body = { borrower: bo }
      const reserved = await library.send('POST', `/titles/${title}/reservations`, { as: staffUser, body })
      const { reservation } = reserved.body as { readonly reservation: string }
      return { ann, bo, copy, lent, reservation }
    })
    await before.close()
    const { ann, copy, lent } = hidden
    hideStreams(path.join(folder, 'persons.db'), [`borrower-${ann}`])
    hideStreams(path.join(folder, 'circulation.db'), [`copy-${copy}`, `copy-${lent}`, `title-${title}`])
    const library = await openLibraryIn(folder, options)
    try {
      if (isChecked) await library.startFileChecks()
      await withServerOf(library, (served) => use(served, hidden))
    } finally {
      await library.close()
    }
  })

const damaged = [503, 'urn:glemsom:problem:store-unavailable']

describe('a library whose indexes are known to hide streams', () => {
  it('says of no copy, borrower, title or reservation that it is unknown: the store is damaged', () =>
    withHiddenStreams(async (library, { ann, bo, copy, lent, reservation }) => {
      const { send } = library
      const answerTo = async (...request: Parameters<typeof send>) => {
        const { status, body } = await send(...request)
        return [`${request[0]} ${request[1]}`, status, body.type]
      }
      const post = (address: string, body: object) => answerTo('POST', address, { as: staffUser, body })
      const id = '00000000-0000-4000-8000-000000000000'
      const loans = [
        { copy, borrower: bo, branch: testBranch },
        { copy: lent, borrower: bo, branch: testBranch },
        { copy, borrower: ann, branch: testBranch },
        { copy: '3999999999', borrower: bo, branch: testBranch },
        { copy, borrower: id, branch: testBranch },
      ]
      const earlier = new Date(library.runningLibrary.useCaseDependencies.commandHandling.clock.now())
      const answers = [
        ...(await Promise.all(loans.map((body) => post('/loans', body)))),
        await post('/loans', { ...loans[0], actedAt: new Date(earlier.getTime() - 3_600_000).toISOString() }),
        await post(`/copies/${lent}/return`, { branch: testBranch }),
        await post(`/copies/${lent}/withdraw`, {}),
        await post(`/titles/${title}/reservations`, { borrower: bo }),
        await answerTo('DELETE', `/titles/${title}/reservations/${reservation}`, { as: staffUser }),
        await post(`/borrowers/${ann}/blocks`, { reason: 'S', note: null }),
        await answerTo('DELETE', `/borrowers/${ann}`, { as: staffUser }),
        await answerTo('GET', `/streams/circulation/copy-${copy}`, { as: auditorUser }),
        await answerTo('GET', `/streams/persons/borrower-${ann}`, { as: auditorUser }),
      ]
      expect(answers).toEqual(answers.map(([request]) => [request, ...damaged]))
      // Reading goes on where no stream is missed: rows are folded from the tables, which are whole.
      expect((await send('GET', `/titles/${title}`, { as: staffUser })).status).toBe(200)
      expect((await send('GET', '/me', { as: borrowerUser(bo) })).status).toBe(200)
      expect((await send('GET', `/copies/${copy}`, { as: staffUser })).status).toBe(503)
    }))

  it('says so as soon as one command has met the damage, also before the next check of the files', () =>
    withHiddenStreams(async ({ send }, { copy, bo }) => {
      const beside = { copy: String(Number(copy) + 7), title, branch: testBranch, group: 'standard', ageLimit: null }
      const acquired = { ...beside, name: 'Kongens Fald', author: null, price: 24900 }
      expect((await send('POST', '/copies', { as: staffUser, body: acquired })).status).toBe(503)
      const { status } = await send('POST', '/loans', {
        as: staffUser,
        body: { copy, borrower: bo, branch: testBranch },
      })
      expect(status).toBe(503)
    }, false))
})
