import type { Day } from '../../domain/values/day'
import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import { staffUser, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { moveClockTo } from '../e2e/use-case-steps'

export const canary = 'Canary Kanariebogen'

/** The answers with everything on a borrower: to the borrower, and to staff. */
export const overviews = ['/me', '/borrowers/{borrower}']

export const lend = async (library: ServedLibrary, overrides: object = {}) => {
  const borrower = await registerBorrowerByHttp(library, overrides)
  const copy = await acquireCopyByHttp(library, { name: canary })
  expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
  return { borrower, copy }
}

export const returnCopy = ({ send }: ServedLibrary, copy: string) =>
  send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })

/** A fee for a copy that came back six days late. */
export const levyFee = async (library: ServedLibrary, overrides: object = {}) => {
  const { borrower, copy } = await lend(library, overrides)
  await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
  await returnCopy(library, copy)
  await library.runningLibrary.retention.run()
  const { fees } = (await library.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
  return { borrower, fee: String(fees[0].fee) }
}
