import { registerBorrowerByHttp } from './http-steps'
import { administratorUser, auditorUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const why = 'Anmodning fra politiet'

const setHold = (library: ServedLibrary, body: object, as = administratorUser) =>
  library.send('POST', '/holds', { as, body: { lastDay: '2026-03-31', why, caseNumber: '2026-17', ...body } })

describe('a legal hold over HTTP', () => {
  it('is set by administrators alone; auditors see until when it stands, and not of what or why', () =>
    withHttpServer(async (library) => {
      const scope = await registerBorrowerByHttp(library)
      expect((await setHold(library, { scope }, staffUser)).status).toBe(403)
      const { body, status } = await setHold(library, { scope })
      expect(status).toBe(201)
      const path = `/holds?after=${String(body.after)}`
      expect((await library.send('GET', path, { as: staffUser })).status).toBe(403)
      const listed = await library.send('GET', path, { as: auditorUser })
      const withheld = { withheld: 'hold' }
      expect(listed.body.holds).toEqual([
        {
          ...{ hold: body.hold, lastDay: '2026-03-31', setOn: '2026-01-05', releasedOn: null, isStanding: true },
          ...{ scope: withheld, class: withheld, borrower: withheld, setBy: withheld, why: withheld },
          caseNumber: withheld,
        },
      ])
      const shown = await library.send('GET', `/streams/circulation/hold-${String(body.hold)}`, { as: staffUser })
      expect(shown.text).not.toContain(why)
      const erasure = await library.send('DELETE', `/borrowers/${scope}`, { as: staffUser })
      expect(erasure.status).toBe(409)
      expect(erasure.body.obstacles).toEqual([])
    }))

  it('is refused with a pointer to what is wrong, and the latest day that may be named', () =>
    withHttpServer(async (library) => {
      const scope = await registerBorrowerByHttp(library)
      const unknown = await setHold(library, { scope: '00000000-0000-4000-8000-000000000000' })
      expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/scope'])
      const early = await setHold(library, { scope, lastDay: '2026-03-30' })
      expect([early.status, early.body.errors[0].pointer, early.body.latest]).toEqual([422, '/lastDay', '2027-01-31'])
      const release = '/holds/00000000-0000-4000-8000-000000000000/release'
      expect((await library.send('POST', release, { as: administratorUser, body: { why } })).status).toBe(404)
    }))
})
