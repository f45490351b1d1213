import { rmSync } from 'node:fs'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { EventStore, RecordedEvent } from '../../domain/ports/event-store'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { leafRecordOf } from '../../retention/transparency/leaf-record'
import { readWholeLog } from '../contract/event-store/event-store-steps'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openingDay, withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { verifyProofText } from '../fixtures/transparency/verify-proof-text'
import { rootByDefinition } from '../retention/transparency/tree-under-test'
import { acquireCopy, homeBranch, moveClockTo, nowOnce, registerNumberedBorrower } from './use-case-steps'

const log = 'circulation' as const

/** So many borrowers, each of whom borrows a copy of their own again and again. */
const pairCount = 40

/** A day has at most 400 loans of the tenth: an erasing run of more than 500 scopes would wait for an administrator. */
const roundsOfDay = 10

interface Pair {
  readonly copy: CopyId
  readonly borrower: BorrowerId
}

const createPairs = async (library: RunningLibrary): Promise<ReadonlyArray<Pair>> => {
  const pairs: Pair[] = []
  for (let number = 1; number <= pairCount; number++) {
    const copy = String(3_274_700_000 + number) as CopyId
    await acquireCopy(library, copy)
    pairs.push({ copy, borrower: await registerNumberedBorrower(library, number) })
  }
  return pairs
}

/** Lends and returns each copy so many times: two events each. */
const lendAndReturn = (library: RunningLibrary, pairs: ReadonlyArray<Pair>, times: number): Promise<unknown> =>
  Promise.all(
    pairs.map(async ({ copy, borrower }) => {
      const [at, dependencies] = [{ copy, branch: homeBranch }, library.useCaseDependencies]
      for (let time = 0; time < times; time++) {
        rightOrThrow(await lendCopy(dependencies)({ ...at, borrower, ...nowOnce(library) })())
        rightOrThrow(await returnCopy(dependencies)({ ...at, ...nowOnce(library) })())
      }
    }),
  )

const circulationOf = (library: RunningLibrary): Promise<ReadonlyArray<RecordedEvent>> =>
  readWholeLog(library.useCaseDependencies.commandHandling.stores.circulation as EventStore)

/** The loans that certificates certify as erased. */
const countErasedLoans = ({ certificates }: RunningLibrary): number =>
  certificates.list({ log, limit: 10_000 }).reduce((sum, { scopes }) => sum + (scopes.loan ?? 0), 0)

/** The proofs of some events under the newest head, of every so many one, and all heads so far. */
const issueProofs = async (library: RunningLibrary, every: number) => {
  const transparency = library.transparency!
  const { size } = rightOrThrow(await transparency.signHeadOfCirculation())!
  const proofs = []
  for (const [index, { stream, revision }] of (await circulationOf(library)).slice(0, size).entries())
    if (index % every === 0)
      proofs.push({ index, text: rightOrThrow(await transparency.prove({ log, stream, revision })()).text })
  const heads = []
  for (const each of rightOrThrow(await transparency.sizesOfHeads(log)()))
    heads.push(rightOrThrow(await transparency.head(log, each)())!)
  return { size, proofs, heads, keys: rightOrThrow(await transparency.keys(log)()) }
}

/**
 * A log of at least so many events, of whose loans a tenth is erased after proofs were issued, of every so many event: each
 * proof must verify against the log as it is then, and each head have the root of its events.
 */
export const proofsSurviveErasingSuite = (events: number, every: number): void => {
  it(`every proof issued before verifies, and every root is the same, in a log of ${events.toLocaleString('en')} events`, () =>
    withTemporaryFolder(async (folder) => {
      const roundsOfTenth = Math.ceil(events / pairCount / 2 / 10)
      const issued = await withLibraryIn(folder, async (library) => {
        const pairs = await createPairs(library)
        for (let done = 0; done < roundsOfTenth; done += roundsOfDay) {
          await lendAndReturn(library, pairs, Math.min(roundsOfDay, roundsOfTenth - done))
          await moveClockTo(library, addDays(1 + done / roundsOfDay)(openingDay))
        }
        await moveClockTo(library, '2026-01-20' as Day)
        await lendAndReturn(library, pairs, 9 * roundsOfTenth)
        return issueProofs(library, every)
      })
      expect(issued.size).toBeGreaterThanOrEqual(events)
      const erased = await withLibraryIn(folder, async (library) => {
        expect(countErasedLoans(library)).toBe(0)
        // The loans of 5 to 17 January are erased 30 days after their return; those of the 20th live.
        await moveClockTo(library, '2026-02-18' as Day)
        return countErasedLoans(library)
      })
      expect(erased).toBe(pairCount * roundsOfTenth)
      rmSync(dataFolderLayout(folder).trees)
      await withLibraryIn(folder, async (library) => {
        await library.transparency!.signHeadsOfClosings()
        const records = (await circulationOf(library)).map(leafRecordOf(log))
        for (const { index, text } of issued.proofs)
          expect(verifyProofText(issued.keys, text, records[index])).toMatchObject({ index, size: issued.size })
        expect(() => verifyProofText(issued.keys, issued.proofs[0]!.text, records[1])).toThrow('not under the head')
        for (const { size, root, note } of issued.heads) {
          expect(rootByDefinition(records.slice(0, size))).toEqual(Buffer.from(root))
          expect(rightOrThrow(await library.transparency!.head(log, size)())?.note).toEqual(note)
        }
        const after = rightOrThrow(await library.transparency!.verify(log, 0, () => undefined)())
        expect(after.found).toBe(0)
      })
    }))
}
