import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import {
  administratorUser,
  borrowerUser,
  machineUser,
  staffUser,
  withHttpServer,
  type Json,
  type ServedLibrary,
} from './with-http-server'

const harbour = 'DK-785101'
const unknown = 'DK-785199'

const closingFile = {
  path: 'policy.json',
  text: JSON.stringify({
    branches: [
      { code: testBranch, name: { da: 'Hovedbiblioteket', en: 'Main Library' } },
      {
        code: harbour,
        name: { da: 'Havnebiblioteket', en: 'Harbour Library' },
        closedFrom: '2026-01-12',
        takenOverBy: testBranch,
      },
    ],
    versions: [{ from: '2026-01-01' }],
  }),
}

const withBranches = (use: (library: ServedLibrary) => Promise<void>) =>
  withHttpServer(use, undefined, { policyFile: { path: 'policy.json', text: exampleOfPolicyFile } })

const withClosingBranch = (use: (library: ServedLibrary) => Promise<void>) =>
  withHttpServer(use, undefined, { policyFile: closingFile })

const theBranches = [
  { branch: testBranch, name: 'Hovedbiblioteket' },
  { branch: harbour, name: 'Havnebiblioteket' },
]

const contact = { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null }
const person = {
  ...{ name: 'Ingen Bestemt', cpr: null, group: 'adult', municipality: '851', language: 'da', birthDate: null },
  ...{ contact, card: '2999999999', pin: null, homeBranch: unknown },
}
const copyAt = (branch: string) => ({
  ...{ copy: '3999999999', title: '52557240', branch, group: 'standard', name: 'Kongens Fald', author: null },
  ...{ ageLimit: null, price: 24_900 },
})

describe('a branch that the library does not have', () => {
  it('is refused wherever a request names it, with the branches that there are', () =>
    withBranches(async (library) => {
      const { send } = library
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      const reserved = await send('POST', '/titles/52557240/reservations', { as: staffUser, body: { borrower: bo } })
      const queue = '/titles/52557240/reservations'
      const preferences = await send('GET', `/borrowers/${anna}/preferences`, { as: staffUser })
      const ifMatch = { 'If-Match': preferences.headers.get('etag') ?? '' }
      const requests: ReadonlyArray<readonly [string, string, string, object, object?]> = [
        ['POST', '/loans', '/branch', { copy, borrower: anna, branch: unknown }],
        ['POST', `/copies/${copy}/return`, '/branch', { branch: unknown }],
        ['POST', `/loans/${loan}/undo`, '/branch', { copy, branch: unknown }],
        ['POST', queue, '/pickUpBranch', { borrower: anna, pickUpBranch: unknown }],
        ['PATCH', `${queue}/${reserved.body.reservation}`, '/pickUpBranch', { pickUpBranch: unknown }],
        ['POST', '/borrowers', '/homeBranch', person],
        ['PUT', `/borrowers/${anna}/preferences`, '/homeBranch', { homeBranch: unknown, language: 'da' }, ifMatch],
        ['POST', '/copies', '/branch', copyAt(unknown)],
        ['POST', `/copies/${copy}/arrive`, '/branch', { branch: unknown }],
        ['POST', `/copies/${copy}/found`, '/branch', { branch: unknown }],
        ['POST', `/copies/${copy}/send`, '/to', { to: unknown }],
      ]
      for (const [method, path, pointer, body, headers] of requests) {
        const reply = await send(method, path, { as: staffUser, body, headers: { ...headers } })
        expect([path, reply.status, reply.body.type]).toEqual([path, 422, 'urn:glemsom:problem:branch-is-unknown'])
        expect(reply.body).toMatchObject({ errors: [{ pointer }], branches: theBranches })
      }
      for (const path of [`/pick-up-shelf/${unknown}`, `/set-aside/${unknown}`, `/branches/${unknown}/copies-left`])
        expect((await send('GET', path, { as: staffUser })).status).toBe(404)
    }))

  it('is accepted as long as the policy names no branches', () =>
    withHttpServer(async ({ send }) => {
      expect((await send('POST', '/copies', { as: staffUser, body: copyAt(unknown) })).status).toBe(201)
      expect((await send('GET', '/branches')).body).toEqual({ branches: [] })
    }))
})

const forwardTo = ({ send }: ServedLibrary, to: string) =>
  send('POST', '/clock/forward', { as: administratorUser, body: { to } })

const reservationOf = async ({ send }: ServedLibrary, borrower: BorrowerId): Promise<Json> =>
  (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.reservations[0]

/** Lends a copy of a title, lets another borrower reserve it for the harbour, and answers both. */
const reserveForHarbour = async (library: ServedLibrary, title: string) => {
  const [reader, waiting] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
  const copy = await acquireCopyByHttp(library, { title, branch: harbour })
  await lendCopyByHttp(library, copy, reader, { branch: harbour })
  await library.send('POST', `/titles/${title}/reservations`, {
    as: borrowerUser(waiting),
    body: { borrower: waiting, pickUpBranch: harbour },
  })
  return { copy, waiting }
}

const returnAt = async ({ send }: ServedLibrary, copy: string, branch: string): Promise<Json> => {
  const { after } = (await send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch } })).body
  return (await send('GET', `/copies/${copy}?after=${after}`)).body
}

describe('when a branch closes', () => {
  it('a reservation that waits there keeps its place and is picked up at the branch that takes over', () =>
    withClosingBranch(async (library) => {
      const { copy, waiting } = await reserveForHarbour(library, '52557241')
      await forwardTo(library, '2026-01-12')
      expect(await reservationOf(library, waiting)).toMatchObject({ pickUpBranch: testBranch, queueNumber: 1 })
      expect((await returnAt(library, copy, testBranch)).status).toBe('ready')
    }))

  it('a copy that stands ready is on the pull list, and is ready with a new deadline when it is scanned at the branch that takes over', () =>
    withClosingBranch(async (library) => {
      const { copy, waiting } = await reserveForHarbour(library, '52557241')
      expect((await returnAt(library, copy, harbour)).status).toBe('ready')
      await forwardTo(library, '2026-01-12')
      expect((await library.send('GET', `/copies/${copy}`)).body.status).toBe('onPullList')
      expect(await reservationOf(library, waiting)).toMatchObject({ pickUpBranch: testBranch, pickUpBy: null })
      expect((await returnAt(library, copy, testBranch)).status).toBe('ready')
      expect(await reservationOf(library, waiting)).toMatchObject({ pickUpBy: '2026-01-19' })
    }))

  it('a copy in transit goes on to the branch that takes over', () =>
    withClosingBranch(async (library) => {
      const { copy, waiting } = await reserveForHarbour(library, '52557241')
      expect((await returnAt(library, copy, testBranch)).status).toBe('inTransit')
      await forwardTo(library, '2026-01-12')
      expect((await returnAt(library, copy, testBranch)).status).toBe('ready')
      expect(await reservationOf(library, waiting)).toMatchObject({ pickUpBranch: testBranch })
    }))

  it('a borrower whose home branch it was reserves for the branch that takes over', () =>
    withClosingBranch(async (library) => {
      const anna = await registerBorrowerByHttp(library, { homeBranch: harbour })
      const bo = await registerBorrowerByHttp(library)
      await lendCopyByHttp(library, await acquireCopyByHttp(library), bo)
      await forwardTo(library, '2026-01-12')
      const preferences = await library.send('GET', `/borrowers/${anna}/preferences`, { as: borrowerUser(anna) })
      expect(preferences.body.homeBranch).toBe(testBranch)
      const body = { borrower: anna }
      await library.send('POST', '/titles/52557240/reservations', { as: borrowerUser(anna), body })
      expect(await reservationOf(library, anna)).toMatchObject({ pickUpBranch: testBranch })
    }))

  it('a copy on its shelves is on the list of copies to move, until it is handed in elsewhere', () =>
    withClosingBranch(async (library) => {
      const copy = await acquireCopyByHttp(library, { branch: harbour })
      await forwardTo(library, '2026-01-12')
      const list = async () => (await library.send('GET', `/branches/${harbour}/copies-left`, { as: staffUser })).body
      expect(await list()).toMatchObject({ copies: [{ copy }] })
      await returnAt(library, copy, testBranch)
      expect(await list()).toMatchObject({ copies: [], next: null })
    }))

  it('the branch is refused from that day on, but not for what a machine did there before', () =>
    withClosingBranch(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, anna)
      await forwardTo(library, '2026-01-12')
      const returnThere = (more: object) =>
        library.send('POST', `/copies/${copy}/return`, { as: machineUser, body: { branch: harbour, ...more } })
      const refused = await returnThere({})
      expect([refused.status, refused.body.branches]).toEqual([422, theBranches.slice(0, 1)])
      expect((await returnThere({ actedAt: '2026-01-11T10:00:00.000Z' })).status).toBe(200)
    }))
})

describe('what is in force', () => {
  it('is shown: the branches with their opening hours, and the values of the policy on a day', () =>
    withBranches(async ({ send }) => {
      expect((await send('GET', '/branches')).body.branches).toMatchObject([
        { branch: testBranch, status: 'open', pickUpDays: 7, openingHours: { monday: '10:00-18:00' } },
        { branch: harbour, name: { en: 'Harbour Library' }, pickUpDays: 10, openingHours: { tuesday: '10:00-18:00' } },
      ])
      const today = (await send('GET', '/policy')).body
      expect(today).toMatchObject({ day: '2026-01-05', from: '2026-01-01', until: '2026-12-31' })
      expect(today.values.fees.handlingFee).toBe(5000)
      const later = (await send('GET', '/policy?day=2027-03-01')).body
      expect(later).toMatchObject({ from: '2027-01-01', until: null, values: { fees: { handlingFee: 7500 } } })
      expect(later.values.branches[harbour].closedDays.weekdays).toEqual(['sunday', 'monday'])
    }))
})
