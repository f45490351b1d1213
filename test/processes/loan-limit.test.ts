import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser, type Reply } from '../adapters/interfaces/http/with-http-server'
import { withServiceProcesses } from './with-service-processes'

/** Runs a task once for each of sixteen machines, at the same time. */
const atSixteenMachines = <A>(each: (machine: number) => Promise<A>): Promise<ReadonlyArray<A>> =>
  Promise.all(Array.from({ length: 16 }, (_, machine) => each(machine)))

withServiceProcesses(({ serveByTwoProcesses }) => {
  describe('a borrower who borrows at sixteen machines at the same time', () => {
    it('has no more than the limit, also through two service processes', () =>
      serveByTwoProcesses(async ({ first, second }) => {
        const ann = await registerBorrowerByHttp(first)
        const answers: Reply[] = []
        while (answers.length < defaultLibraryPolicy.loanLimit + 1) {
          const copies = await atSixteenMachines(() => acquireCopyByHttp(first))
          answers.push(
            ...(await atSixteenMachines((machine) =>
              lendCopyByHttp(machine % 2 === 0 ? first : second, copies[machine] ?? '', ann),
            )),
          )
        }
        const lent = answers.filter(({ status }) => status === 201)
        const refused = answers.filter(({ status }) => status !== 201)
        expect(lent).toHaveLength(defaultLibraryPolicy.loanLimit)
        for (const { status, body } of refused)
          expect({ status, ...body }).toMatchObject({ status: 422, because: 'loanLimitReached' })
        for (const { send } of [first, second])
          expect((await send('GET', `/borrowers/${ann}`, { as: staffUser })).body.loans).toHaveLength(lent.length)
      }))
  })
})
