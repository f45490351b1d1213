import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
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
      expect(back).toMatchObject({ status: 200, body: { becomes: 'onShelf' } })
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
