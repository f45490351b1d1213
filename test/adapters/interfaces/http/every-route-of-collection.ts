import type { BorrowerId } from '../../../../domain/values/ids'
import { openServerLog } from './every-route-of-website'
import type { AskRoute } from './every-route-steps'
import { administratorUser, borrowerUser, machineUser, staffUser, type ServedLibrary } from './with-http-server'

const as = administratorUser

/** Pays a fee as its borrower, by the payment service. */
export const payOnline = async (
  library: ServedLibrary,
  ask: AskRoute,
  borrower: string,
  after: string,
): Promise<void> => {
  const payer = { as: borrowerUser(borrower as BorrowerId) }
  const { fees } = (await library.send('GET', `/borrowers/${borrower}/fees?after=${after}`, { as: staffUser })).body
  const { fee } = fees.find((one: { settledOn: string | null }) => one.settledOn === null)
  const { payment } = (await ask('POST', '/me/payments', '/me/payments', { ...payer, body: { fees: [fee] } })).body
  expect((await ask('GET', '/me/payments', '/me/payments', payer)).body.payments).toMatchObject([{ payment }])
  await ask('POST', `/me/payments/${payment}/confirmation`, '/me/payments/:payment/confirmation', payer)
  await ask('POST', '/payment-notices', '/payment-notices', { as: machineUser, body: { order: 'order-9' } })
}

/** Passes the bill of a borrower on for collection, and takes it back. The clock stands on 20 April. */
export const collectAndRecallBill = async (
  library: ServedLibrary,
  ask: AskRoute,
  borrower: BorrowerId,
): Promise<void> => {
  const moveTo = (to: string) => ask('POST', '/clock/forward', '/clock/forward', { as, body: { to } })
  const { fees } = (await library.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
  const { fee } = fees.find((one: { kind: string; settledOn: string | null }) => one.kind === 'compensation')
  const reason = { body: { reason: 'Erkendt gæld' } }
  await ask('POST', `/fees/${fee}/collection-notice`, '/fees/:fee/collection-notice')
  await moveTo('2026-04-21')
  const { letters } = (await library.send('GET', '/messages/letters', { as: staffUser })).body
  for (const { message } of letters) await ask('POST', `/messages/${message}/printed`, '/messages/:message/printed')
  await moveTo('2026-05-06')
  const { file } = (await ask('POST', '/collection-files', '/collection-files', { as })).body
  await ask('POST', `/collection-files/${file}/handed-out`, '/collection-files/:file/handed-out', { as })
  const listed = await ask('GET', '/fees-in-collection', '/fees-in-collection')
  expect(listed.body.fees).toMatchObject([{ fee, collection: 'passedOn', collectionFile: file }])
  await ask('GET', '/disclosures', '/disclosures', { as })
  await openServerLog(library, ask)
  await ask('POST', `/fees/${fee}/renewal`, '/fees/:fee/renewal', reason)
  await ask('POST', `/fees/${fee}/collection-recall`, '/fees/:fee/collection-recall', reason)
}
