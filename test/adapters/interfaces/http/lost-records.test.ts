import path from 'node:path'
import { backUpInto, restoreWith } from '../../../fixtures/backups'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { waitUntil } from '../../../fixtures/wait-until'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { administratorUser, machineUser, staffUser, withServerOf, type ServedLibrary } from './with-http-server'

const [title, other] = ['52557240', '52557241']

/** What was recorded after the backup of the keys, and is lost, but for Ann, Cara and the copies. */
interface Lost {
  readonly ann: string
  readonly cara: string
  /** Registered after the backup of the keys. */
  readonly bo: string
  /** On loan to Ann, and to Bo. */
  readonly copies: readonly [string, string]
  /** Set aside for Cara. */
  readonly setAside: string
  readonly loans: readonly [string, string]
  readonly reservations: readonly [string, string]
  /** Levied on Ann for a late return. */
  readonly fee: string
}

const makeRecords = async (library: ServedLibrary, backUpKeys: () => Promise<unknown>): Promise<Lost> => {
  const post = async (address: string, body: object, as = staffUser) =>
    (await library.send('POST', address, { as, body })).body
  const [ann, cara] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
  const [one, two, late] = [
    await acquireCopyByHttp(library),
    await acquireCopyByHttp(library, { title: other }),
    await acquireCopyByHttp(library),
  ]
  await backUpKeys()
  const bo = await registerBorrowerByHttp(library)
  await lendCopyByHttp(library, late, ann)
  await post('/clock/forward', { to: '2026-02-20' }, administratorUser)
  const loans = [await lendCopyByHttp(library, one, ann), await lendCopyByHttp(library, two, bo)] as const
  const reserve = async (of: string) =>
    (await post(`/titles/${of}/reservations`, { borrower: cara })).reservation as string
  const reservations = [await reserve(title), await reserve(other)] as const
  const { after } = await post(`/copies/${late}/return`, { branch: testBranch }, machineUser)
  const { fees } = (await library.send('GET', `/borrowers/${ann}/fees?after=${after}`, { as: staffUser })).body
  return {
    ...{ ann, cara, bo, copies: [one, two], setAside: late, reservations, fee: fees[0].fee },
    loans: [loans[0].body.loan, loans[1].body.loan],
  }
}

/** Serves a library whose logs are newer than its keys. */
const withLostRecords = (use: (library: ServedLibrary, lost: Lost) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (data) => {
    const before = await openLibraryIn(data)
    const lost = await withServerOf(before, (library) => makeRecords(library, () => backUpInto(before, `${data}-keys`)))
    await backUpInto(before, `${data}-logs`)
    await before.close()
    const from = { logs: `${data}-logs`, keys: `${data}-keys` }
    rightOrThrow(await restoreWith(data, `${data}-target`, from, { acceptLost: true }))
    const restored = await openLibraryIn(`${data}-target`, { ring: path.join(data, 'ring'), takeRing: true })
    try {
      await withServerOf(restored, (library) => use(library, lost))
    } finally {
      await restored.close()
    }
  })

describe('records whose keys were lost', () => {
  it('answer no request with an error of the server', () =>
    withLostRecords(async ({ send }, { ann, cara, bo, copies, setAside, loans, reservations, fee }) => {
      const [one, two] = copies
      const body = { copy: one, branch: testBranch }
      const reason = 'Venligst'
      const reading = [
        ...[ann, cara, bo].flatMap((borrower) => [
          ...[`/borrowers/${borrower}`, `/borrowers/${borrower}/fees`, `/borrowers/${borrower}/history`],
          `/streams/persons/borrower-${borrower}`,
        ]),
        ...[one, two, setAside].flatMap((copy) => [
          ...[`/copies/${copy}`, `/copies/${copy}/holder`, `/streams/circulation/copy-${copy}`],
        ]),
        ...reservations.map((each, at) => `/titles/${[title, other][at] ?? ''}/reservations/${each}`),
        ...[`/fees/${fee}/transactions`, `/fees/${fee}/receipts`, '/overdue', '/claimed-returned', '/offline-cases'],
        ...[`/set-aside/${testBranch}`, `/pull-list/${testBranch}`, `/pick-up-shelf/${testBranch}`],
        '/statistics/months/2026-01',
      ]
      const commands: ReadonlyArray<readonly [string, string, object]> = [
        ...loans.flatMap((loan) => [
          ['POST', `/loans/${loan}/renew`, {}] as const,
          ['POST', `/loans/${loan}/undo`, body] as const,
          ['POST', `/loans/${loan}/claimed-returned`, body] as const,
        ]),
        ['POST', `/copies/${setAside}/arrive`, { branch: testBranch }],
        ['POST', `/borrowers/${ann}/payments`, { order: 'an order', fees: [fee], amount: 100 }],
        ['POST', `/fees/${fee}/write-off`, { reason }],
        ['POST', `/fees/${fee}/reduction`, { by: 100, reason }],
        ['POST', `/borrowers/${bo}/blocks`, { reason: 'U', note: null }],
        ['DELETE', `/titles/${title}/reservations/${reservations[0]}`, {}],
        ['POST', `/titles/${title}/reservations`, { borrower: cara }],
        ['POST', `/copies/${one}/return`, { branch: testBranch }],
        ['POST', '/loans', { copy: one, borrower: ann, branch: testBranch }],
        ['POST', '/loans', { copy: two, borrower: bo, branch: testBranch }],
      ]
      const refused: string[] = []
      for (const address of reading) {
        const { status, text } = await send('GET', address, { as: staffUser })
        if (status >= 500) refused.push(`GET ${address}: ${text}`)
      }
      for (const [method, address, content] of commands) {
        const { status, text } = await send(method, address, { as: staffUser, body: content })
        if (status >= 500) refused.push(`${method} ${address}: ${text}`)
      }
      expect(refused).toEqual([])
    }))

  it('do not keep copies from being lent, or borrowers from being erased', () =>
    withLostRecords(async (library, { ann, cara, copies, setAside }) => {
      const { send } = library
      for (const copy of [...copies, setAside]) {
        const returned = await send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
        expect([copy, returned.status]).toEqual([copy, 200])
        expect([copy, (await lendCopyByHttp(library, copy, cara)).status]).toEqual([copy, 201])
      }
      expect((await send('DELETE', `/borrowers/${ann}`, { as: staffUser })).status).toBeLessThan(300)
      const { retention } = library.runningLibrary
      await waitUntil(async () => (await retention.run()).dueNow === 0)
      expect((await retention.run()).failed).toEqual([])
      expect((await send('GET', `/borrowers/${ann}`, { as: staffUser })).status).toBe(404)
    }))
})
