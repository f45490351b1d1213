import { OpenableClass } from '../../../../domain/access/opening'
import { eventDefinitions } from '../../../../domain/event-definitions'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  staffUser,
  withHttpServer,
  type Json,
  type ServedLibrary,
} from './with-http-server'

const reason = 'Stikprøve, årlig revision'
const wish = { class: 'loan', reason, hours: 2 }

const lend = async (library: ServedLibrary) => {
  const [copy, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
  await lendCopyByHttp(library, copy, borrower)
  return { copy, borrower }
}

const ask = async ({ send }: ServedLibrary, as = auditorUser): Promise<string> =>
  (await send('POST', '/class-openings', { as, body: wish })).body.opening

const approve = ({ send }: ServedLibrary, opening: string, as = administratorUser) =>
  send('POST', `/class-openings/${opening}/approval`, { as })

const replay = ({ send }: ServedLibrary, opening: string, copy: string, as = auditorUser) =>
  send('POST', `/class-openings/${opening}/replays`, { as, body: { subject: 'copy', id: copy } })

const borrowerIn = ({ facts }: Json): Json => facts.find(({ name }: Json) => name === 'borrower').value

describe('an opening of a class for an auditor', () => {
  it('shows that class, and no other, once a second person has approved it', () =>
    withHttpServer(async (library) => {
      const { copy, borrower } = await lend(library)
      const opening = await ask(library)
      expect((await replay(library, opening, copy)).body.type).toBe('urn:glemsom:problem:class-is-not-open')
      expect((await approve(library, opening)).status).toBe(200)
      const { body } = await replay(library, opening, copy)
      expect(borrowerIn(body)).toEqual({ status: 'plain', value: borrower })
      const lent = body.steps.find(({ type }: Json) => type === 'LoanStarted')
      expect(lent.parts.map((part: Json) => [part.class, part.status])).toEqual([
        ['loan', 'plain'],
        ['statistics', 'withheld'],
      ])
    }))

  it('is not approved by whoever asked for it, and not used by anybody else', () =>
    withHttpServer(async (library) => {
      const { copy } = await lend(library)
      const own = await ask(library, administratorUser)
      expect((await approve(library, own)).body.type).toBe('urn:glemsom:problem:approver-is-the-same')
      const opening = await ask(library)
      expect((await approve(library, opening, auditorUser)).status).toBe(403)
      await approve(library, opening)
      expect((await replay(library, opening, copy, administratorUser)).status).toBe(403)
      expect((await replay(library, opening, copy, staffUser)).status).toBe(403)
      const another = { role: 'auditor', subject: 'another auditor' } as const
      expect((await replay(library, opening, copy, another)).status).toBe(403)
    }))

  it('tells only the administrator who asked and why, and needs a reason and a time', () =>
    withHttpServer(async (library) => {
      const { send } = library
      const opening = await ask(library)
      const read = async (as = administratorUser) => (await send('GET', `/class-openings/${opening}`, { as })).body
      expect(await read()).toMatchObject({ reason, staffNumber: 'demo-auditor', hours: 2, isApproved: false })
      expect(await read(auditorUser)).toMatchObject({ reason: { withheld: 'access' }, isApproved: false })
      for (const body of [
        { ...wish, reason: '' },
        { ...wish, hours: 9 },
        { ...wish, hours: 0 },
        { ...wish, class: 'pin' },
      ])
        expect((await send('POST', '/class-openings', { as: auditorUser, body })).status).toBe(400)
      const unknown = '00000000-0000-4000-8000-000000000000'
      expect((await approve(library, unknown)).status).toBe(404)
    }))

  it('ends when its hours are over', () => {
    let now = Date.parse('2026-01-05T10:00:00Z')
    return withHttpServer(
      async (library) => {
        const { copy } = await lend(library)
        const opening = await ask(library)
        await approve(library, opening)
        now += 2 * 3_600_000 - 60_000
        expect((await replay(library, opening, copy)).status).toBe(200)
        now += 20 * 60_000
        expect((await replay(library, opening, copy)).status).toBe(404)
      },
      undefined,
      { machineTime: () => now },
    )
  })

  it('is found by the borrower concerned: the day, then the month, with role, reason and class, and never which loan', () =>
    withHttpServer(async (library) => {
      const { copy, borrower } = await lend(library)
      const opening = await ask(library)
      await approve(library, opening)
      await replay(library, opening, copy)
      await replay(library, opening, copy)
      const looks = async () => {
        const { body } = await library.send('GET', '/me/data', { as: borrowerUser(borrower) })
        return body.kinds.accesses.data
      }
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      const look = { openedBy: 'auditor', reason, opened: 'loan' }
      expect((await looks()).lookedAtOnDays).toEqual([{ ...look, day: '2026-01-05', forgottenOn: '2026-01-31' }])
      const listed = await library.send('GET', '/accesses', { as: administratorUser })
      expect(listed.body.accesses).toMatchObject([{ staffNumber: 'demo-auditor', approvedBy: 'demo-administrator' }])
      await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
      expect((await looks()).lookedAtInMonths).toEqual([{ ...look, month: '2026-01', forgottenOn: '2026-07-31' }])
    }))

  it('writes nothing to either log at the moment of a look', () =>
    withHttpServer(async (library) => {
      const { copy } = await lend(library)
      const opening = await ask(library)
      await approve(library, opening)
      await library.runningLibrary.catchUpReadModels()
      const before = await library.runningLibrary.logHeads()
      await replay(library, opening, copy)
      expect(await library.runningLibrary.logHeads()).toEqual(before)
    }))
})

describe('every sealed part of a class that can be opened', () => {
  it('names its borrower, or stands in the stream of the borrower', () => {
    const parts = eventDefinitions.flatMap(({ type, fields }) =>
      Object.entries(fields.sealed).map(([name, members]) => ({ type, name, members, open: fields.open })),
    )
    const openable = parts.filter(({ name }) => OpenableClass.is(name))
    expect(openable.length).toBeGreaterThan(50)
    const unnamed = openable.filter(({ members, open }) => !('borrower' in members) && !('borrower' in open))
    // It stands beside the part that set the copy aside; where that is damaged, it is withheld.
    expect(unnamed.map(({ type, name }) => `${type}.${name}`)).toEqual(['CopyRedirected.setAside'])
  })
})
