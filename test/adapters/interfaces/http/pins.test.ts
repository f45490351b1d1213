import { hashedPin, isPin } from '../../../../adapters/interfaces/http/resources/borrowers/pin'
import { wrongPinsAllowed, wrongPinsCount } from '../../../../adapters/interfaces/http/edge/wrong-pins'
import { acquire, lend, register } from './desk'
import { machine, served, staff, type Served } from './serve'

const card = '2999999999'
const asking =
  ({ send }: Served) =>
  (pin: string | undefined, number = card) =>
    send('POST', '/borrowers/look-up', { as: machine, body: { card: number, ...(pin === undefined ? {} : { pin }) } })

describe('a PIN', () => {
  it('is hashed under a salt of its own, and costs a tenth of a second of work to try', async () => {
    const [one, other] = [await hashedPin('2468'), await hashedPin('2468')]
    expect(one).not.toBe(other)
    const begun = process.cpuUsage()
    expect(await isPin(one)('2468')).toBe(true)
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeGreaterThan(20)
    expect(await isPin(other)('2469')).toBe(false)
  })

  it('is looked at for as long where none is kept', async () => {
    const kept = await hashedPin('2468')
    const work = async (pin: string | null | undefined): Promise<number> => {
      const begun = process.cpuUsage()
      expect(await isPin(pin)('1111')).toBe(false)
      return process.cpuUsage(begun).user
    }
    const [known, stranger, without] = [await work(kept), await work(undefined), await work(null)]
    expect(Math.min(stranger, without)).toBeGreaterThan(known / 4)
  })

  it('is shown to nobody, not even as a hash, in the log over HTTP or on the command line', () =>
    served(async (library) => {
      const anna = await register(library, { card, pin: '2468' })
      const bo = await register(library)
      const stream = (borrower: string) => library.send('GET', `/streams/persons/borrower-${borrower}`, { as: staff })
      const shown = await stream(anna)
      expect(shown.body.events[0].staff.card).toEqual({ number: card, pin: { withheld: 'card' } })
      expect(shown.text).not.toContain('scrypt')
      expect((await stream(bo)).body.events[0].staff.card.pin).toBeNull()
      expect(JSON.stringify(await library.system.show('persons', `borrower-${anna}` as never))).not.toContain('scrypt')
    }))

  it('locks its card when it is wrong five times in a quarter of an hour, and for that long', () => {
    let now = 0
    return served(
      async (library) => {
        const ask = asking(library)
        const anna = await register(library, { card, pin: '2468' })
        for (let time = 0; time < wrongPinsAllowed; time += 1) expect((await ask('1111')).status).toBe(404)
        const locked = await ask('2468')
        expect(locked.status).toBe(429)
        expect(locked.headers.get('retry-after')).toBe('900')
        expect(locked.body.type).toBe('urn:glemsom:problem:log-in-is-locked')
        now += wrongPinsCount - 1
        expect((await ask('2468')).status).toBe(429)
        now += 1
        expect((await ask('2468')).body.borrower).toBe(anna)
      },
      { elapsed: () => now },
    )
  }, 60_000)

  it(
    'is not guessed faster by asking for many at once',
    () =>
      served(async (library) => {
        await register(library, { card, pin: '2468' })
        const guesses = Array.from({ length: 20 }, (_, guess) => String(1000 + guess))
        const replies = await Promise.all(guesses.map((guess) => asking(library)(guess)))
        expect(replies.filter(({ status }) => status === 404)).toHaveLength(wrongPinsAllowed)
        expect(replies.filter(({ status }) => status === 429)).toHaveLength(20 - wrongPinsAllowed)
      }),
    60_000,
  )

  it(
    'that is right lets the ones before be forgotten; a card that nobody has is locked as well',
    () =>
      served(async (library) => {
        const ask = asking(library)
        await register(library, { card, pin: '2468' })
        for (let time = 1; time < wrongPinsAllowed; time += 1) await ask('1111')
        expect((await ask('2468')).status).toBe(200)
        expect((await ask('1111')).status).toBe(404)
        expect((await ask('2468')).status).toBe(200)
        for (let time = 0; time < wrongPinsAllowed; time += 1)
          expect((await ask('1111', '2888888888')).status).toBe(404)
        expect((await ask('1111', '2888888888')).status).toBe(429)
      }),
    60_000,
  )
})

describe('a machine', () => {
  it('finds nobody by a card that has no PIN, nor without one', () =>
    served(async (library) => {
      await register(library, { card, pin: null })
      const ask = asking(library)
      const replies = [await ask('2468'), await ask(undefined), await ask('2468', '2777777777')]
      expect(replies.map(({ status }) => status)).toEqual([404, 404, 404])
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
      expect((await library.send('POST', '/borrowers/look-up', { as: staff, body: { card } })).status).toBe(200)
    }))

  it('blocks for the reason S and no other, and undoes no loan', () =>
    served(async (library) => {
      const anna = await register(library)
      const block = (reason: string) =>
        library.send('POST', `/borrowers/${anna}/blocks`, { as: machine, body: { reason, note: null } })
      for (const reason of ['O', 'U', 'F', 'W', 'D']) expect((await block(reason)).status).toBe(403)
      const copy = await acquire(library)
      const { loan } = (await lend(library, copy, anna)).body
      const undone = await library.send('POST', `/loans/${loan}/undo`, {
        as: machine,
        body: { copy, branch: 'DK-785100' },
      })
      expect(undone.status).toBe(403)
      expect((await block('S')).status).toBe(201)
    }))
})

describe('what is counted for statistics', () => {
  it('is shown to nobody in the log, before the loan is forgotten or after', () =>
    served(async (library) => {
      const copy = await acquire(library)
      await lend(library, copy, await register(library))
      const { events } = (await library.send('GET', `/streams/circulation/copy-${copy}`, { as: staff })).body
      expect(events[1].staff.statistics).toEqual({ withheld: 'statistics' })
      expect(events[1].staff.loan).toMatchObject({ dueOn: '2026-02-04' })
    }))
})
