import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import type { StreamName } from '../../../domain/event/stream'
import type { BorrowerId } from '../../../domain/values/ids'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { waitUntil } from '../../fixtures/wait-until'
import { borrowerIdsOf, withPreparedFolder } from '../errors/prepared-folder'
import { nowOnce } from '../use-case-steps'
import { copyWithModes } from '../../fixtures/copy-with-modes'

const fileOf = (folder: string): string => dataFolderLayout(folder).keys.persons

/** Changes the key store of *persons*, as somebody can who may write to its file. */
const changeKeys = (folder: string, sql: string, ...values: ReadonlyArray<unknown>): void => {
  const db = new Database(fileOf(folder))
  try {
    expect(db.prepare(sql).run(...values).changes).toBeGreaterThan(0)
  } finally {
    db.close()
  }
}

const withLibrary = async (
  folder: string,
  use: (library: RunningLibrary, alarms: ReadonlyArray<string>) => Promise<unknown> = () => Promise.resolve(),
): Promise<ReadonlyArray<string>> => {
  const alarms: string[] = []
  const library = await openLibraryIn(
    folder,
    openOptionsWithAlarm((kind) => void alarms.push(kind)),
  )
  try {
    await use(library, alarms)
  } finally {
    await library.close()
  }
  return alarms
}

/** What staff see of a borrower's registration. */
const showRegistration = async (
  library: RunningLibrary,
  borrower: BorrowerId,
): Promise<Readonly<Record<string, unknown>>> =>
  (await library.showStream('persons', `borrower-${borrower}` as StreamName))[0]?.staff ?? {}

/** A folder in which one borrower is erased, with a copy of the keys from before. */
const withErasedBorrower = (use: (folder: string, borrower: BorrowerId, olderKeys: string) => Promise<unknown>) =>
  withPreparedFolder(async (folder) => {
    const olderKeys = `${folder}-keys.db`
    copyWithModes(fileOf(folder), olderKeys)
    let borrower: BorrowerId | undefined
    await withLibrary(folder, async (library) => {
      borrower = borrowerIdsOf(library).at(-1)
      const request = { borrower: borrower as BorrowerId, ...nowOnce(library) }
      rightOrThrow(await requestErasure(library.useCaseDependencies)(request)())
      expect(await library.retention.run()).toMatchObject({ failed: [] })
    })
    await use(folder, borrower as BorrowerId, olderKeys)
    rmSync(olderKeys)
  })

const expectErased = async (library: RunningLibrary, borrower: BorrowerId): Promise<void> => {
  expect(await showRegistration(library, borrower)).toMatchObject({
    borrower: { erased: true },
    card: { erased: true },
  })
}

describe('the rows of erased keys', () => {
  it('are compared scope by scope: an older key store is noticed behind as many fenced rows of nothing', () =>
    withErasedBorrower(async (folder, borrower, olderKeys) => {
      copyWithModes(olderKeys, fileOf(folder))
      for (let n = 0; n < 5; n += 1)
        changeKeys(
          folder,
          `INSERT INTO keys VALUES (?, 1, 0, 0, NULL, x'', NULL)`,
          Buffer.from(randomUUID().replaceAll('-', ''), 'hex'),
        )
      const alarms = await withLibrary(folder, async (library) => {
        await expectErased(library, borrower)
        expect(await library.keyStoreStatus()).toMatchObject({ fenced: 10 })
      })
      expect(alarms).toContain('ErasedKeysWereBack')
    }))

  it('change no answer when all are removed, which is an alarm', () =>
    withErasedBorrower(async (folder, borrower) => {
      changeKeys(folder, 'DELETE FROM keys WHERE slot IS NULL')
      const alarms = await withLibrary(folder, (library) => expectErased(library, borrower))
      expect(alarms).toEqual(['FencedRowMissing'])
    }))

  it.each([
    ['fingerprint', `UPDATE keys SET fingerprint = x'00112233445566778899aabbccddeeff' WHERE slot IS NULL`],
    ['epoch', 'UPDATE keys SET epoch = 7 WHERE slot IS NULL'],
    ['certificate', `UPDATE keys SET certificate = x'00112233445566778899aabbccddeeff' WHERE slot IS NULL`],
  ])('raise an alarm when they have another %s than their certificate states', (_column, sql) =>
    withErasedBorrower(async (folder, borrower) => {
      changeKeys(folder, sql)
      const alarms = await withLibrary(folder, async (library) => {
        await library.certificates.verifySome()
        await expectErased(library, borrower)
      })
      expect(alarms).toEqual(['FencedRowChanged'])
    }),
  )

  it('open nothing when they get their key back while the library serves: it is destroyed again, with an alarm', () =>
    withErasedBorrower(async (folder, borrower, olderKeys) => {
      await withLibrary(folder, async (library, alarms) => {
        const db = new Database(fileOf(folder))
        db.exec(`ATTACH '${olderKeys}' AS older`)
        db.exec(`
          CREATE TEMP TABLE back AS SELECT k.scope, k.slot FROM older.keys k JOIN main.keys m USING (scope) WHERE m.slot IS NULL;
          UPDATE main.slots SET wrapped = (SELECT wrapped FROM older.slots s WHERE s.slot = main.slots.slot)
            WHERE slot IN (SELECT slot FROM back);
          UPDATE main.keys SET slot = (SELECT slot FROM back WHERE back.scope = main.keys.scope) WHERE scope IN (SELECT scope FROM back);
        `)
        db.close()
        await expectErased(library, borrower)
        await waitUntil(() => alarms.includes('ErasedKeysWereBack'))
        await waitUntil(async () => (await library.keyStoreStatus()).fenced === 5)
      })
    }))
})

describe('the rows of living keys', () => {
  it.each([
    ['FencedWithoutErasure', 'UPDATE keys SET slot = NULL', { borrower: { unavailable: true } }],
    ['KeyEpochUnknown', 'UPDATE keys SET epoch = 7', { borrower: { unavailable: true } }],
    ['RowNotAuthentic', 'UPDATE keys SET version = 2', { borrower: { corrupt: true } }],
    ['KeyFingerprintChanged', `UPDATE keys SET fingerprint = x'00112233445566778899aabbccddeeff'`, {}],
  ])('raise the alarm %s when somebody changes them, and never read as erased', (alarm, sql, answer) =>
    withPreparedFolder(async (folder) => {
      let borrower: BorrowerId | undefined
      await withLibrary(folder, (library) => Promise.resolve((borrower = borrowerIdsOf(library)[0])))
      changeKeys(folder, `${sql} WHERE scope = ?`, Buffer.from(String(borrower).replaceAll('-', ''), 'hex'))
      const alarms = await withLibrary(folder, async (library) => {
        const shown = await showRegistration(library, borrower as BorrowerId)
        expect(shown).toMatchObject(answer)
        expect(JSON.stringify(shown)).not.toContain('erased')
      })
      expect(alarms).toContain(alarm)
    }),
  )
})
