import type { DemoBorrower } from '../../../../adapters/imports/demo/demo-borrowers'
import { makeDemoCollector } from '../../../../adapters/imports/demo/demo-collector'
import { addLateClosedDay, demoLateClosedDay } from '../../../../adapters/imports/demo/demo-late-closed-day'
import { exampleBorrowers } from '../../../../adapters/imports/demo/demo-records-for-examples'
import { demoFirstDay, makeDemoLibrary } from '../../../../adapters/imports/demo/make-demo-library'
import { demoUsers, type DemoUser } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { cardByNumber } from '../../../../projections/borrowers/borrower-record-queries'
import { registeredGuardianOf } from '../../../../projections/guardians/guardian-queries'
import { operationsIn, tryExamples, type Operation, type SendExample } from './try-examples'
import { withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { borrowerUser, guardianUser, withHttpServer, withServerOf, type ServedLibrary } from './with-http-server'

/** What can be done once. */
const once: ReadonlyArray<string> = [
  ...['claimReturned', 'withdrawReturnClaim', 'payFees', 'writeOffFee', 'reduceWriteOff', 'cancelFee', 'reimburseFee'],
  ...['payOutReimbursement', 'payOutReceipt', 'startMyPayment', 'confirmMyPayment', 'startPaymentByGuardian'],
  ...['confirmPaymentByGuardian', 'confirmCollectionFile'],
]

const callerOf = ({ rows }: ServedLibrary['runningLibrary'], role: string): DemoUser => {
  const find = ({ card }: DemoBorrower): BorrowerId => cardByNumber(card)(rows)?.borrower as BorrowerId
  if (role === 'borrower') return borrowerUser(find(exampleBorrowers.withOwnToken))
  const guardian = registeredGuardianOf(find(exampleBorrowers.withGuardian))(rows)
  return role === 'guardian'
    ? guardianUser([guardian?.guardianship as GuardianshipId])
    : demoUsers.find((user) => user.role === role)!
}

const sendTo =
  (library: ServedLibrary): SendExample =>
  ({ method, path, role, headers, body, raw }) =>
    library.send(method, path, {
      as: callerOf(library.runningLibrary, role),
      headers,
      ...(body === undefined ? {} : { body }),
      ...(raw === undefined ? {} : { raw }),
    })

/** The operations of those that can be done once whose examples are as they were. */
const unchangedOf =
  (before: ReadonlyArray<Operation>) =>
  (after: ReadonlyArray<Operation>): ReadonlyArray<string> =>
    once.filter((name) => {
      const [earlier, later] = [before, after].map((all) =>
        JSON.stringify(all.find(({ described }) => described.operationId === name)),
      )
      return earlier === undefined || earlier === later
    })

/** Serves a demo library as `serve --try` does: made, and opened again with a closed day that was added meanwhile. */
const withServedDemo = (use: (library: ServedLibrary) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const policyFile = { path: 'policy.json', text: makeDemoCollector().policyText }
    await withLibraryIn(folder, (library) => makeDemoLibrary(library, () => undefined), {
      startOn: demoFirstDay,
      policyFile,
    })
    const later = { ...policyFile, text: addLateClosedDay(policyFile.text) }
    await withLibraryIn(folder, (library) => withServerOf(library, use), { policyFile: later })
  })

describe('the examples in the description', () => {
  it('succeed in a fresh demo library, for every operation, one after another, and are left out once they are used up', () =>
    withServedDemo(async (library) => {
      const operations = operationsIn((await library.send('GET', '/openapi.json')).body)
      expect(operations.length).toBeGreaterThan(35)
      const failed = await tryExamples(sendTo(library))(operations)
      expect(failed).toEqual([])
      const after = operationsIn((await library.send('GET', '/openapi.json')).body)
      expect(unchangedOf(operations)(after)).toEqual([])
    }))

  it('show a loan whose due day was moved by a closed day that was added later', () =>
    withServedDemo(async (library) => {
      const { body } = await library.send('GET', '/me', { as: callerOf(library.runningLibrary, 'borrower') })
      const [running] = body.loans.filter(({ endedOn }: { readonly endedOn: string | null }) => endedOn === null)
      expect(running.dueOn).toBe('2026-05-05')
      const shown = await library.runningLibrary.showStream('circulation', `copy-${String(running.copy)}` as never)
      const lent = shown.filter(({ type }) => type === 'LoanStarted').at(-1)
      expect(lent?.staff['loan']).toMatchObject({ dueOn: demoLateClosedDay })
    }))

  it('name nothing of a library with real data', () =>
    withHttpServer(
      async ({ send }) => {
        const { body } = await send('GET', '/openapi.json')
        const [parameter] = body.paths['/borrowers/{borrower}'].get.parameters
        expect(parameter.example).toBe('5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33')
      },
      undefined,
      { make: { clock: 'simulated', demo: false } },
    ))
})
