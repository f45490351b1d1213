import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { OpenRunningLibraryOptions } from '../../../adapters/composition/open-running-library-options'
import type { BorrowerId } from '../../../domain/values/ids'
import { messagesOfBorrower } from '../../../projections/messages/message-queries'
import { staffUser, withServerOf, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { readMemo } from '../../fixtures/messages/read-memo'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { moveClockTo } from '../use-case-steps'
import { lendNamed } from './message-steps'

/** A replacement number, which belongs to nobody. */
const cpr = '630280-0000'
const options = { digitalPostSender: { cvr: '12345678', name: 'Biblioteket' } }

interface Example {
  readonly library: ServedLibrary
  readonly folder: string
  readonly borrower: BorrowerId
  readonly mails: () => ReadonlyArray<ReturnType<typeof readMemo>>
  readonly send: () => Promise<void>
  readonly letters: () => Promise<ReadonlyArray<{ readonly text: string }>>
}

/** A borrower whose book was billed as lost on 11 March, in a library that sends by Digital Post. */
const withBill =
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

const outcomesOf = ({ library, borrower }: Example) =>
  messagesOfBorrower(borrower)(library.runningLibrary.rows)
    .filter(({ kind }) => kind === 'bill' || kind === 'statement')
    .map(({ kind, state, channel, address, reason }) => ({ kind, state, channel, address, reason }))
    .sort((a, b) => a.kind.localeCompare(b.kind))

const payAll = async ({ library, borrower }: Example) => {
  const { fees } = (await library.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
  const amount = fees.reduce((sum: number, fee: { readonly amount: number }) => sum + fee.amount, 0)
  const body = { order: 'order-1', fees: fees.map(({ fee }: { readonly fee: string }) => fee), amount }
  expect((await library.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })).status).toBe(201)
  rightOrThrow(await library.runningLibrary.useCaseDependencies.waitForReactions())
  rightOrThrow(await library.runningLibrary.catchUpReadModels())
}

describe('a bill and the statement that goes with it', () => {
  it(
    'go by Digital Post to a borrower whose CPR number the library knows, and not by e-mail',
    withBill(async (example) => {
      await example.send()
      expect(
        example
          .mails()
          .map(({ cpr: recipient, subject }) => [recipient, subject])
          .sort(),
      ).toEqual([
        ['6302800000', 'Opgørelse over mellemværende'],
        ['6302800000', 'Regning for materialer, der ikke er afleveret'],
      ])
      const sent = { state: 'sent', channel: 'digitalPost', address: null, reason: null }
      expect(outcomesOf(example)).toEqual([
        { kind: 'bill', ...sent },
        { kind: 'statement', ...sent },
      ])
      expect(await example.letters()).toEqual([])
      await example.send()
      expect(example.mails()).toHaveLength(2)
    }),
  )

  it(
    'leave the CPR number in the recipient field alone: in no event of circulation, no message, no file of another channel',
    withBill(async (example) => {
      await example.send()
      for (const { whole } of example.mails()) expect(whole.split('6302800000')).toHaveLength(2)
      const { events } = await readBothLogs(example.library.runningLibrary)
      const ofCirculation = JSON.stringify(events.filter(({ metadata }) => metadata.log === 'circulation'))
      const shown = JSON.stringify(messagesOfBorrower(example.borrower)(example.library.runningLibrary.rows))
      const outbox = path.join(example.folder, 'outbox')
      const others = readdirSync(outbox).map((file) => readFileSync(path.join(outbox, file), 'utf8'))
      for (const text of [ofCirculation, shown, ...others]) {
        expect(text).not.toMatch(/630280-?0000/)
      }
      expect(others.length).toBeGreaterThan(0)
    }),
  )

  it(
    'are letters to a borrower without CPR number',
    withBill(
      async (example) => {
        await example.send()
        expect(example.mails()).toEqual([])
        expect(await example.letters()).toHaveLength(2)
      },
      { cpr: null },
    ),
  )

  it(
    'are letters in a library that does not send by Digital Post',
    withBill(
      async (example) => {
        await example.send()
        expect(example.mails()).toEqual([])
        expect(await example.letters()).toHaveLength(2)
      },
      { cpr, birthDate: undefined },
      {},
    ),
  )

  it(
    'are not sent when everything was paid before, and the record says why',
    withBill(async (example) => {
      await payAll(example)
      await example.send()
      expect(example.mails()).toEqual([])
      const ended = { state: 'failed', channel: null, address: null, reason: 'causeEnded' }
      expect(outcomesOf(example)).toEqual([
        { kind: 'bill', ...ended },
        { kind: 'statement', ...ended },
      ])
    }),
  )

  it(
    'are not printed when everything was paid before',
    withBill(
      async (example) => {
        expect(await example.letters()).toHaveLength(2)
        await payAll(example)
        expect(await example.letters()).toEqual([])
      },
      { cpr: null },
    ),
  )
})

describe('a file for Digital Post', () => {
  it(
    'that nobody fetches goes with the key of its message, 30 days after its day',
    withBill(async ({ library, mails, send }) => {
      await send()
      await moveClockTo(library.runningLibrary, day('2026-04-10'))
      expect(mails()).toHaveLength(2)
      await moveClockTo(library.runningLibrary, day('2026-04-11'))
      expect(mails()).toEqual([])
    }),
  )

  it(
    'is not written again after it was fetched',
    withBill(async ({ folder, mails, send }) => {
      await send()
      for (const { reference } of mails()) rmSync(path.join(folder, 'digital-post', `${reference}.xml`))
      await send()
      expect(mails()).toEqual([])
    }),
  )
})
