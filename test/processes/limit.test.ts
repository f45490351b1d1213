import { defaultPolicy } from '../../domain/policy/policy'
import { acquire, lend, register } from '../adapters/interfaces/http/desk'
import { staff, type Reply } from '../adapters/interfaces/http/serve'
import { onPremises } from './premises'

jest.setTimeout(60_000)

/** Once for each machine. */
const sixteen = <A>(each: (machine: number) => Promise<A>): Promise<ReadonlyArray<A>> =>
  Promise.all(Array.from({ length: 16 }, (_, machine) => each(machine)))

onPremises(({ servedByTwo }) => {
  describe('a borrower who borrows at sixteen machines at once', () => {
    it('has no more than the limit, also through two service processes', () =>
      servedByTwo(async ({ first, second }) => {
        const ann = await register(first)
        const answers: Reply[] = []
        while (answers.length < defaultPolicy.loanLimit + 1) {
          const copies = await sixteen(() => acquire(first))
          answers.push(
            ...(await sixteen((machine) => lend(machine % 2 === 0 ? first : second, copies[machine] ?? '', ann))),
          )
        }
        const lent = answers.filter(({ status }) => status === 201)
        const refused = answers.filter(({ status }) => status !== 201)
        expect(lent).toHaveLength(defaultPolicy.loanLimit)
        for (const { status, body } of refused)
          expect({ status, ...body }).toMatchObject({ status: 422, because: 'loanLimitReached' })
        for (const { send } of [first, second])
          expect((await send('GET', `/borrowers/${ann}`, { as: staff })).body.loans).toHaveLength(lent.length)
      }))
  })
})
