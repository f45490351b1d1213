import type { Day } from '../../../domain/values/day'
import { acquireCopyByHttp, lendCopyByHttp } from '../../adapters/interfaces/http/http-steps'
import { withGuardian } from '../../adapters/interfaces/http/guardian-steps'
import {
  borrowerUser,
  guardianUser,
  staffUser,
  type ServedLibrary,
} from '../../adapters/interfaces/http/with-http-server'
import type { BorrowerId, GuardianshipId } from '../../../domain/values/ids'
import { levyFee, returnCopy } from '../../promises/lending-steps'
import { moveClockTo } from '../use-case-steps'

const feeOfChild = async (library: ServedLibrary, child: BorrowerId): Promise<string> => {
  const copy = await acquireCopyByHttp(library, { title: '52557299' })
  expect((await lendCopyByHttp(library, copy, child)).status).toBe(201)
  await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
  const { after } = (await returnCopy(library, copy)).body
  const read = await library.send('GET', `/borrowers/${child}/fees?after=${String(after)}`, { as: staffUser })
  return String(read.body.fees[0].fee)
}

const start = ({ send }: ServedLibrary, guardianship: GuardianshipId, fee: string) =>
  send('POST', `/guardianships/${guardianship}/payments`, { as: guardianUser([guardianship]), body: { fees: [fee] } })

describe('a guardian', () => {
  it('pays the fees of the child', () =>
    withGuardian(async (library, child, guardianship) => {
      const fee = await feeOfChild(library, child)
      const started = await start(library, guardianship, fee)
      expect([started.status, started.body.amount]).toEqual([201, 1000])
      const path = `/guardianships/${guardianship}/payments/${String(started.body.payment)}/confirmation`
      const confirmed = await library.send('POST', path, { as: guardianUser([guardianship]) })
      expect(confirmed.body.status).toBe('paid')
      const after = String(confirmed.body.after)
      const read = await library.send('GET', `/borrowers/${child}/fees?after=${after}`, { as: staffUser })
      expect(read.body).toMatchObject({ balance: { owed: 0 }, fees: [{ ending: 'paid' }] })
    }))

  it('pays no fee of another borrower, and not as the guardian of another child', () =>
    withGuardian(async (library, _child, guardianship) => {
      const { borrower, fee } = await levyFee(library)
      expect((await start(library, guardianship, fee)).body.type).toContain('fee-is-not-owed')
      const path = `/guardianships/${guardianship}/payments`
      const body = { fees: [fee] }
      const refused = await library.send('POST', path, { as: guardianUser([]), body })
      expect(refused.status).toBe(403)
      expect((await library.send('POST', path, { as: borrowerUser(borrower), body })).status).toBe(403)
    }))
})
