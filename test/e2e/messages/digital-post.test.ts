import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import { sendingFailed } from '../../../domain/ports/message-sender'
import { messagesOfBorrower } from '../../../projections/messages/message-queries'
import { staffUser } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { moveClockTo } from '../use-case-steps'

import { cpr, outcomesOf, payAll, withBill } from './digital-post-steps'

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
    'are letters to a borrower who is exempt from Digital Post: it refuses, and staff print them',
    withBill(
      async (example) => {
        await example.send()
        expect(outcomesOf(example)).toMatchObject([{ state: 'pending' }, { state: 'pending' }])
        const letters = await example.letters()
        expect(letters).toHaveLength(2)
        for (const { message } of letters)
          await example.library.send('POST', `/messages/${message}/printed`, { as: staffUser })
        await example.send()
        expect(outcomesOf(example)).toMatchObject([
          { state: 'sent', channel: 'letter' },
          { state: 'sent', channel: 'letter' },
        ])
      },
      { cpr, birthDate: undefined },
      { digitalPost: { send: () => TE.left(sendingFailed('recipientRefused')) } },
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
