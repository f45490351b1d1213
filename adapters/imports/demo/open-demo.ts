import { tendCopy } from '../../../domain/use-cases/copy'
import { once } from '../../../domain/use-cases/origin'
import { register } from '../../../domain/use-cases/register'
import type { BorrowerId } from '../../../domain/values/ids'
import type { System } from '../../processes/running/system'
import { done } from './done'
import { demoPeople, type DemoPerson } from './people'
import { demoCopies } from './titles'

const now = (system: System) => ({ at: system.library.desk.clock.now(), origin: once })

const registerOne =
  (system: System) =>
  async ({ person, card, email }: DemoPerson): Promise<BorrowerId> => {
    const registered = await register(system.library)({
      ...now(system),
      person,
      details: { careOf: null, address: null, phones: [], mobileForNotices: null, email },
      cardShown: { number: card, pin: null },
    })()
    return done(registered).borrower
  }

/** Puts every copy on its shelf, and registers everybody, in random order. Answers the borrowers as `demoPeople` lists them. */
export const openDemo = async (system: System): Promise<ReadonlyArray<BorrowerId>> => {
  const { library } = system
  for (const copy of demoCopies) done(await tendCopy(library)(copy.copy, now(system))({ type: 'Acquire', ...copy })())
  const ids = new Map<DemoPerson, BorrowerId>()
  for (const person of library.desk.random.shuffled(demoPeople)) ids.set(person, await registerOne(system)(person))
  return demoPeople.flatMap((person) => ids.get(person) ?? [])
}
