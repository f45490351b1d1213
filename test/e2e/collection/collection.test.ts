import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { Day } from '../../../domain/values/day'
import { administratorUser, staffUser } from '../../adapters/interfaces/http/with-http-server'
import { levyFee } from '../../promises/lending-steps'
import { moveClockTo } from '../use-case-steps'
import {
  asAdministrator,
  asStaff,
  cprOfDebtor,
  decryptFile,
  feePassedOn,
  feesOf,
  feeToCollect,
  feeWithNotice,
  pay,
  policyWithCollector,
  withCollector,
} from './collection-steps'

describe('a debt that is passed on for collection', () => {
  it(
    'gets a written notice first, and 14 days to pay after the letter was printed',
    withCollector(async (library) => {
      const { borrower, fee } = await feeWithNotice(library)
      expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'noticeSent', noticePayBy: '2026-02-25' }])
      const { messages } = (await library.send('GET', `/borrowers/${borrower}/messages`, { as: staffUser })).body
      expect(messages).toContainEqual(expect.objectContaining({ kind: 'collectionNotice', channel: 'letter' }))
      await moveClockTo(library.runningLibrary, '2026-02-25' as Day)
      expect((await asAdministrator(library, '/collection-files')).status).toBe(409)
      expect((await asStaff(library, `/fees/${fee}/collection-notice`)).body.type).toContain('collection-has-begun')
      expect((await pay(library, borrower)).status).toBe(201)
    }),
  )

  it(
    'is not passed on while its notice was not printed',
    withCollector(async (library) => {
      const { borrower, fee } = await levyFee(library)
      expect((await asStaff(library, `/fees/${fee}/collection-notice`)).status).toBe(200)
      await moveClockTo(library.runningLibrary, '2026-04-10' as Day)
      expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'noticeRequested', noticePayBy: null }])
      expect((await asAdministrator(library, '/collection-files')).body.type).toContain('nothing-to-collect')
    }),
  )

  it(
    'stands in a file that its recipient alone can read, without a title and without an address that nobody needs',
    withCollector(async (library) => {
      const { fee } = await feeToCollect(library)
      const { body, status, text } = await asAdministrator(library, '/collection-files')
      expect([status, body.debts]).toEqual([201, 1])
      expect(text).not.toContain(fee)
      const file = await decryptFile(body.text)
      expect(file).toMatchObject({ format: 'glemsom collection 1', file: body.file, madeOn: '2026-02-26' })
      expect(file.debts).toEqual([
        {
          ...{ reference: fee, kind: 'lateness', amount: 2000, leviedOn: '2026-02-10', noticePayBy: '2026-02-25' },
          debtor: { name: expect.any(String), cpr: cprOfDebtor, address: null },
          guardian: null,
        },
      ])
      expect(JSON.stringify(file)).not.toContain('Kanariebogen')
    }),
  )

  it(
    'is passed on only when it is confirmed that its file was handed out, and goes into the next file until then',
    withCollector(async (library) => {
      const { borrower, fee } = await feeToCollect(library)
      const first = (await asAdministrator(library, '/collection-files')).body
      expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'selected' }])
      const second = (await asAdministrator(library, '/collection-files')).body
      expect((await decryptFile(second.text)).debts).toMatchObject([{ reference: fee }])
      expect((await asAdministrator(library, `/collection-files/${String(first.file)}/handed-out`)).status).toBe(404)
      const confirmed = await asAdministrator(library, `/collection-files/${String(second.file)}/handed-out`)
      expect(confirmed.body).toMatchObject({ file: second.file, passedOn: 1 })
      expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'passedOn' }])
      expect((await asAdministrator(library, '/collection-files')).body.type).toContain('nothing-to-collect')
    }),
  )

  it(
    'is not paid, reduced, written off or cancelled here before it is recalled',
    withCollector(async (library) => {
      const { borrower, fee } = await feePassedOn(library)
      expect((await pay(library, borrower)).body.type).toContain('fee-is-passed-on')
      for (const [path, body] of [
        ['reduction', { by: 100, reason: 'Andet' }],
        ['write-off', { reason: 'Andet' }],
        ['cancellation', { reason: 'Andet' }],
      ] as const)
        expect((await asStaff(library, `/fees/${fee}/${path}`, body)).body.type).toContain('fee-is-passed-on')
      expect((await asStaff(library, `/fees/${fee}/collection-recall`, { reason: 'Aftale' })).status).toBe(200)
      expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'none', noticePayBy: null }])
      expect((await pay(library, borrower)).status).toBe(201)
    }),
  )

  it(
    'is said to be so on the statement, and by what staff decided among its transactions',
    withCollector(async (library) => {
      const { borrower, fee } = await feePassedOn(library)
      const statement = await library.send('GET', `/borrowers/${borrower}/statement`, { as: staffUser })
      expect(statement.text).toContain('Sendt til inddrivelse')
      await asStaff(library, `/fees/${fee}/collection-recall`, { reason: 'Aftale om afdrag' })
      const { transactions } = (await library.send('GET', `/fees/${fee}/transactions`, { as: staffUser })).body
      expect(transactions).toMatchObject([{ type: 'collectionNotice' }, { type: 'recall', reason: 'Aftale om afdrag' }])
    }),
  )

  it(
    'leaves a record of the disclosure for each file: month, recipient and basis, and nobody',
    withCollector(async (library) => {
      const { borrower, fee } = await feePassedOn(library)
      const listed = await library.send('GET', '/disclosures', { as: administratorUser })
      expect(listed.body.disclosures).toMatchObject([
        { madeIn: '2026-02', recipient: 'Inddrivelsen', basis: 'Aftale af 2026' },
      ])
      expect(listed.text).not.toContain(borrower)
      expect(listed.text).not.toContain(fee)
    }),
  )

  it(
    'is not made of a group without fees or without reminders',
    withCollector(
      async (library) => {
        const { fee } = await levyFee(library)
        const { body } = await asStaff(library, `/fees/${fee}/collection-notice`)
        expect(body.type).toContain('group-is-not-collected')
      },
      { ...policyWithCollector, messages: { ...defaultLibraryPolicy.messages, notReminded: ['adult'] } },
    ),
  )

  it(
    'needs somebody who collects',
    withCollector(async (library) => {
      await feeToCollect(library)
      expect((await asAdministrator(library, '/collection-files')).body.type).toContain('nobody-collects')
    }, defaultLibraryPolicy),
  )
})
