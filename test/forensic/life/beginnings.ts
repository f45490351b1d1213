import { tendCopy } from '../../../domain/use-cases/copy'
import { register } from '../../../domain/use-cases/register'
import { kroner } from '../../../domain/values/ore'
import { madeUp } from './person'
import { acted, branches, counted, type Town, type Townsman } from './town'

/** Buys all copies. The catalogue names nobody who lives here. */
export const buyCopies = async (town: Town): Promise<void> => {
  for (const { copy, title } of town.copies)
    counted(town)(
      'acquired',
      await tendCopy(town.system.library)(copy, acted(town))({
        ...{ type: 'Acquire', copy, title, branch: branches[0]!, ageLimit: null, price: kroner(200) },
        ...{ group: 'standard', name: `Bog nummer ${title}`, author: 'Martin Andersen Nexø' },
      })(),
    )
}

/** Registers the n-th borrower. */
export const registerOne = async (town: Town, n: number, habits: Pick<Townsman, 'until' | 'keepsBooks'>) => {
  const { canaries, ...somebody } = madeUp(n, branches[n % 2]!)
  const registered = counted(town)('registered', await register(town.system.library)({ ...somebody, ...acted(town) })())
  if (registered === undefined) throw new Error('a registration was refused')
  const { borrower } = registered
  for (const text of canaries) town.truth.canaries.add(text)
  town.truth.borrowers.add(borrower)
  const townsman = { n, borrower, ...habits }
  town.people.set(borrower, townsman)
  return townsman
}
