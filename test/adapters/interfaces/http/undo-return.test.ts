import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { administratorUser, machineUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const title = '52557240'

const steps = ({ send }: ServedLibrary) => {
  const at = { as: staffUser, body: { branch: testBranch } }
  return {
    forwardTo: (to: string) => send('POST', '/clock/forward', { as: administratorUser, body: { to } }),
    takeBack: async (copy: string) => (await send('POST', `/copies/${copy}/return`, at)).body,
    undo: (copy: string, body: object = {}, headers: Readonly<Record<string, string>> = {}) =>
      send('POST', `/copies/${copy}/return/undo`, { ...at, headers, body: { branch: testBranch, ...body } }),
    loansOf: async (borrower: string, after: string) =>
      (await send('GET', `/borrowers/${borrower}?after=${after}`, { as: staffUser })).body.loans,
    feesOf: async (borrower: string, after: string) =>
      (await send('GET', `/borrowers/${borrower}/fees?after=${after}`, { as: staffUser })).body,
  }
}

/** A copy that Anna has on loan until 2026-02-04. */
const lentCopy = async (library: ServedLibrary) => {
  const anna = await registerBorrowerByHttp(library)
  const copy = await acquireCopyByHttp(library)
  const { loan } = (await lendCopyByHttp(library, copy, anna)).body
  return { anna, copy, loan: String(loan) }
}

/** The members of the open part of an event, and how long each text is. */
const shapeOf = (open: unknown): unknown =>
  JSON.parse(JSON.stringify(open), (_name, value: unknown) => (typeof value === 'string' ? value.length : value))

describe('the return of a copy that was scanned by mistake', () => {
  it('is undone by a loan of the same borrower with the same due day, and a repeat answers the same', () =>
    withHttpServer(async (library) => {
      const { takeBack, undo, loansOf } = steps(library)
      const { anna, copy, loan } = await lentCopy(library)
      expect((await takeBack(copy)).loan).toBe(loan)
      const key = { 'Idempotency-Key': 'undo-of-one-return' }
      const { status, body } = await undo(copy, { loan }, key)
      expect([status, body.copy, body.dueOn]).toEqual([200, copy, '2026-02-04'])
      expect(body.loan).not.toBe(loan)
      expect((await undo(copy, { loan }, key)).body).toMatchObject({ loan: body.loan, dueOn: '2026-02-04' })
      const running = (await loansOf(anna, body.after)).filter(
        ({ endedOn }: { endedOn: string | null }) => endedOn === null,
      )
      expect(running).toMatchObject([{ loan: body.loan, copy, lentOn: '2026-01-05', dueOn: '2026-02-04' }])
    }))

  it('cancels the fee for lateness that it levied, and the fee of the real return is levied in full', () =>
    withHttpServer(async (library) => {
      const { forwardTo, takeBack, undo, feesOf } = steps(library)
      const { anna, copy } = await lentCopy(library)
      await forwardTo('2026-02-10')
      const byMistake = await takeBack(copy)
      expect(byMistake.fee.amount).toBe(2000)
      const undone = await undo(copy)
      expect((await feesOf(anna, undone.body.after)).balance.owed).toBe(0)
      await forwardTo('2026-02-20')
      const real = await takeBack(copy)
      expect(real.fee).toMatchObject({ amount: 12_000, joins: false })
      expect((await feesOf(anna, real.after)).balance.owed).toBe(12_000)
    }))

  it('takes away the debt that the late return made, so that the borrower may borrow again', () =>
    withHttpServer(async (library) => {
      const { forwardTo, takeBack, undo } = steps(library)
      const { anna, copy } = await lentCopy(library)
      await forwardTo('2026-03-10')
      await takeBack(copy)
      const second = await acquireCopyByHttp(library, { title: '52557241' })
      expect((await lendCopyByHttp(library, second, anna)).body.because).toBe('debtOverLimit')
      await library.send('GET', `/borrowers/${anna}/fees?after=${(await undo(copy)).body.after}`, { as: staffUser })
      expect((await lendCopyByHttp(library, second, anna)).status).toBe(201)
    }))

  it('levies one fee when the copy is really returned later on the same day', () =>
    withHttpServer(async (library) => {
      const { forwardTo, takeBack, undo, feesOf } = steps(library)
      const { anna, copy } = await lentCopy(library)
      await forwardTo('2026-02-10')
      await takeBack(copy)
      await undo(copy)
      const real = await takeBack(copy)
      expect(real.fee.amount).toBe(2000)
      expect((await feesOf(anna, real.after)).balance.owed).toBe(2000)
    }))

  it('leaves the fee that another copy of the same visit shares', () =>
    withHttpServer(async (library) => {
      const { forwardTo, takeBack, undo, feesOf } = steps(library)
      const { anna, copy } = await lentCopy(library)
      const second = await acquireCopyByHttp(library, { title: '52557241' })
      await lendCopyByHttp(library, second, anna)
      await forwardTo('2026-02-10')
      await takeBack(second)
      await takeBack(copy)
      const undone = await undo(copy)
      expect((await feesOf(anna, undone.body.after)).balance.owed).toBe(2000)
      await forwardTo('2026-02-20')
      expect((await feesOf(anna, (await takeBack(copy)).after)).balance.owed).toBe(2000 + 12_000)
    }))

  it('is refused once the fee is paid', () =>
    withHttpServer(async (library) => {
      const { forwardTo, takeBack, undo } = steps(library)
      const { anna, copy } = await lentCopy(library)
      await forwardTo('2026-02-10')
      const { fee } = await takeBack(copy)
      const payment = { order: 'order-1', fees: [fee.fee], amount: fee.amount }
      await library.send('POST', `/borrowers/${anna}/payments`, { as: staffUser, body: payment })
      const refused = await undo(copy)
      expect([refused.status, refused.body.type]).toEqual([409, 'urn:glemsom:problem:fee-of-return-stands'])
    }))

  it('gives the place in the queue back to whoever the copy was set aside for', () =>
    withHttpServer(async (library) => {
      const { takeBack, undo } = steps(library)
      const { copy } = await lentCopy(library)
      const bo = await registerBorrowerByHttp(library)
      const queue = `/titles/${title}/reservations`
      const { reservation } = (await library.send('POST', queue, { as: staffUser, body: { borrower: bo } })).body
      expect(await takeBack(copy)).toMatchObject({ becomes: 'ready' })
      const { body } = await undo(copy)
      const waiting = await library.send('GET', `${queue}/${String(reservation)}?after=${body.after}`, {
        as: staffUser,
      })
      expect(waiting.body).toMatchObject({ state: 'reserved', queueNumber: 1, pickUpNumber: null })
      expect(await takeBack(copy)).toMatchObject({ becomes: 'ready' })
    }))

  it('is refused by name on another day, at another branch, after another loan, and when nobody returned the copy', () =>
    withHttpServer(async (library) => {
      const { forwardTo, takeBack, undo } = steps(library)
      const { copy, loan } = await lentCopy(library)
      const typeOf = async (body: object = {}) => {
        const refused = await undo(copy, body)
        return [refused.status, String(refused.body.type).split(':').at(-1)]
      }
      expect(await typeOf()).toEqual([409, 'no-return-today'])
      await takeBack(copy)
      expect(await typeOf({ branch: 'DK-785101' })).toEqual([409, 'return-is-of-another-branch'])
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      expect(await typeOf()).toEqual([409, 'copy-is-on-loan'])
      await takeBack(copy)
      expect(await typeOf({ loan })).toEqual([422, 'copy-was-lent-since'])
      await forwardTo('2026-01-06')
      expect(await typeOf()).toEqual([409, 'no-return-today'])
      expect((await undo('3999999999')).status).toBe(404)
    }))

  it('is undone by staff alone', () =>
    withHttpServer(async (library) => {
      const { takeBack } = steps(library)
      const { copy } = await lentCopy(library)
      await takeBack(copy)
      const body = { branch: testBranch }
      expect((await library.send('POST', `/copies/${copy}/return/undo`, { as: machineUser, body })).status).toBe(403)
    }))

  it('says in no open part that it was a mistake: the log has a return and a loan', () =>
    withHttpServer(async (library) => {
      const { takeBack, undo } = steps(library)
      const { copy, loan } = await lentCopy(library)
      await takeBack(copy)
      const continuing = (await undo(copy)).body.loan
      const other = await acquireCopyByHttp(library)
      const ordinary = (await lendCopyByHttp(library, other, await registerBorrowerByHttp(library))).body.loan
      const shown = await library.runningLibrary.showStream('circulation', `copy-${copy}` as never)
      expect(shown.map(({ type }) => type)).toEqual(['CopyAcquired', 'LoanStarted', 'LoanReturned', 'LoanStarted'])
      const [likeIt] = (await library.runningLibrary.showStream('circulation', `copy-${other}` as never)).slice(-1)
      const started = shown.at(-1)
      expect(JSON.stringify(started?.stored)).not.toContain(loan)
      expect(shapeOf(started?.stored.open)).toEqual(shapeOf(likeIt?.stored.open))
      expect(started?.stored.sealed).toEqual(likeIt?.stored.sealed)
      expect(ordinary).not.toBe(continuing)
    }))
})
