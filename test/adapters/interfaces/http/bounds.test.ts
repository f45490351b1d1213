import { administrator, served } from './serve'

describe('a library that is served', () => {
  it('leads from its bare address to the page to try things on', () =>
    served(async ({ url }) => {
      const answer = await fetch(url, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/docs'])
    }))

  it('moves its clock by at most 366 days at a time, and says so', () =>
    served(async ({ send, system }) => {
      const today = system.library.desk.clock.today()
      const headers = { 'Accept-Language': 'en' }
      const far = await send('POST', '/clock/forward', { as: administrator, body: { to: '2027-01-07' }, headers })
      expect(far.status).toBe(400)
      expect(far.body.errors).toEqual([{ in: 'body', pointer: '/to', detail: 'must be at most 366 days after today' }])
      expect(system.library.desk.clock.today()).toBe(today)
      const near = await send('POST', '/clock/forward', { as: administrator, body: { to: '2027-01-06' } })
      expect(near).toMatchObject({ status: 200, body: { today: '2027-01-06' } })
    }))
})
