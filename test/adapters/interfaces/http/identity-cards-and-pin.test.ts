import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { borrowerUser, machineUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const correction = {
  ...{ name: 'Anna Berg', cpr: null, birthDate: '1980-02-03', group: 'adult', municipality: '851' },
  reason: 'Navn efter vielse',
}

const putIdentity = async ({ send }: ServedLibrary, borrower: string, body: object) => {
  const path = `/borrowers/${borrower}/identity`
  const etag = (await send('GET', path, { as: staffUser })).headers.get('etag') ?? ''
  return send('PUT', path, { as: staffUser, headers: { 'If-Match': etag }, body })
}

const cardOf = async ({ send }: ServedLibrary, borrower: string): Promise<string> =>
  (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.cards[0].card

const lookUp = async ({ send }: ServedLibrary, body: object) =>
  (await send('POST', '/borrowers/look-up', { as: machineUser, body })).status

describe('putting right who a borrower is', () => {
  it('changes the record, and says why to staff and to the borrower', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      expect((await putIdentity(library, anna, correction)).status).toBe(200)
      for (const as of [staffUser, borrowerUser(anna)]) {
        expect((await library.send('GET', `/borrowers/${anna}`, { as })).body.record.name).toBe('Anna Berg')
        expect((await library.send('GET', `/borrowers/${anna}/identity`, { as })).body).toEqual(correction)
      }
    }))

  it('takes the birth date from the CPR number, and refuses one that is not that of the CPR number', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const { birthDate: _birthDate, ...rest } = correction
      expect((await putIdentity(library, anna, { ...rest, cpr: '630280-0000' })).status).toBe(200)
      const { body } = await library.send('GET', `/borrowers/${anna}/identity`, { as: staffUser })
      expect(body).toMatchObject({ cpr: '6302800000', birthDate: '1980-02-03' })
      const wrong = await putIdentity(library, anna, { ...rest, cpr: '630280-0000', birthDate: '1981-02-03' })
      expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/birthDate'])
    }))

  it('is refused with a CPR number that another borrower has, and leaves everything as it was', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      await registerBorrowerByHttp(library, { cpr: '630280-0000', birthDate: undefined })
      const refused = await putIdentity(library, anna, { ...correction, cpr: '630280-0000' })
      expect([refused.status, refused.text.includes('630280')]).toEqual([409, false])
      expect(refused.body.errors).toMatchObject([{ in: 'body', pointer: '/cpr' }])
      const { body } = await library.send('GET', `/borrowers/${anna}`, { as: staffUser })
      expect(body.record).toMatchObject({ name: 'Ingen Bestemt', cpr: null })
    }))

  it('is refused without a reason, or with a CPR number in the reason', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      for (const reason of ['', '630280-0000 er den rigtige'])
        expect((await putIdentity(library, anna, { ...correction, reason })).status).toBe(400)
    }))
})

describe('a card that is reported stolen', () => {
  it('opens nothing any more, and blocks lending at once, until staff issue another and lift the block', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2999999999', pin: '2468' })
      const copy = await acquireCopyByHttp(library)
      const path = `/borrowers/${anna}/cards/${await cardOf(library, anna)}/stolen`
      expect((await library.send('POST', path, { as: borrowerUser(anna) })).status).toBe(200)
      expect(await lookUp(library, { card: '2999999999', pin: '2468' })).toBe(422)
      expect((await lendCopyByHttp(library, copy, anna)).status).toBe(422)
      expect((await library.send('POST', path, { as: staffUser })).status).toBe(404)

      const body = { number: '2999999998' }
      expect((await library.send('POST', `/borrowers/${anna}/cards`, { as: staffUser, body })).status).toBe(201)
      expect(await lookUp(library, { card: '2999999998', pin: '2468' })).toBe(403)
      const { blocks } = (await library.send('GET', `/borrowers/${anna}`, { as: staffUser })).body
      expect(blocks).toMatchObject([{ reason: 'O' }])
      await library.send('DELETE', `/borrowers/${anna}/blocks/${blocks[0].block}`, { as: staffUser })
      expect(await lookUp(library, { card: '2999999998', pin: '2468' })).toBe(200)
      expect((await lendCopyByHttp(library, copy, anna)).status).toBe(201)
    }))

  it('cannot be that of another borrower', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const bo = await registerBorrowerByHttp(library)
      const cardOfBo = await cardOf(library, bo)
      const path = (borrower: string) => `/borrowers/${borrower}/cards/${cardOfBo}/stolen`
      expect((await library.send('POST', path(bo), { as: borrowerUser(anna) })).status).toBe(403)
      expect((await library.send('POST', path(anna), { as: borrowerUser(anna) })).status).toBe(404)
      const body = { number: '2999999997', replaces: cardOfBo }
      const refused = await library.send('POST', `/borrowers/${anna}/cards`, { as: staffUser, body })
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/replaces'])
    }))

  it('opens nothing any more, because no other card has its number', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2999999995', pin: '2468' })
      const issue = (key: string, number: string) =>
        library.send('POST', `/borrowers/${anna}/cards`, {
          ...{ as: staffUser, headers: { 'Idempotency-Key': key }, body: { number } },
        })
      expect((await issue('one', '2999999995')).status).toBe(409)
      const [first, again] = await Promise.all([issue('two', '2999999994'), issue('two', '2999999994')])
      expect([first.status, again.status]).toEqual([201, 201])
      expect(again.body.card).toBe(first.body.card)
      expect((await issue('three', '2999999994')).status).toBe(409)
    }))

  it('is issued to one borrower only', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      await registerBorrowerByHttp(library, { card: '2999999996' })
      const body = { number: '2999999996' }
      expect((await library.send('POST', `/borrowers/${anna}/cards`, { as: staffUser, body })).status).toBe(409)
    }))
})

describe('the PIN', () => {
  const setPin = ({ send }: ServedLibrary, as: typeof staffUser, borrower: string, body: object) =>
    send('PUT', `/borrowers/${borrower}/pin`, { as, body })

  it('is changed by the borrower who knows it, and set anew by staff', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2999999999', pin: '2468' })
      const own = (body: object) => setPin(library, borrowerUser(anna), anna, body)
      for (const body of [{ pin: '1357' }, { pin: '1357', currentPin: '0000' }]) {
        const refused = await own(body)
        expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/currentPin'])
      }
      expect((await own({ pin: '1357', currentPin: '2468' })).status).toBe(200)
      expect(await lookUp(library, { card: '2999999999', pin: '2468' })).toBe(422)
      expect(await lookUp(library, { card: '2999999999', pin: '1357' })).toBe(200)
      expect((await setPin(library, staffUser, anna, { pin: '8642' })).status).toBe(200)
      expect(await lookUp(library, { card: '2999999999', pin: '8642' })).toBe(200)
    }))

  it('is first set by a borrower who has none', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2999999999' })
      expect(await lookUp(library, { card: '2999999999', pin: '2468' })).toBe(422)
      expect((await setPin(library, borrowerUser(anna), anna, { pin: '2468' })).status).toBe(200)
      expect(await lookUp(library, { card: '2999999999', pin: '2468' })).toBe(200)
    }))

  it('is changed once by a request that is sent twice under one idempotency key, and both get the first answer', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2999999999', pin: '2468' })
      const change = () =>
        library.send('PUT', `/borrowers/${anna}/pin`, {
          ...{ as: borrowerUser(anna), headers: { 'Idempotency-Key': 'one' } },
          body: { pin: '1357', currentPin: '2468' },
        })
      const [first, again] = [await change(), await change()]
      expect([first.status, again.status]).toEqual([200, 200])
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
      expect(await lookUp(library, { card: '2999999999', pin: '1357' })).toBe(200)
    }))

  it('is checked also when the new one is the present one, and the request has an idempotency key', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2999999999', pin: '2468' })
      const change = (key: string, currentPin: string) =>
        library.send('PUT', `/borrowers/${anna}/pin`, {
          ...{ as: borrowerUser(anna), headers: { 'Idempotency-Key': key } },
          body: { pin: '2468', currentPin },
        })
      for (const key of ['one', 'two']) expect((await change(key, '0000')).status).toBe(422)
      expect((await change('three', '2468')).status).toBe(200)
      expect((await change('one', '0000')).status).toBe(422)
    }))

  it('cannot be guessed: after five wrong ones nobody changes it for a while', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { pin: '2468' })
      const guess = (currentPin: string) => setPin(library, borrowerUser(anna), anna, { pin: '1357', currentPin })
      for (let wrong = 0; wrong < 5; wrong += 1) expect((await guess('0000')).status).toBe(422)
      expect((await guess('2468')).status).toBe(429)
    }))

  it('of another borrower is not for a borrower to set', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { pin: '2468' })
      const bo = await registerBorrowerByHttp(library)
      expect((await setPin(library, borrowerUser(bo), anna, { pin: '1357', currentPin: '2468' })).status).toBe(403)
    }))
})
