import { registerBorrowerByHttp } from './http-steps'
import { borrowerUser, machineUser, staffUser, withHttpServer } from './with-http-server'

describe('a role that may not', () => {
  const nobody = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'

  it('is answered with the roles that may, and insufficient_scope', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const headers = { 'Accept-Language': 'en' }
      const reserve = '/titles/52557240/reservations'
      const refusals = [
        [['administrator'], library.send('POST', '/retention/runs', { as: staffUser, headers })],
        [['staff', 'auditor'], library.send('GET', '/overdue', { as: machineUser, headers })],
        [['borrower'], library.send('GET', '/me', { as: staffUser, headers })],
        // What a machine may do only in part.
        [
          ['staff'],
          library.send('POST', '/borrowers/look-up', { as: machineUser, headers, body: { cpr: '010158-5000' } }),
        ],
        [
          ['staff'],
          library.send('POST', `/borrowers/${anna}/blocks`, {
            as: machineUser,
            headers,
            body: { reason: 'U', note: null },
          }),
        ],
        // What a borrower may do with their own data only.
        [['staff', 'auditor'], library.send('GET', `/borrowers/${nobody}`, { as: borrowerUser(anna), headers })],
        // The time of an act.
        [
          ['staff', 'machine'],
          library.send('POST', reserve, {
            as: borrowerUser(anna),
            headers,
            body: { borrower: anna, actedAt: '2026-01-02T08:00:00.000Z' },
          }),
        ],
      ] as const
      for (const [roles, sent] of refusals) {
        const reply = await sent
        expect([reply.status, reply.body.roles]).toEqual([403, roles])
        expect(reply.body.detail).toContain(`Roles that may: ${roles.join(', ')}.`)
        expect(reply.headers.get('www-authenticate')).toMatch(
          /^Bearer realm="glemsom", error="insufficient_scope", error_description="[^"]+"$/,
        )
      }
    }))
})
