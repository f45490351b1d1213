import { hashPin, verifyPin } from '../../../../adapters/interfaces/http/resources/borrowers/pin-hash'
import { longestPinLockMs, maxWrongPins } from '../../../../adapters/interfaces/http/request-handling/wrong-pin-counter'
import type { DemoUser } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import { acquireCopyByHttp, lendCopyByHttp, lookUpByCard, registerBorrowerByHttp } from './http-steps'
import { borrowerUser, withHttpServer, staffUser, type ServedLibrary } from './with-http-server'

const card = '2999999999'
const addressOf = (client: number): string => `203.0.113.${String(client + 1)}`

describe('a PIN', () => {
  it('is hashed with its own salt, and costs much CPU time to check', async () => {
    const [one, other] = [await hashPin('2468'), await hashPin('2468')]
    expect(one).not.toBe(other)
    const startUsage = process.cpuUsage()
    expect(await verifyPin(one)('2468')).toBe(true)
    const { user, system } = process.cpuUsage(startUsage)
    expect((user + system) / 1000).toBeGreaterThan(20)
    expect(await verifyPin(other)('2469')).toBe(false)
  })

  it('takes as long to check when no PIN is stored', async () => {
    const storedHash = await hashPin('2468')
    const measureWork = async (pin: string | null | undefined): Promise<number> => {
      const startUsage = process.cpuUsage()
      expect(await verifyPin(pin)('1111')).toBe(false)
      return process.cpuUsage(startUsage).user
    }
    const [known, unknownBorrower, without] = [
      await measureWork(storedHash),
      await measureWork(undefined),
      await measureWork(null),
    ]
    expect(Math.min(unknownBorrower, without)).toBeGreaterThan(known / 4)
  })

  it('is shown to nobody, not even as a hash, over HTTP or on the command line', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
      const bo = await registerBorrowerByHttp(library)
      const stream = (borrower: string) =>
        library.send('GET', `/streams/persons/borrower-${borrower}`, { as: staffUser })
      const shown = await stream(anna)
      expect(shown.body.events[0].staff.card).toEqual({ number: card, pin: null })
      expect(shown.body.events[1].staff.pin).toEqual({ withheld: 'pin' })
      expect(shown.text).not.toContain('scrypt')
      expect((await stream(bo)).body.events).toHaveLength(1)
      expect(
        JSON.stringify(await library.runningLibrary.showStream('persons', `borrower-${anna}` as never)),
      ).not.toContain('scrypt')
    }))

  it('locks its card when it is wrong five times, until 15 minutes later, rounded up to a quarter-hour', () => {
    let now = 1
    return withHttpServer(
      async (library) => {
        const ask = lookUpByCard(library, card)
        const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
        for (let time = 0; time < maxWrongPins; time += 1) expect((await ask('1111')).status).toBe(422)
        const locked = await ask('2468')
        expect(locked.status).toBe(429)
        expect(locked.headers.get('retry-after')).toBe('1800')
        expect(locked.body.type).toBe('urn:glemsom:problem:log-in-is-locked')
        now = longestPinLockMs - 1
        expect((await ask('2468')).status).toBe(429)
        now += 1
        expect((await ask('2468')).body.borrower).toBe(anna)
      },
      undefined,
      { machineTime: () => now },
    )
  })

  it('that staff set ends the locks of the card and of the borrower at once; one that the borrower sets does not', () =>
    withHttpServer(async (library) => {
      const ask = lookUpByCard(library, card)
      const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
      const set = (as: DemoUser, body: object) => library.send('PUT', `/borrowers/${anna}/pin`, { as, body })
      for (let time = 0; time < maxWrongPins; time += 1) {
        await ask('1111')
        await set(borrowerUser(anna), { pin: '3579', currentPin: '1111' })
      }
      expect((await set(borrowerUser(anna), { pin: '3579', currentPin: '2468' })).status).toBe(429)
      expect((await ask('2468')).status).toBe(429)
      expect((await set(staffUser, { pin: '1357' })).status).toBe(200)
      expect((await ask('1357')).body.borrower).toBe(anna)
      for (let time = 0; time < maxWrongPins; time += 1) await ask('1111')
      expect((await set(borrowerUser(anna), { pin: '3579', currentPin: '1357' })).status).toBe(200)
      expect((await ask('3579')).status).toBe(429)
    }))

  it('is not guessed faster by concurrent attempts', () =>
    withHttpServer(async (library) => {
      await registerBorrowerByHttp(library, { card, pin: '2468' })
      const guesses = Array.from({ length: 20 }, (_, guess) => String(1000 + guess))
      const ask = lookUpByCard(library, card)
      const replies = await Promise.all(guesses.map((guess, at) => ask(guess, card, addressOf(at))))
      expect(replies.filter(({ status }) => status === 422)).toHaveLength(maxWrongPins)
      expect(replies.filter(({ status }) => status === 429)).toHaveLength(20 - maxWrongPins)
    }))

  it('that a borrower gives in place of the present one counts once, also when a page sends it', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
      const change = (key: number) =>
        library.send('PUT', `/borrowers/${anna}/pin`, {
          as: borrowerUser(anna),
          body: { pin: '3579', currentPin: '1111' },
          headers: { 'Idempotency-Key': `change-${String(key)}` },
        })
      for (let time = 0; time < maxWrongPins; time += 1) expect((await change(time)).status).toBe(422)
      expect((await change(maxWrongPins)).status).toBe(429)
    }))

  it('that is right resets the count; a card that does not exist is locked as well', () =>
    withHttpServer(async (library) => {
      const ask = lookUpByCard(library, card)
      await registerBorrowerByHttp(library, { card, pin: '2468' })
      for (let time = 1; time < maxWrongPins; time += 1) await ask('1111')
      expect((await ask('2468')).status).toBe(200)
      expect((await ask('1111')).status).toBe(422)
      expect((await ask('2468')).status).toBe(200)
      for (let time = 0; time < maxWrongPins; time += 1) expect((await ask('1111', '2888888888')).status).toBe(422)
      expect((await ask('1111', '2888888888')).status).toBe(429)
    }))
})

describe('a look-up by staff', () => {
  const byStaff =
    ({ send }: ServedLibrary) =>
    (body: object) =>
      send('POST', '/borrowers/look-up', { as: staffUser, body })

  it('needs no PIN, but checks a PIN that is sent', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
      const ask = byStaff(library)
      for (const body of [{ card }, { card, pin: '2468' }]) expect((await ask(body)).body).toEqual({ borrower: anna, after: expect.any(String) }) // prettier-ignore
      expect((await ask({ card, pin: '2469' })).status).toBe(422)
    }))

  it('refuses a PIN for a card without one, and a PIN without a card', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card, pin: null, cpr: '630280-0000' })
      const ask = byStaff(library)
      expect((await ask({ card, pin: '2468' })).status).toBe(422)
      const refused = await ask({ cpr: '630280-0000', pin: '2468' })
      expect(refused.status).toBe(400)
      expect(refused.body.errors).toMatchObject([{ pointer: '/pin' }])
      expect((await ask({ cpr: '630280-0000' })).body.borrower).toBe(anna)
    }))

  it('locks the card when the PIN is wrong five times, as a look-up by a machine does', () =>
    withHttpServer(async (library) => {
      await registerBorrowerByHttp(library, { card, pin: '2468' })
      const ask = byStaff(library)
      for (let n = 0; n < maxWrongPins; n++) expect((await ask({ card, pin: '1111' })).status).toBe(422)
      expect((await ask({ card, pin: '2468' })).status).toBe(429)
      expect((await lookUpByCard(library, card)('2468')).status).toBe(429)
      expect((await ask({ card })).status).toBe(200)
    }))
})

describe('the statistics part of a loan', () => {
  it('is shown to nobody, before or after the loan is forgotten', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      const { events } = (await library.send('GET', `/streams/circulation/copy-${copy}`, { as: staffUser })).body
      expect(events[1].staff.statistics).toEqual({ withheld: 'statistics' })
      expect(events[1].staff.loan).toMatchObject({ dueOn: '2026-02-04' })
    }))
})
