import { register } from '../../../domain/use-cases/register'
import { once } from '../../../domain/use-cases/origin'
import { openSystem } from '../../../adapters/composition/open-system'
import { right } from '../../fixtures/right'
import { details, optionsWith, personOf } from '../world'

/** Registers one borrower after another until the disk is full; prints each number that was acknowledged, and the end. */
const main = async (folder: string): Promise<void> => {
  const system = right(
    await openSystem(
      folder,
      optionsWith(() => undefined),
    )(),
  )
  for (let count = 1; count < 100_000; count++) {
    const number = String(1_000_000_000 + count)
    const registered = await register(system.library)({
      at: system.library.desk.clock.now(),
      origin: once,
      person: { ...personOf(number), number, cpr: null },
      details,
      cardShown: { number, pin: null },
    })()
    if (registered._tag === 'Left') {
      console.log(`refused ${registered.left._tag}`)
      break
    }
    console.log(`registered ${number}`)
  }
  process.exit(0)
}

void main(process.argv[2] ?? '')
