import { stat } from 'node:fs/promises'
import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import type { TaskEither } from 'fp-ts/TaskEither'
import {
  cprRegisterUnavailable,
  type CprFeedPage,
  type CprFeedPosition,
  type CprRegister,
  type CprRegisterUnavailable,
  type PersonInCprRegister,
} from '../../../domain/ports/cpr-register'
import type { Cpr } from '../../../domain/values/cpr'
import { openDeliveryFolder, type DeliveryFolder } from './delivery-folder'
import { readCprDelivery } from './read-cpr-delivery'
import type { SubscriptionMarkSources } from './mark-subscriptions-changed'
import { openSubscriptionFiles } from './subscription-files'

/** A delivery that lacks its end. It may still be under way: it is left where it is, and those after it wait. */
export interface IncompleteDelivery {
  readonly file: string
}

/** Answers that the register is unavailable when the folder is gone, or a file cannot be read or written. */
const inFolder =
  (folder: string) =>
  <A>(work: () => Promise<A>): TaskEither<CprRegisterUnavailable, A> =>
    TE.tryCatch(
      async () => {
        await stat(folder)
        return work()
      },
      () => cprRegisterUnavailable,
    )

/** The last thing that the deliveries of a folder say of a person. */
const personIn =
  (folder: DeliveryFolder) =>
  async (cpr: Cpr): Promise<PersonInCprRegister | undefined> => {
    let found: PersonInCprRegister | undefined
    for (const file of await folder.list()) {
      const delivery = await readCprDelivery((number) => number === cpr)(await folder.read(file))
      found = delivery?.persons.at(-1) ?? found
    }
    return found
  }

/**
 * Opens a register that is fed by files. Its folder has up to three folders:
 *
 * - `deliveries/`: what the CPR office delivers. Each file is read once, and removed when it is applied.
 * - `persons/`: who is found at registration, in files of the same form, which stay. It is for made-up persons: with the
 *   office there is no such copy, and a person is known from the first delivery after the subscription.
 * - `subscriptions/`: the numbers whose changes are asked for.
 */
export const openCprRegisterFolder = (
  folder: string,
  /** Called once for a delivery. */
  reportIncomplete: (delivery: IncompleteDelivery) => void,
  sources: SubscriptionMarkSources,
): CprRegister => {
  const unlessItThrows = inFolder(folder)
  const placeOf = (name: string): string => path.join(folder, name)
  const deliveries = openDeliveryFolder(placeOf('deliveries'))
  const persons = openDeliveryFolder(placeOf('persons'))
  const subscriptions = openSubscriptionFiles(placeOf('subscriptions'), sources)
  let reported: string | undefined
  const readNext = async (
    after: CprFeedPosition | undefined,
    isWanted: (cpr: Cpr) => boolean,
  ): Promise<CprFeedPage | undefined> => {
    const file = (await deliveries.list()).find((name) => after === undefined || name > after)
    if (file === undefined) return undefined
    const delivery = await readCprDelivery(isWanted)(await deliveries.read(file))
    if (delivery === undefined) {
      if (reported !== file) reportIncomplete({ file })
      reported = file
      return undefined
    }
    const unreadable = delivery.unreadableLines.map((line) => ({ file, line }))
    return { persons: delivery.persons, unreadable, position: file }
  }
  return {
    fetch: (cpr) => unlessItThrows(() => personIn(persons)(cpr)),
    subscribe: (cpr) => unlessItThrows(() => subscriptions.add(cpr)),
    unsubscribe: (cpr) => unlessItThrows(() => subscriptions.remove(cpr)),
    subscriptions: unlessItThrows(subscriptions.list),
    readChanges: (after, isWanted) => unlessItThrows(() => readNext(after, isWanted)),
    acknowledge: (position) =>
      unlessItThrows(async () => {
        // An older one that has come meanwhile was not read.
        if ((await deliveries.list()).includes(position)) await deliveries.remove(position)
      }),
  }
}
