import type { BorrowerId } from '../../../../domain/values/ids'
import { testBranch } from './http-steps'
import {
  administratorUser,
  staffUser,
  withHttpServer,
  type Json,
  type ServedLibrary,
  type TestRequest,
} from './with-http-server'

export const otherBranch = 'DK-785101'
export const title = '52557240'

/**
 * Requests of staff. Each read contains what the commands before it wrote, and the reactions to it: the commands of staff,
 * and those that anybody sends by `send`.
 */
export const asStaff = (library: Pick<ServedLibrary, 'send'>) => {
  let after = ''
  const send: ServedLibrary['send'] = async (...request) => {
    const reply = await library.send(...request)
    after = reply.body?.after ?? after
    return reply
  }
  const command = async (method: string, path: string, body: object = {}, as = staffUser): Promise<Json> => {
    const reply = await send(method, path, { as, body })
    return { status: reply.status, ...reply.body }
  }
  return {
    send,
    post: (path: string, body?: object) => command('POST', path, body),
    change: (path: string, body: object) => command('PATCH', path, body),
    cancel: (path: string) => command('DELETE', path),
    moveClockTo: (to: string) => command('POST', '/clock/forward', { to }, administratorUser),
    read: async (path: string, request: TestRequest = {}): Promise<Json> =>
      (await send('GET', after === '' ? path : `${path}?after=${after}`, { as: staffUser, ...request })).body,
  }
}

export type Staff = ReturnType<typeof asStaff>

export const withStaff = (use: (library: ServedLibrary, staff: Staff) => Promise<void>) => () =>
  withHttpServer((library) => {
    const staff = asStaff(library)
    return use({ ...library, send: staff.send }, staff)
  })

export const scan = ({ post }: Staff, copy: string, branch = testBranch) => post(`/copies/${copy}/return`, { branch })

export const reserve = async ({ post }: Staff, borrower: BorrowerId, pickUpBranch = testBranch): Promise<string> =>
  `/titles/${title}/reservations/${(await post(`/titles/${title}/reservations`, { borrower, pickUpBranch })).reservation}`

export const waiting = { pickUpNumber: null, pickUpBy: null, queueNumber: 1 }
export const ready = { pickUpNumber: expect.any(String), pickUpBy: expect.any(String) }
