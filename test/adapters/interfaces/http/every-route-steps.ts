import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { payOnline } from './every-route-of-collection'
import { testBranch } from './http-steps'
import type { BorrowerId } from '../../../../domain/values/ids'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  machineUser,
  staffUser,
  type Reply,
  type ServedLibrary,
  type TestRequest,
} from './with-http-server'

/** Sends a request and records its route as answered; throws when the status is not 2xx. */
export const recordAnswered =
  ({ send }: ServedLibrary, answered: Set<string>) =>
  async (method: string, path: string, route: string, sending: TestRequest = {}): Promise<Reply> => {
    const reply = await send(method, path, { as: staffUser, ...sending })
    // What only somebody with a token may read is kept by no cache.
    const isForAnyone = routes.some((known) => known.path === route && known.roles === 'anyone')
    expect([path, reply.headers.get('cache-control')]).toEqual([path, isForAnyone ? 'no-cache' : 'no-store'])
    if (reply.status < 300) answered.add(`${method.toLowerCase()} ${route}`)
    else throw new Error(`${method} ${route}: ${reply.text}`)
    return reply
  }

export type AskRoute = ReturnType<typeof recordAnswered>

/** Lends a copy, undoes its return, and undoes the loan that continues the first. */
export const lendAndUndo = async (ask: AskRoute, copy: string, borrower: string): Promise<void> => {
  const body = { copy, branch: testBranch }
  const { loan } = (await ask('POST', '/loans', '/loans', { body: { ...body, borrower } })).body
  await ask('GET', `/copies/${copy}/holder`, '/copies/:copy/holder')
  const [path, route] = [`/copies/${copy}/return`, '/copies/:copy/return']
  await ask('POST', path, route, { body: { branch: testBranch } })
  const undone = await ask('POST', `${path}/undo`, `${route}/undo`, { body: { branch: testBranch, loan } })
  await ask('POST', `/loans/${undone.body.loan}/undo`, '/loans/:loan/undo', { body })
}

/** Corrects, writes off, reimburses and pays out the fees of a borrower who lost a copy. */
export const settleFees = async (library: ServedLibrary, ask: AskRoute, anna: string, third: string): Promise<void> => {
  const bills = (await ask('GET', `/borrowers/${anna}/fees`, '/borrowers/:borrower/fees')).body.fees
  const unsettledOf = (kind: string) =>
    bills.find((bill: { kind: string; settledOn: string | null }) => bill.kind === kind && bill.settledOn === null)
  const [one, two] = [unsettledOf('lateness'), unsettledOf('compensation')]
  const reason = 'Venligst'
  await ask('POST', `/fees/${one.fee}/reduction`, '/fees/:fee/reduction', { body: { by: 100, reason } })
  await ask('POST', `/fees/${one.fee}/write-off`, '/fees/:fee/write-off', { body: { reason } })
  const demanded = { body: { amount: 100, reason } }
  await ask('POST', `/fees/${one.fee}/write-off-reduction`, '/fees/:fee/write-off-reduction', demanded)
  await ask('GET', '/cash-report', '/cash-report')
  await ask('GET', '/titles/52557240/queue', '/titles/:title/queue')
  await ask('GET', `/fees/${one.fee}/transactions`, '/fees/:fee/transactions')
  const bill = { order: 'order-2', fees: [two.fee], amount: two.amount, branch: testBranch }
  await ask('POST', `/borrowers/${anna}/payments`, '/borrowers/:borrower/payments', { body: bill })
  const part = { body: { amount: 100, reason } }
  const back100 = await ask('POST', `/fees/${two.fee}/reimbursement`, '/fees/:fee/reimbursement', part)
  const after100 = await library.send('GET', `/borrowers/${anna}/fees?after=${back100.body.after}`, {
    as: staffUser,
  })
  const [{ reimbursement }] = after100.body.reimbursements
  const payout = { body: { order: 'payout-1', branch: testBranch } }
  await ask('POST', `/reimbursements/${reimbursement}/payout`, '/reimbursements/:reimbursement/payout', payout)
  const [{ receipt }] = (await ask('GET', `/fees/${two.fee}/receipts`, '/fees/:fee/receipts')).body.receipts
  const again = after100.body.fees.find((owing: { settledOn: string | null }) => owing.settledOn === null)
  await ask('POST', `/fees/${again.fee}/cancellation`, '/fees/:fee/cancellation', { body: { reason } })
  const demandedAgain = await ask(
    'POST',
    `/fees/${one.fee}/write-off-reduction`,
    '/fees/:fee/write-off-reduction',
    demanded,
  )
  await payOnline(library, ask, anna, demandedAgain.body.after)
  await ask('POST', '/clock/forward', '/clock/forward', { as: administratorUser, body: { to: '2026-06-10' } })
  await ask('POST', `/copies/${third}/found`, '/copies/:copy/found', { body: { branch: testBranch } })
  await ask('POST', '/receipts/payout', '/receipts/payout', { body: { receipt, order: 'payout-2' } })
}

/** Records a loan by a card that nobody has, and resolves its case. */
export const resolveOfflineCase = async (library: ServedLibrary, ask: AskRoute, third: string): Promise<void> => {
  const offline = {
    copy: third,
    borrower: null,
    card: '2999999999',
    branch: testBranch,
    actedAt: '2026-06-09T09:00:00.000Z',
  }
  const offlineCase = (await library.send('POST', '/loans', { as: machineUser, body: offline })).body.case
  expect((await ask('GET', '/offline-cases', '/offline-cases')).body.unmatched).toMatchObject([{ copy: third }])
  await ask('POST', `/offline-cases/${offlineCase}/resolve`, '/offline-cases/:case/resolve')
}

/** Replays a copy, also with a class that an administrator has opened for an auditor, and reads the lists of auditors. */
const auditCopy = async (ask: AskRoute, copy: string): Promise<void> => {
  const as = auditorUser
  const [path, route] = [`/replays/copy/${copy}`, '/replays/:subject/:id']
  await ask('GET', `${path}?at=2026-02-01`, route, { as })
  await ask('GET', `${path}/steps?limit=2`, `${route}/steps`, { as })
  await ask('GET', `${path}/comparison?from=2026-01-10&until=2026-03-10`, `${route}/comparison`, { as })
  const wish = { class: 'loan', reason: 'Stikprøve', hours: 1 }
  const { opening } = (await ask('POST', '/class-openings', '/class-openings', { as, body: wish })).body
  await ask('GET', `/class-openings/${opening}`, '/class-openings/:opening', { as })
  await ask('POST', `/class-openings/${opening}/approval`, '/class-openings/:opening/approval', {
    as: administratorUser,
  })
  await ask('POST', `/class-openings/${opening}/replays`, '/class-openings/:opening/replays', {
    as,
    body: { subject: 'copy', id: copy },
  })
  for (const list of ['/due-scopes', '/accesses/reasons', '/damaged-events']) await ask('GET', list, list, { as })
  await ask('GET', '/audit-report/da', '/audit-report/:language', { as })
}

/** Reads the proofs that a certificate and an event of a copy are under the newest head. */
const readProofs = async (
  { runningLibrary }: ServedLibrary,
  ask: AskRoute,
  copy: string,
  certificate: string,
): Promise<void> => {
  const as = auditorUser
  await runningLibrary.transparency?.signHeadsOfClosings()
  await ask('GET', `/certificates/${certificate}/proof`, '/certificates/:certificate/proof', { as })
  const event = `/transparency/circulation/proof/copy-${copy}/0`
  await ask('GET', event, '/transparency/:log/proof/:stream/:revision', { as })
}

/** Reads what auditors and administrators read. */
export const administer = async (library: ServedLibrary, ask: AskRoute, title: string, copy: string): Promise<void> => {
  await ask('GET', '/statistics/months/2026-01', '/statistics/months/:month')
  await ask('GET', '/statistics/tables/loansByBranch?from=2026-01&until=2026-02', '/statistics/tables/:table')
  await ask('GET', '/statistics/months/2026-01/branches', '/statistics/months/:month/branches')
  await ask('GET', `/statistics/titles/${title}`, '/statistics/titles/:title')
  await ask('GET', `/streams/circulation/copy-${copy}`, '/streams/:log/:stream')
  await ask('GET', '/retention', '/retention', { as: administratorUser })
  await ask('POST', '/retention/runs', '/retention/runs', { as: administratorUser })
  await ask('POST', '/retention/date-confirmation', '/retention/date-confirmation', {
    as: administratorUser,
    body: { today: '2026-06-10' },
  })
  await ask('GET', '/certificates/key', '/certificates/key', { as: administratorUser })
  const listed = await ask('GET', '/certificates?class=loan', '/certificates', { as: administratorUser })
  const [{ certificate }] = listed.body.certificates
  await ask('GET', `/certificates/${certificate}`, '/certificates/:certificate', { as: administratorUser })
  await auditCopy(ask, copy)
  await readProofs(library, ask, copy, certificate)
}

/** Sets a legal hold on a borrower, lists it, prolongs and releases it. */
export const holdBorrower = async (ask: AskRoute, borrower: string): Promise<void> => {
  const as = administratorUser
  const why = 'Anmodning fra politiet'
  const set = { as, body: { scope: borrower, lastDay: '2026-06-30', why, caseNumber: '2026-17' } }
  const { hold, after } = (await ask('POST', '/holds', '/holds', set)).body
  const listed = await ask('GET', `/holds?after=${after}`, '/holds', { as })
  expect(listed.body.holds).toMatchObject([{ hold, borrower, class: 'borrower', isStanding: true, why }])
  await ask('POST', `/holds/${hold}/prolong`, '/holds/:hold/prolong', { as, body: { lastDay: '2026-07-31', why } })
  await ask('POST', `/holds/${hold}/release`, '/holds/:hold/release', { as, body: { why } })
}

/** Reads, sets and removes an absence period. */
export const setAndRemoveAbsence = async (ask: AskRoute, borrower: string): Promise<void> => {
  const [path, route] = [`/borrowers/${borrower}/absence`, '/borrowers/:borrower/absence']
  const none = await ask('GET', path, route)
  expect(none.body).toEqual({ period: null })
  const headers = { 'If-Match': none.headers.get('etag') ?? '' }
  const body = { from: null, until: '2026-12-31' }
  const { after } = (await ask('PUT', path, route, { headers, body })).body
  expect((await ask('GET', `${path}?after=${after}`, route)).body).toMatchObject({ period: { until: '2026-12-31' } })
  await ask('DELETE', path, route)
}

/** Consents to a loan history, reads it, and withdraws the consent. */
export const consentToLoanHistory = async (ask: AskRoute, borrower: string): Promise<void> => {
  const as = borrowerUser(borrower as BorrowerId)
  const consent = `/borrowers/${borrower}/history-consent`
  const { after } = (await ask('PUT', consent, '/borrowers/:borrower/history-consent', { as })).body
  const read = await ask('GET', `/borrowers/${borrower}/history?after=${after}`, '/borrowers/:borrower/history', { as })
  expect(read.body).toMatchObject({ consentedIn: '2026-06', months: [], next: null })
  await ask('DELETE', consent, '/borrowers/:borrower/history-consent', { as })
}
