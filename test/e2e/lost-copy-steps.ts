import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import {
  administratorUser,
  staffUser,
  type Json,
  type Reply,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'

/** Øre. A copy of `acquireCopyByHttp` costs 249 kr, and its handling 50 kr. */
export const [price, handling] = [24_900, 5_000]

/** A borrower whose copy is billed as lost. */
export interface LostCopy {
  readonly borrower: string
  readonly copy: string
  /** The bill for compensation. */
  readonly bill: Json
}

/** Steps about lost copies, over HTTP. The library under test begins on 2026-01-05. */
export const lostCopySteps = (library: ServedLibrary) => {
  const { send } = library
  const post = (path: string, body: unknown): Promise<Reply> => send('POST', path, { as: staffUser, body })
  const forwardTo = (to: string) => send('POST', '/clock/forward', { as: administratorUser, body: { to } })
  /** Fees, balance and reimbursements, when the reactions to a command have run. */
  const feesAfter = async (borrower: string, command: Reply): Promise<Json> =>
    (await send('GET', `/borrowers/${borrower}/fees?after=${command.body.after}`, { as: staffUser })).body
  const fees = async (borrower: string): Promise<Json> =>
    (await send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
  /** The copy is lent on 2026-01-05 and billed by the closing of 2026-03-11. */
  const loseCopy = async (): Promise<LostCopy> => {
    const borrower = await registerBorrowerByHttp(library)
    const copy = await acquireCopyByHttp(library)
    await lendCopyByHttp(library, copy, borrower)
    await forwardTo('2026-03-12')
    const all = (await fees(borrower)).fees
    return { borrower, copy, bill: all.find(({ kind }: Json) => kind === 'compensation') }
  }
  const pay = (borrower: string, fee: Json, order = 'order-1') =>
    post(`/borrowers/${borrower}/payments`, { order, fees: [fee.fee], amount: fee.amount })
  const find = (copy: string) => post(`/copies/${copy}/return`, { branch: testBranch })
  return { post, forwardTo, feesAfter, fees, loseCopy, pay, find }
}
