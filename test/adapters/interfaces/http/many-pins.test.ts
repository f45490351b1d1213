import { networkOf } from '../../../../adapters/interfaces/http/request-handling/network-of-address'
import { maxWrongPins } from '../../../../adapters/interfaces/http/request-handling/wrong-pin-counter'
import { lookUpByCard, registerBorrowerByHttp } from './http-steps'
import { borrowerUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const card = '2999999999'
const addressOf = (client: number): string => `203.0.113.${String(client + 1)}`
const cardsOf = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, at) => String(2_800_000_000 + at))

const statusesOf = async (
  replies: ReadonlyArray<Promise<{ readonly status: number }>>,
): Promise<ReadonlyArray<number>> => (await Promise.all(replies)).map(({ status }) => status)

/** A change of a PIN, from the first address when none is given. */
const setPin =
  ({ send }: ServedLibrary, borrower: string) =>
  (pin: string, key: string, address = addressOf(0)) =>
    send('PUT', `/borrowers/${borrower}/pin`, {
      ...{ as: staffUser, body: { pin } },
      headers: { 'X-Forwarded-For': address, 'Idempotency-Key': key },
    })

describe('a PIN among many', () => {
  it('is refused when some from the same address wait to be checked, and is then neither checked nor counted', () =>
    withHttpServer(async (library) => {
      const ask = lookUpByCard(library, card)
      const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
      const cards = cardsOf(40)
      const guesses = Promise.all(cards.map((number) => ask('1111', number)))
      expect((await ask('2468', card, addressOf(2))).body.borrower).toBe(anna)
      const replies = await guesses
      const statuses = replies.map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set([422, 503]))
      expect(statuses.filter((status) => status === 422).length).toBeLessThan(20)
      const refused = statuses.indexOf(503)
      expect(replies[refused]).toMatchObject({ body: { type: 'urn:glemsom:problem:too-many-pin-checks' } })
      for (let time = 0; time < maxWrongPins; time += 1) expect((await ask('1111', cards[refused])).status).toBe(422)
      expect((await ask('1111', cards[refused])).status).toBe(429)
      expect((await ask('2468')).body.borrower).toBe(anna)
    }))

  it('is checked before most of those that nine other addresses have sent before it', () =>
    withHttpServer(async (library) => {
      const ask = lookUpByCard(library, card)
      const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
      let checked = 0
      const guesses = cardsOf(45).map(async (number, at) => {
        const reply = await ask('1111', number, addressOf(at % 9))
        checked += 1
        return reply
      })
      await guesses[0]
      expect((await ask('2468', card, addressOf(9))).body.borrower).toBe(anna)
      expect(checked).toBeLessThan(30)
      expect(new Set(await statusesOf(guesses))).toEqual(new Set([422]))
    }))

  it('that is new is refused when some from the same address wait, and the checks of others are answered', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card, pin: '2468' })
      const set = setPin(library, await registerBorrowerByHttp(library))
      const changes = cardsOf(60).map((_, at) => set(String(1000 + at), `change-${String(at)}`))
      expect((await lookUpByCard(library, card)('2468', card, addressOf(2))).body.borrower).toBe(anna)
      const statuses = await statusesOf(changes)
      expect(new Set(statuses)).toEqual(new Set([200, 503]))
      expect(statuses.filter((status) => status === 200).length).toBeLessThan(20)
    }))

  it('that a borrower sets in place of none is refused likewise, and so is that of a registration', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const bodies = cardsOf(20).map((number) => ({ pin: number.slice(-4) }))
      const changes = bodies.map((body) =>
        library.send('PUT', `/borrowers/${anna}/pin`, { as: borrowerUser(anna), body }),
      )
      expect(await statusesOf(changes)).toContain(503)
      const registered = await Promise.all(
        cardsOf(20).map((number) => registerBorrowerByHttp(library, { card: number, pin: '2468' })),
      )
      expect(registered).toContain(undefined)
    }))

  it('that was set already is answered to who repeats the request, without a place in the queue', () =>
    withHttpServer(async (library) => {
      const bo = await registerBorrowerByHttp(library)
      const set = setPin(library, bo)
      expect((await set('2468', 'first')).status).toBe(200)
      const body = {
        ...{ name: 'Ingen Bestemt', cpr: null, group: 'adult', municipality: '851', homeBranch: 'DK-785100' },
        ...{ language: 'da', birthDate: '1980-02-03', card, pin: '2468' },
        contact: { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null },
      }
      const register = () =>
        library.send('POST', '/borrowers', {
          ...{ as: staffUser, body },
          headers: { 'X-Forwarded-For': addressOf(0), 'Idempotency-Key': 'registration' },
        })
      const registered = await register()
      expect(registered.status).toBe(201)
      const guesses = cardsOf(30).map((number) => lookUpByCard(library, card)('1111', number, addressOf(0)))
      await Promise.race(guesses)
      const others = cardsOf(20).map((number) => set('3579', `another-${number}`))
      const [again, registeredAgain] = await Promise.all([set('2468', 'first'), register()])
      expect([again.status, registeredAgain.status]).toEqual([200, 201])
      expect(registeredAgain.body.borrower).toBe(registered.body.borrower)
      expect(await statusesOf(others)).toContain(503)
      await Promise.all(guesses)
      expect((await lookUpByCard(library, card)('2468', card, addressOf(2))).status).toBe(200)
    }))
})

describe('the network of an address', () => {
  it.each([
    ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:9', true],
    ['2001:db8::1', '2001:db8:0:0:5:6:7:8', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['1::2:3:4:5:6:7', '1:0:2:3::', true],
    ['fe80::1%eth0', 'fe80::2', true],
    ['203.0.113.1', '203.0.113.2', false],
  ])('of %s and %s is the same: %s', (one, other, isSame) => {
    expect(networkOf(one) === networkOf(other)).toBe(isSame)
  })
})
