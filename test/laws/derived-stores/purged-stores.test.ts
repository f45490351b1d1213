/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type * as CreatePurgedStores from '../../../adapters/composition/derived-stores/create-stores-to-purge-scopes-from'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { handleCommand } from '../../../domain/command-handling/handle-command'
import { messageAggregate } from '../../../domain/message/message-aggregate'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { recordFootage } from '../../../domain/use-cases/record-footage'
import { storeFootage } from '../../../domain/use-cases/store-footage'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { subtractMilliseconds } from '../../../domain/values/instant'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import type { PartScope } from '../../../domain/ports/scope-keys'
import { addDays } from '../../../domain/values/day'
import type { BorrowerId, CameraId, ScopeId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import { purgedStoreNames } from '../../../retention/derived-stores/derived-store'
import { storesStillHoldingScopes, type PurgedStores } from '../../../retention/derived-stores/purged-stores'
import { verifyErasureStep } from '../../../retention/erasing/verify-erasure-step'
import type { DeclaredErasureRun } from '../../../retention/erasing/erasure-run'
import * as TE from 'fp-ts/TaskEither'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from '../../e2e/use-case-steps'
import { exampleMakeMessage, messageId } from '../../fixtures/example-messages'
import { withLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { piecesOf } from '../../fixtures/pieces-of'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { numberedUuid } from '../../fixtures/numbered-uuid'

/** The stores of the library that was opened last. */
const recorded: { stores?: PurgedStores } = {}

jest.mock('../../../adapters/composition/derived-stores/create-stores-to-purge-scopes-from', () => {
  const original = jest.requireActual<typeof CreatePurgedStores>(
    '../../../adapters/composition/derived-stores/create-stores-to-purge-scopes-from',
  )
  return {
    createStoresToPurgeScopesFrom: (...given: Parameters<typeof original.createStoresToPurgeScopesFrom>) =>
      (recorded.stores = original.createStoresToPurgeScopesFrom(...given)),
  }
})

const withLibraryInFolder = (use: (library: RunningLibrary, folder: string) => Promise<void>) =>
  withTemporaryFolder((folder) => withLibraryIn(folder, (library) => use(library, folder)))

const storesWith = (scopes: ReadonlyArray<PartScope>) => storesStillHoldingScopes(recorded.stores!)(scopes)

const lendOnce = async (library: RunningLibrary) => {
  const borrower = await registerNumberedBorrower(library, 1, 'anna@example.dk')
  const lent = await lendCopy(library.useCaseDependencies)({
    copy: oneCopy,
    borrower,
    branch: homeBranch,
    ...nowOnce(library),
  })()
  const loan: PartScope = { class: 'loan', scope: rightOrThrow(lent).loan as string as ScopeId }
  const ofBorrower: PartScope = { class: 'borrower', scope: borrower as string as ScopeId }
  return { loan, borrower, ofBorrower }
}

/** Sends a message into the outbox: that fees were paid. */
const sendMessage = async (library: RunningLibrary, borrower: BorrowerId): Promise<PartScope> => {
  const { commandHandling } = library.useCaseDependencies
  const message = messageId(1)
  const made = {
    ...{ ...exampleMakeMessage, kind: 'payment' as const, borrower, madeOn: commandHandling.clock.today() },
    items: [{ name: 'Night and Day', day: null, amount: oreFromKroner(20) }],
  }
  rightOrThrow(await handleCommand(commandHandling)(messageAggregate)(message)(made)())
  rightOrThrow(await library.catchUpReadModels())
  await library.messages.sendPending({})
  return { class: 'message', scope: message as string as ScopeId }
}

/** Leaves a file for Digital Post whose message the library does not keep. */
const leaveMailForDigitalPost = (folder: string): void => {
  const place = path.join(folder, 'digital-post')
  mkdirSync(place)
  writeFileSync(path.join(place, `${numberedUuid(5)}.xml`), 'a mail')
}

/** A recording of an hour, with its content. */
const storeRecording = async ({ useCaseDependencies }: RunningLibrary): Promise<PartScope> => {
  const at = useCaseDependencies.commandHandling.clock.now()
  const camera = { branch: homeBranch, camera: 'indgang' as CameraId, from: subtractMilliseconds(3_600_000)(at) }
  const { footage } = rightOrThrow(
    await recordFootage(useCaseDependencies)({ ...camera, until: at, at, origin: unkeyedOrigin })(),
  )
  rightOrThrow(
    await storeFootage(useCaseDependencies)({
      footage,
      videoType: 'video/mp4',
      bytes: piecesOf(Buffer.from('a video')),
    })(),
  )
  return { class: 'footage', scope: footage as string as ScopeId }
}

const bringBack = async (library: RunningLibrary) => {
  const { commandHandling } = library.useCaseDependencies
  await returnCopy(library.useCaseDependencies)({ copy: oneCopy, branch: homeBranch, ...nowOnce(library) })()
  return addDays(31)(commandHandling.clock.today())
}

describe('a scope', () => {
  it('is in each of the stores while its loan runs or its message is kept, and in none after its erasure', () =>
    withLibraryInFolder(async (library, folder) => {
      await acquireOneCopy(library)
      const { loan, borrower, ofBorrower } = await lendOnce(library)
      rightOrThrow(await library.catchUpReadModels())
      const message = await sendMessage(library, borrower)
      leaveMailForDigitalPost(folder)
      const footage = await storeRecording(library)
      expect(storesWith([loan, ofBorrower, message, footage])).toEqual(purgedStoreNames)
      rightOrThrow(await library.clock.moveTo(await bringBack(library), () => undefined)())
      expect(storesWith([loan, message, footage])).toEqual([])
      expect(storesWith([ofBorrower])).toContain('read models')
      rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
      expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      expect(storesWith([ofBorrower])).toEqual([])
    }))

  it('of a borrower takes the entries of the borrower in the short-term store, and of nobody else', () =>
    withLibraryInFolder(async (library) => {
      const { shortTerm } = library
      const borrower = await registerNumberedBorrower(library, 1, 'anna@example.dk')
      const other = await registerNumberedBorrower(library, 2)
      for (const subject of [borrower, other])
        rightOrThrow(
          await shortTerm.put({ kind: 'owner of a link', id: subject, subject, lastsMs: 60_000, value: '' })(),
        )
      rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
      expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      const counts = [await shortTerm.countOfSubject(borrower)(), await shortTerm.countOfSubject(other)()]
      expect(counts.map(rightOrThrow)).toEqual([0, 1])
    }))

  it('of which a store still holds something gets no certificate, and the failure names the store', async () => {
    const scope = numberedUuid(1)
    const verified = await verifyErasureStep({
      findNotErased: () => TE.right([]),
      storesHolding: () => TE.right(['opened events', 'short-term store']),
      readKeyRows: () => TE.right([]),
      today: () => '2026-01-05' as never,
    })({ scopes: [{ scope, class: 'loan' }] } as object as DeclaredErasureRun)()
    expect(verified).toMatchObject({
      left: { reason: 'a derived store still holds something of a scope: opened events, short-term store' },
    })
  })
})
