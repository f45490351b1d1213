import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { OpenRunningLibraryOptions } from '../../../adapters/composition/open-running-library-options'
import type { BorrowerId } from '../../../domain/values/ids'
import { messagesOfBorrower } from '../../../projections/messages/message-queries'
import { staffUser, withServerOf, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { day } from '../../fixtures/example-library'
import { readMemo } from '../../fixtures/messages/read-memo'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { moveClockTo } from '../use-case-steps'
import { lendNamed } from './message-steps'

/** A replacement number, which belongs to nobody. */
export const cpr = '630280-0000'
export const options = { digitalPostSender: { cvr: '12345678', name: 'Biblioteket' } }

export interface Example {
  readonly library: ServedLibrary
  readonly folder: string
  readonly borrower: BorrowerId
  readonly mails: () => ReadonlyArray<ReturnType<typeof readMemo>>
  readonly send: () => Promise<void>
  readonly letters: () => Promise<ReadonlyArray<{ readonly message: string }>>
}

/** A borrower whose book was billed as lost on 11 March, in a library that sends by Digital Post. */
export const withBill =
  (
    use: (example: Example) => Promise<void>,
    overrides: object = { cpr, birthDate: undefined },
    given: Partial<OpenRunningLibraryOptions> = options,
  ) =>
  () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(
        folder,
        (runningLibrary) =>
          withServerOf(runningLibrary, async (library) => {
            const { borrower } = await lendNamed(library, ['Pelle Erobreren'], overrides)
            await moveClockTo(runningLibrary, day('2026-03-12'))
            const place = path.join(folder, 'digital-post')
            await use({
              ...{ library, folder, borrower },
              mails: () =>
                existsSync(place)
                  ? readdirSync(place).map((file) => readMemo(readFileSync(path.join(place, file), 'utf8')))
                  : [],
              send: async () => {
                await runningLibrary.catchUpReadModels()
                await runningLibrary.messages.sendPending({})
                await runningLibrary.catchUpReadModels()
              },
              letters: async () => (await library.send('GET', '/messages/letters', { as: staffUser })).body.letters,
            })
          }),
        given,
      ),
    )

export const outcomesOf = ({ library, borrower }: Example) =>
  messagesOfBorrower(borrower)(library.runningLibrary.rows)
    .filter(({ kind }) => kind === 'bill' || kind === 'statement')
    .map(({ kind, state, channel, address, reason }) => ({ kind, state, channel, address, reason }))
    .sort((a, b) => a.kind.localeCompare(b.kind))

export const payAll = async ({ library, borrower }: Example) => {
  const { fees } = (await library.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
  const amount = fees.reduce((sum: number, fee: { readonly amount: number }) => sum + fee.amount, 0)
  const body = { order: 'order-1', fees: fees.map(({ fee }: { readonly fee: string }) => fee), amount }
  expect((await library.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })).status).toBe(201)
  rightOrThrow(await library.runningLibrary.useCaseDependencies.waitForReactions())
  rightOrThrow(await library.runningLibrary.catchUpReadModels())
}
