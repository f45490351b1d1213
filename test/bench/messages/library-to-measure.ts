import { handleCommand } from '../../../domain/command-handling/handle-command'
import { messageAggregate } from '../../../domain/message/message-aggregate'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import type { CopyId, MessageId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { acquireCopy, homeBranch, nowOnce, registerNumberedBorrower } from '../../e2e/use-case-steps'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** Runs a step for each number up to `count`, 64 at once. */
const forEachNumber = async (count: number, step: (n: number) => Promise<unknown>): Promise<void> => {
  let last = 0
  const work = async (): Promise<void> => {
    while (last < count) await step((last += 1))
  }
  await Promise.all(Array.from({ length: 64 }, work))
}

/** Makes borrowers with an e-mail address, each of whom is to be told of a payment. */
export const makePendingMessages = async (library: RunningLibrary, count: number, from = 0): Promise<void> => {
  const { commandHandling } = library.useCaseDependencies
  await forEachNumber(count, async (n) => {
    const borrower = await registerNumberedBorrower(library, from + n, 'anna@example.dk')
    const message = numberedUuid(100_000 + from + n) as MessageId
    rightOrThrow(
      await handleCommand(commandHandling)(messageAggregate)(message)({
        ...{ type: 'MakeMessage', message, borrower, kind: 'payment', pickUp: null },
        madeOn: commandHandling.clock.today(),
        items: [{ name: 'Pelle Erobreren', day: null, amount: oreFromKroner(20) }],
      })(),
    )
  })
  rightOrThrow(await library.catchUpReadModels())
}

/** Makes borrowers to each of whom a copy is lent, all with one due day. */
export const makeLoans = async (library: RunningLibrary, count: number): Promise<void> => {
  await forEachNumber(count, async (n) => {
    const borrower = await registerNumberedBorrower(library, n, 'anna@example.dk')
    const copy = String(3_000_000_000 + n) as CopyId
    await acquireCopy(library, copy)
    const lend = lendCopy(library.useCaseDependencies)
    rightOrThrow(await lend({ copy, borrower, branch: homeBranch, ...nowOnce(library) })())
  })
}
