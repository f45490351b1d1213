import { demoBorrowers } from '../../../../adapters/imports/demo/demo-borrowers'
import { demoFirstDay, makeDemoLibrary } from '../../../../adapters/imports/demo/make-demo-library'
import type { DemoUser } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import { cardByNumber } from '../../../../projections/borrowers/borrower-queries'
import { borrowerUser, withHttpServer, type Json, type ServedLibrary } from './with-http-server'

/** What changes the day or erases comes last: the other examples are of today. */
const last = ['requestErasure', 'runRetention', 'confirmDate', 'moveClockForward']

/** What can be done once. */
const once: ReadonlyArray<string> = [
  ...['claimReturned', 'withdrawReturnClaim', 'payFees', 'writeOffFee', 'reduceWriteOff', 'cancelFee', 'reimburseFee'],
  ...['payOutReimbursement', 'payOutReceipt'],
]

interface Operation {
  readonly method: string
  readonly path: string
  readonly described: Json
}

const operationsIn = ({ paths }: Json): ReadonlyArray<Operation> => {
  const all = Object.entries<Json>(paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, described]) => ({ method: method.toUpperCase(), path, described })),
  )
  const placeOf = ({ described }: Operation): number => last.indexOf(described.operationId)
  return all.sort((one, other) => placeOf(one) - placeOf(other))
}

const callerOf = ({ rows }: ServedLibrary['runningLibrary'], { description }: Json): DemoUser => {
  const role: string = /^For: ([a-z]+)/.exec(description)?.[1] ?? 'staff'
  if (role !== 'borrower') return { role: role === 'anyone' ? 'staff' : role, subject: 'demo' } as DemoUser
  return borrowerUser(cardByNumber(demoBorrowers[2]?.card ?? '')(rows)?.borrower as never)
}

/** Sends what "Try it out" sends: the examples of the description, and nothing where there is none. */
const tryOut =
  (library: ServedLibrary) =>
  async ({ method, path, described }: Operation): Promise<string | undefined> => {
    const given: ReadonlyArray<Json> = described.parameters.filter(({ example }: Json) => example !== undefined)
    const headers = given.filter((parameter) => parameter.in === 'header').map(({ name, example }) => [name, example])
    const filled = given.reduce<string>(
      (url, { name, example }) => url.replace(`{${String(name)}}`, String(example)),
      path,
    )
    const body = described.requestBody?.content['application/json'].example
    const reply = await library.send(method, filled, {
      as: callerOf(library.runningLibrary, described),
      headers: Object.fromEntries(headers),
      ...(body === undefined ? {} : { body }),
    })
    return reply.status < 300 ? undefined : `${String(described.operationId)}: ${filled} ${reply.text}`
  }

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

describe('the examples in the description', () => {
  it('succeed in a fresh demo library, for every operation, one after another, and are left out once they are used up', () =>
    withHttpServer(
      async (library) => {
        await makeDemoLibrary(library.runningLibrary, () => undefined)
        const operations = operationsIn((await library.send('GET', '/openapi.json')).body)
        expect(operations.length).toBeGreaterThan(35)
        const failed: string[] = []
        for (const operation of operations) {
          const failure = await tryOut(library)(operation)
          if (failure !== undefined) failed.push(failure)
        }
        expect(failed).toEqual([])
        const after = operationsIn((await library.send('GET', '/openapi.json')).body)
        expect(unchangedOf(operations)(after)).toEqual([])
      },
      undefined,
      { startOn: demoFirstDay },
    ))

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
