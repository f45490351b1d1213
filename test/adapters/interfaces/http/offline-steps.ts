import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import {
  administratorUser,
  machineUser,
  staffUser,
  type Json,
  type Reply,
  type ServedLibrary,
} from './with-http-server'

export const branch = testBranch

/** The library's day is 5 January 2026, and its clock shows noon in UTC. */
export const todayAt = (time: string): string => `2026-01-05T${time}:00.000Z`

export const lendAtMachine = ({ send }: ServedLibrary, body: object): Promise<Reply> =>
  send('POST', '/loans', { as: machineUser, body: { branch, ...body } })

export const returnAtMachine = ({ send }: ServedLibrary, copy: string, actedAt?: string): Promise<Reply> =>
  send('POST', `/copies/${copy}/return`, {
    as: machineUser,
    body: { branch, ...(actedAt === undefined ? {} : { actedAt }) },
  })

export const moveTo = ({ send }: ServedLibrary, to: string): Promise<Reply> =>
  send('POST', '/clock/forward', { as: administratorUser, body: { to } })

export const loansOf = async ({ send }: ServedLibrary, borrower: BorrowerId, { body }: Reply): Promise<Json> =>
  (await send('GET', `/borrowers/${borrower}?after=${body.after}`, { as: staffUser })).body.loans

export const statusOf = async ({ send }: ServedLibrary, copy: string, { body }: Reply): Promise<string> =>
  (await send('GET', `/copies/${copy}?after=${body.after}`)).body.status

export const casesOf = async ({ send }: ServedLibrary): Promise<Json> =>
  (await send('GET', '/offline-cases', { as: staffUser })).body

export const copyAndTwoBorrowers = async (library: ServedLibrary) => ({
  copy: await acquireCopyByHttp(library),
  anna: await registerBorrowerByHttp(library),
  bo: await registerBorrowerByHttp(library),
})
