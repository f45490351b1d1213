import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { openRunningLibrary } from '../../../adapters/composition/open-running-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { emptyContact, openOptionsWithAlarm, personWithCard } from '../crash-library'

/** Registers one borrower after another until the disk is full. Prints each acknowledged number, and the refusal. */
const main = async (folder: string): Promise<void> => {
  const system = rightOrThrow(
    await openRunningLibrary(
      folder,
      openOptionsWithAlarm(() => undefined),
    )(),
  )
  for (let count = 1; count < 100_000; count++) {
    const number = String(1_000_000_000 + count)
    const registered = await registerBorrower(system.useCaseDependencies)({
      at: system.useCaseDependencies.commandHandling.clock.now(),
      origin: unkeyedOrigin,
      person: { ...personWithCard(number), number, cpr: null },
      contactDetails: emptyContact,
      presentedCard: { number, pin: null },
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
