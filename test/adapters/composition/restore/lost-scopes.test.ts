import { rmSync } from 'node:fs'
import path from 'node:path'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../../../domain/use-cases/lend-copy'
import { requestErasure } from '../../../../domain/use-cases/request-erasure'
import { returnCopy } from '../../../../domain/use-cases/return-copy'
import type { CommandMetadata } from '../../../../domain/use-cases/command-metadata'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId, CopyId } from '../../../../domain/values/ids'
import { loansOfBorrower } from '../../../../projections/loans/loan-queries'
import { logNames } from '../../../../domain/event/stream'
import { readOpenParts } from '../../../e2e/damage/write-event'
import { acquireCopy, homeBranch, nowOnce, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { backUpInto, eraseBorrower, restoreWith } from '../../../fixtures/backups'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { waitUntil } from '../../../fixtures/wait-until'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const [copyOfAnn, copyOfBo] = ['3274626533', '3274626534'] as [CopyId, CopyId]

const lend = ({ useCaseDependencies }: RunningLibrary, borrower: BorrowerId, copy: CopyId, metadata: CommandMetadata) =>
  lendCopy(useCaseDependencies)({ copy, borrower, branch: homeBranch, ...metadata })()

const giveBack = (library: RunningLibrary, copy: CopyId) =>
  returnCopy(library.useCaseDependencies)({ copy, branch: homeBranch, ...nowOnce(library) })()

/** The metadata of a command with an idempotency key. */
const nowWithKey = (library: RunningLibrary, key: string): CommandMetadata => ({
  ...nowOnce(library),
  origin: { _tag: 'Keyed', key },
})

const noReport = (): void => undefined

interface Restored {
  readonly library: RunningLibrary
  /** Registered before the backup of the keys. */
  readonly ann: BorrowerId
  /** Registered after it, so that the key of the record is lost. */
  readonly bo: BorrowerId
  readonly alarms: ReadonlyArray<string>
  /** Also those of the day and of the month, under which all commands derive ids and count loans. */
  readonly classesLost: ReadonlySet<unknown>
}

/**
 * A library whose logs are a day newer than its keys. The first loans of the month, the keys of the day and everything of
 * Bo came after the backup of the keys.
 */
const withLostScopes = (use: (restored: Restored) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (data) => {
    const library = await openLibraryIn(data)
    for (const copy of [copyOfAnn, copyOfBo]) await acquireCopy(library, copy)
    const ann = await registerNumberedBorrower(library, 1)
    await backUpInto(library, `${data}-keys`)
    const bo = await registerNumberedBorrower(library, 2)
    rightOrThrow(await lend(library, ann, copyOfAnn, nowWithKey(library, 'first')))
    rightOrThrow(await lend(library, bo, copyOfBo, nowOnce(library)))
    await backUpInto(library, `${data}-logs`)
    await library.close()
    const older = { logs: `${data}-logs`, keys: `${data}-keys` }
    rightOrThrow(await restoreWith(data, `${data}-target`, older, { acceptLost: true }))
    const alarms: string[] = []
    const restored = await openLibraryIn(`${data}-target`, {
      ...{ ring: path.join(data, 'ring'), takeRing: true },
      alarm: (kind) => void alarms.push(kind),
    })
    try {
      const lost = logNames.flatMap((log) => readOpenParts(`${data}-target`, log, 'ScopeLost'))
      await use({ library: restored, ann, bo, alarms, classesLost: new Set(lost.map(({ open }) => open['class'])) })
    } finally {
      await restored.close()
    }
  })

const standingOf = async ({ useCaseDependencies }: RunningLibrary, borrower: BorrowerId) =>
  rightOrThrow(await useCaseDependencies.decisionQueries.standing(borrower)())

describe('A library some of whose keys were lost', () => {
  it('takes back a copy whose open loan was lost, and lends it again', () =>
    withLostScopes(async ({ library, ann, classesLost }) => {
      expect([...classesLost].sort()).toEqual([
        ...['borrower', 'card', 'contact', 'idempotency', 'identity', 'loan', 'preference', 'statistics'],
      ])
      expect(await lend(library, ann, copyOfAnn, nowOnce(library))).toMatchObject({
        left: { refusal: { _tag: 'LoanIsRefused', because: 'copyOnLoan' } },
      })
      rightOrThrow(await giveBack(library, copyOfAnn))
      rightOrThrow(await lend(library, ann, copyOfAnn, nowWithKey(library, 'again')))
      rightOrThrow(await library.catchUpReadModels())
      expect(loansOfBorrower(ann)(library.rows)).toMatchObject([{ copy: copyOfAnn }])
      rightOrThrow(await giveBack(library, copyOfAnn))
    }))

  it('serves and erases a borrower whose loan was lost', () =>
    withLostScopes(async ({ library, ann }) => {
      expect(await standingOf(library, ann)).toMatchObject({ borrower: ann })
      await eraseBorrower(library, ann)
      expect(await standingOf(library, ann)).toBeUndefined()
    }))

  it('does not know a borrower who was lost, registers the same person again, and erases the lost record', () =>
    withLostScopes(async ({ library, bo }) => {
      expect(await standingOf(library, bo)).toBeUndefined()
      expect(await lend(library, bo, copyOfAnn, nowOnce(library))).toMatchObject({
        left: { refusal: { _tag: 'LoanIsRefused', because: 'borrowerUnknown' } },
      })
      const again = await registerNumberedBorrower(library, 2)
      rightOrThrow(await giveBack(library, copyOfBo))
      rightOrThrow(await lend(library, again, copyOfBo, nowOnce(library)))
      rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower: bo, ...nowOnce(library) })())
      expect((await library.retention.run()).failed).toEqual([])
      expect(rightOrThrow(await library.audit.completeness(noReport)()).findings.scopes).toEqual([])
    }))

  it('counts nothing as damaged, raises no alarm, and closes its days', () =>
    withLostScopes(async ({ library, alarms }) => {
      rightOrThrow(await library.clock.moveTo('2026-02-03' as Day, noReport)())
      const checked = rightOrThrow(await library.checkLogs(undefined, noReport)())
      expect(checked.damaged).toEqual([])
      expect(await library.checkHealth()).toMatchObject({ ok: true, damaged: null })
      expect(alarms).toEqual([])
    }))

  it('erases a loan that was lost 30 days after the loss was recorded, though nobody brings the copy back', () =>
    withLostScopes(async ({ library }) => {
      const erasedLoans = async () => {
        rightOrThrow(await library.catchUpReadModels())
        return library.certificates.list({ class: 'loan', limit: 10 }).map(({ scopes }) => scopes.loan)
      }
      rightOrThrow(await library.clock.moveTo('2026-02-04' as Day, noReport)())
      expect(await erasedLoans()).toEqual([])
      rightOrThrow(await library.clock.moveTo('2026-02-05' as Day, noReport)())
      expect(await erasedLoans()).toEqual([2])
      expect((await library.certificates.verifyAll(noReport)).findings).toEqual([])
    }))

  it('erases a borrower whose key an erasure destroyed that the logs lack, under a certificate of its own', () =>
    withTemporaryFolder(async (data) => {
      const library = await openLibraryIn(data)
      const ann = await registerNumberedBorrower(library, 1)
      await acquireCopy(library, copyOfAnn)
      await backUpInto(library, `${data}-logs`)
      await eraseBorrower(library, ann)
      await backUpInto(library, `${data}-keys`)
      await library.close()
      rmSync(path.join(data, 'ring-receipts'), { recursive: true })
      const newer = { logs: `${data}-logs`, keys: `${data}-keys` }
      const accepted = { acceptLost: true, acceptLostReceipt: true }
      rightOrThrow(await restoreWith(data, `${data}-target`, newer, accepted))
      const alarms: string[] = []
      const restored = await openLibraryIn(`${data}-target`, {
        ...{ ring: path.join(data, 'ring'), takeRing: true },
        alarm: (kind) => void alarms.push(kind),
      })
      await eraseBorrower(restored, ann)
      await waitUntil(async () => (await restored.retention.run()).dueNow === 0)
      expect(await restored.certificates.verifyAll(noReport)).toMatchObject({ checked: 1, findings: [] })
      await restored.certificates.verifySome()
      expect(alarms).toEqual([])
      await restored.close()
    }))
})
