import { administratorUser, withHttpServer } from './with-http-server'

describe('a served library', () => {
  it('redirects / to /docs', () =>
    withHttpServer(async ({ url }) => {
      const answer = await fetch(url, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/docs'])
    }))

  it('moves its clock by at most 366 days at a time', () =>
    withHttpServer(async ({ send, runningLibrary }) => {
      const today = runningLibrary.useCaseDependencies.commandHandling.clock.today()
      const headers = { 'Accept-Language': 'en' }
      const far = await send('POST', '/clock/forward', { as: administratorUser, body: { to: '2027-01-07' }, headers })
      expect(far.status).toBe(400)
      expect(far.body.errors).toEqual([{ in: 'body', pointer: '/to', detail: 'must be at most 366 days after today' }])
      expect(runningLibrary.useCaseDependencies.commandHandling.clock.today()).toBe(today)
      const near = await send('POST', '/clock/forward', { as: administratorUser, body: { to: '2027-01-06' } })
      expect(near).toMatchObject({ status: 200, body: { today: '2027-01-06' } })
    }))
})
