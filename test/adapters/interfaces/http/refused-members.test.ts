import { acquireCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { staffUser, withHttpServer, type Json, type ServedLibrary } from './with-http-server'
import { lostCopySteps } from '../../../e2e/lost-copy-steps'

const reason = 'Aftalt ved skranken'

/** The status, the type, and the first place that a refusal points to. */
const placeOf = ({ status, body }: { readonly status: number; readonly body: Json }) => [
  status,
  body.type.replace('urn:glemsom:problem:', ''),
  `${body.errors?.[0]?.in} ${body.errors?.[0]?.pointer}`,
]

const withReservation = (use: (library: ServedLibrary, path: string, borrower: string) => Promise<void>) =>
  withHttpServer(async (library) => {
    await acquireCopyByHttp(library)
    await use(library, '/titles/52557240/reservations', await registerBorrowerByHttp(library))
  })

describe('a value that is refused with 422 is pointed to', () => {
  it.each([
    ['that is past', '2026-01-01', 'interest-is-over'],
    ['that is too far away', '2036-01-01', 'interest-is-too-long'],
  ])('a last day of interest %s', (_, interestUntil, type) =>
    withReservation(async ({ send }, path, borrower) => {
      const refused = await send('POST', path, { as: staffUser, body: { borrower, interestUntil } })
      expect(placeOf(refused)).toEqual([422, type, 'body /interestUntil'])
    }),
  )

  it.each([
    ['in the future', '2027-01-05T10:00:00.000Z', 'act-is-in-the-future'],
    ['too long ago', '2025-11-05T10:00:00.000Z', 'too-late'],
  ])('a time of an act %s', (_, actedAt, type) =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const body = { branch: testBranch, actedAt }
      const headers = { 'Idempotency-Key': 'at-another-time' }
      const refused = await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body, headers })
      expect(placeOf(refused)).toEqual([422, type, 'body /actedAt'])
    }),
  )

  it.each([
    ['that begins in the past', { from: '2026-01-04', until: null }, 'absence-begins-in-past', '/from'],
    ['that ends in the past', { from: null, until: '2026-01-04' }, 'absence-ends-in-past', '/until'],
    ['that is reversed', { from: '2026-02-02', until: '2026-02-01' }, 'absence-ends-before-it-begins', '/until'],
  ])('an absence period %s', (_, body, type, pointer) =>
    withHttpServer(async (library) => {
      const path = `/borrowers/${await registerBorrowerByHttp(library)}/absence`
      const version = (await library.send('GET', path, { as: staffUser })).headers.get('etag') ?? ''
      const refused = await library.send('PUT', path, { as: staffUser, headers: { 'If-Match': version }, body })
      expect(placeOf(refused)).toEqual([422, type, `body ${pointer}`])
    }),
  )

  it('an amount of a fee, with the sum that is right', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, post } = lostCopySteps(library)
      const { borrower, bill } = await loseCopy()
      const wrong = await pay(borrower, { ...bill, amount: bill.amount - 1 })
      expect(placeOf(wrong)).toEqual([422, 'amount-is-not-the-sum', 'body /amount'])
      expect(wrong.body).toMatchObject({ sum: bill.amount, detail: expect.stringContaining('299,00 kr.') })
      const path = `/fees/${bill.fee}`
      const reduced = await post(`${path}/reduction`, { by: bill.amount, reason })
      expect(placeOf(reduced)).toEqual([422, 'reduction-is-too-large', 'body /by'])
      expect(placeOf(await post(`${path}/reduction`, { by: 0, reason }))).toEqual([
        422,
        'amount-is-nothing',
        'body /by',
      ])
      await pay(borrower, bill)
      const reimbursed = await post(`${path}/reimbursement`, { amount: Number(bill.amount) + 1, reason })
      expect(placeOf(reimbursed)).toEqual([422, 'amount-is-more-than-left', 'body /amount'])
      const receipt = `${'a'.repeat(20)}.${'a'.repeat(86)}`
      const notOurs = await post('/receipts/payout', { receipt, order: 'payout-1' })
      expect(placeOf(notOurs)).toEqual([422, 'receipt-is-not-valid', 'body /receipt'])
    }))

  it('an idempotency key of another request', () =>
    withReservation(async ({ send }, path, borrower) => {
      const headers = { 'Idempotency-Key': 'twice' }
      await send('POST', path, { as: staffUser, body: { borrower }, headers })
      const refused = await send('POST', `/borrowers/${borrower}/blocks`, {
        ...{ as: staffUser, headers },
        body: { reason: 'U', note: null },
      })
      expect(placeOf(refused)).toEqual([422, 'key-was-used-for-another', 'header Idempotency-Key'])
    }))
})
