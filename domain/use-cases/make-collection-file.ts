import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { DebtToCollect } from '../collection/debt-to-collect'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { disclosureAggregate } from '../disclosure/disclosure-aggregate'
import { canonicalJson } from '../event/canonical-json'
import type { CollectionRecipient } from '../policy/collection-policy'
import type { CollectionFileId, DisclosureId } from '../values/ids'
import { monthOf } from '../values/month'
import type { CollectionRefusal } from './collection-refusal'
import { selectFeesForCollection } from './select-fees-for-collection'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A file to the collector. It is encrypted, and the library does not keep it. */
export interface MadeCollectionFile {
  readonly file: CollectionFileId
  readonly debts: number
  /** What is handed out. */
  readonly text: string
}

type Made<A> = TE.TaskEither<CommandError<CollectionRefusal>, A>

const refuse = (refusal: CollectionRefusal) => TE.left(commandRefused(refusal))

const encrypt =
  ({ encryptCollectionFile, commandHandling }: UseCaseDependencies, recipient: CollectionRecipient) =>
  (file: CollectionFileId) =>
  (debts: ReadonlyArray<DebtToCollect>): Made<MadeCollectionFile> => {
    if (debts.length === 0) return refuse({ _tag: 'NothingToCollect' })
    const madeOn = commandHandling.clock.today()
    const content = canonicalJson({ format: 'glemsom collection 1', file, madeOn, debts })
    return pipe(
      encryptCollectionFile(content, recipient),
      TE.mapLeft((error) => commandRefused<CollectionRefusal>(error)),
      TE.map((text) => ({ file, debts: debts.length, text })),
    )
  }

/** Before the file leaves the library: a disclosure without a record would be worse than a record without one. */
const recordDisclosure =
  ({ commandHandling }: UseCaseDependencies, { name, basis }: CollectionRecipient) =>
  ({ file }: MadeCollectionFile) => {
    const disclosure = commandHandling.random.uuid() as DisclosureId
    return handleCommand(commandHandling)(disclosureAggregate)(disclosure)({
      ...{ type: 'RecordDisclosure', disclosure, madeIn: monthOf(commandHandling.clock.today()) },
      ...{ recipient: name, basis, caseNumber: file },
    })
  }

const makeFile = (dependencies: UseCaseDependencies, recipient: CollectionRecipient): Made<MadeCollectionFile> => {
  const file = dependencies.commandHandling.random.uuid() as CollectionFileId
  return pipe(
    selectFeesForCollection(dependencies)(file),
    TE.chainW(() => dependencies.decisionQueries.debtsInCollectionFile(file)),
    TE.map(dependencies.commandHandling.random.shuffle),
    TE.chainW(encrypt(dependencies, recipient)(file)),
    TE.chainFirstW(recordDisclosure(dependencies, recipient)),
  )
}

/**
 * Makes a file of all fees that are ready for collection, encrypted to its recipient, and records the disclosure. From here
 * on the fees cannot be paid here; they are passed on when `confirmCollectionFile` says that the file was handed out.
 * Until then each new file has them again. So a process that is killed in between passes nothing on, and what a kill can
 * double is a file, the record of its disclosure, and fees that the collector knows by their references.
 */
export const makeCollectionFile = (dependencies: UseCaseDependencies): Made<MadeCollectionFile> => {
  const { recipient } = dependencies.policy(dependencies.commandHandling.clock.today()).collection
  return recipient === null
    ? refuse({ _tag: 'NobodyCollects' })
    : pipe(makeFile(dependencies, recipient), dependencies.namedLock('collection file'))
}
