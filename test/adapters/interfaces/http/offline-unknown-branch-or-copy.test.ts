import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { branch, casesOf, copyAndTwoBorrowers, lendAtMachine, loansOf, todayAt } from './offline-steps'
import { machineUser, staffUser, withHttpServer, type Reply, type ServedLibrary } from './with-http-server'

const unknown = 'DK-785199'

const withBranches = (use: (library: ServedLibrary) => Promise<void>) =>
  withHttpServer(use, undefined, { policyFile: { path: 'policy.json', text: exampleOfPolicyFile } })

const copyAfter = async ({ send }: ServedLibrary, copy: string, { body }: Reply) =>
  (await send('GET', `/copies/${copy}?after=${body.after}`)).body

describe('an act of an offline machine at a branch that the library never had', () => {
  it('is a loan at the last known branch of the copy, says so, and is a case for staff', () =>
    withBranches(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const lent = await lendAtMachine(library, { copy, borrower: anna, branch: unknown, actedAt: todayAt('09:00') })
      expect(lent).toMatchObject({ status: 201, body: { against: ['branchUnknown'], case: lent.body.loan } })
      expect(await loansOf(library, anna, lent)).toMatchObject([{ endedOn: null }])
      expect(await copyAfter(library, copy, lent)).toMatchObject({ status: 'onLoan', branch })
      expect((await casesOf(library)).loans).toMatchObject([{ act: 'loan', copy, against: ['branchUnknown'] }])
    }))

  it('is a return at the last known branch of the copy, where a reservation finds it, and is a case with the code that was sent', () =>
    withBranches(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('08:00') })
      const back = await library.send('POST', `/copies/${copy}/return`, {
        as: machineUser,
        body: { branch: unknown, actedAt: todayAt('10:00') },
      })
      expect(back).toMatchObject({ status: 200, body: { becomes: 'onShelf', case: expect.any(String) } })
      expect(await loansOf(library, anna, back)).toMatchObject([{ endedOn: '2026-01-05' }])
      expect((await casesOf(library)).unmatched).toMatchObject([
        { act: 'return', because: 'branchUnknown', copy, branch: unknown, happenedAt: todayAt('10:00') },
      ])
      const reserved = await library.send('POST', '/titles/52557240/reservations', {
        as: staffUser,
        body: { borrower: bo },
      })
      expect(await copyAfter(library, copy, reserved)).toMatchObject({ branch })
    }))
})

describe('an act of an offline machine with a copy that the library does not know', () => {
  const send = (library: ServedLibrary, path: string, body: object) =>
    library.send('POST', path, { as: machineUser, body, headers: { 'Idempotency-Key': 'visit-1' } })

  it('is not run, and is a case for staff, who resolve it before or after the copy is acquired', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const copy = '3888888888'
      const body = { copy, borrower, branch, actedAt: todayAt('09:00') }
      const lent = await send(library, '/loans', body)
      expect(lent).toMatchObject({ status: 201, body: { loan: null, against: ['copyUnknown'] } })
      expect((await send(library, '/loans', body)).body).toMatchObject({ ...lent.body, after: expect.anything() })
      const returning = { branch, actedAt: todayAt('10:00') }
      const sendReturn = () =>
        library.send('POST', `/copies/${copy}/return`, {
          ...{ as: machineUser, body: returning, headers: { 'Idempotency-Key': 'visit-2' } },
        })
      const back = await sendReturn()
      expect((await sendReturn()).body).toEqual({ ...back.body, after: expect.anything() })
      const { unmatched } = await casesOf(library)
      expect(back).toMatchObject({ status: 200, body: { becomes: 'caseForStaff', case: unmatched[1].case } })
      expect(unmatched).toMatchObject([
        { act: 'loan', because: 'copyUnknown', copy, presented: borrower },
        { act: 'return', because: 'copyUnknown', copy },
      ])
      const resolve = (id: string) => library.send('POST', `/offline-cases/${id}/resolve`, { as: staffUser })
      expect((await resolve(unmatched[0].case)).status).toBe(200)
      await acquireCopyByHttp(library, { copy })
      expect((await resolve(unmatched[1].case)).status).toBe(200)
      expect((await casesOf(library)).unmatched).toEqual([])
      const again = await lendAtMachine(library, { copy, borrower, actedAt: todayAt('11:00') })
      expect(again).toMatchObject({ status: 201, body: { against: [] } })
      expect(await copyAfter(library, copy, again)).toMatchObject({ status: 'onLoan' })
    }))
})
