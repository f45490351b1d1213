import type { BorrowerId } from '../../../../domain/values/ids'
import type { AskRoute } from './every-route-steps'
import { borrowerUser } from './with-http-server'

/** Puts a borrower right, gives the borrower another card and a PIN, and reports a card stolen. */
export const putBorrowerRight = async (ask: AskRoute, borrower: string): Promise<void> => {
  const identityPath = `/borrowers/${borrower}/identity`
  const read = await ask('GET', identityPath, '/borrowers/:borrower/identity')
  await ask('PUT', identityPath, '/borrowers/:borrower/identity', {
    headers: { 'If-Match': read.headers.get('etag') ?? '' },
    body: { ...read.body, name: 'Rettet Navn', reason: 'Navn efter vielse' },
  })
  await ask('PUT', `/borrowers/${borrower}/protection`, '/borrowers/:borrower/protection', {
    body: { protection: 'nameAndAddress', reason: 'Ønske' },
  })
  await ask('POST', `/borrowers/${borrower}/name-and-address`, '/borrowers/:borrower/name-and-address', {
    body: { reason: 'Et brev' },
  })
  await ask('POST', `/borrowers/${borrower}/openings`, '/borrowers/:borrower/openings', { body: { reason: 'Skranke' } })
  await ask('POST', '/borrowers/search', '/borrowers/search', { body: { name: 'Rettet' } })
  const cards = `/borrowers/${borrower}/cards`
  const { card } = (await ask('POST', cards, '/borrowers/:borrower/cards', { body: { number: '2111111199' } })).body
  await ask('POST', `${cards}/${card}/stolen`, '/borrowers/:borrower/cards/:card/stolen')
  await ask('PUT', `/borrowers/${borrower}/pin`, '/borrowers/:borrower/pin', { body: { pin: '1357' } })
}

/** The borrower and staff read what the library holds on the borrower. */
export const readDataOnBorrower = async (ask: AskRoute, borrower: BorrowerId): Promise<void> => {
  await ask('GET', `/borrowers/${borrower}`, '/borrowers/:borrower')
  await ask('GET', `/borrowers/${borrower}/statement`, '/borrowers/:borrower/statement')
  await ask('GET', '/me/statement', '/me/statement', { as: borrowerUser(borrower) })
  await ask('GET', `/borrowers/${borrower}/data`, '/borrowers/:borrower/data')
  await ask('GET', '/me/data', '/me/data', { as: borrowerUser(borrower) })
  await ask('GET', `/borrowers/${borrower}/data/page`, '/borrowers/:borrower/data/page')
  await ask('GET', '/me/data/page', '/me/data/page', { as: borrowerUser(borrower) })
}
