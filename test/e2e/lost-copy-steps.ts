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
  /** Copies that are lent on 2026-01-05, each to a borrower, and billed by the closing of 2026-03-11. */
  const loseCopies = async (count: number): Promise<ReadonlyArray<LostCopy>> => {
    const lent: Array<Pick<LostCopy, 'borrower' | 'copy'>> = []
    for (let n = 0; n < count; n += 1) {
      const [borrower, copy] = [await registerBorrowerByHttp(library), await acquireCopyByHttp(library)]
      await lendCopyByHttp(library, copy, borrower)
      lent.push({ borrower, copy })
    }
    await forwardTo('2026-03-12')
    return Promise.all(
      lent.map(async (loan) => {
        const all = (await fees(loan.borrower)).fees
        return { ...loan, bill: all.find(({ kind }: Json) => kind === 'compensation') }
      }),
    )
  }
  const loseCopy = async (): Promise<LostCopy> => (await loseCopies(1))[0]!
  const pay = (borrower: string, fee: Json, order = 'order-1') =>
    post(`/borrowers/${borrower}/payments`, { order, fees: [fee.fee], amount: fee.amount })
  const find = (copy: string) => post(`/copies/${copy}/return`, { branch: testBranch })
  const findOffline = (copy: string, on: string) =>
    post(`/copies/${copy}/return`, { branch: testBranch, actedAt: `${on}T09:00:00.000Z` })
  return { post, forwardTo, feesAfter, fees, loseCopy, loseCopies, pay, find, findOffline }
}
