/**
 * The first tour of the README, by a client whose types are made from the description of the interface. The test beside
 * it makes the types, checks this file against them, and runs it.
 */
import process from 'node:process'
import createClient from 'openapi-fetch'
import type { components, paths } from './openapi-types.ts'

const { BASE_URL = '', STAFF = '', ADMINISTRATOR = '' } = process.env

const clientWith = (token: string) =>
  createClient<paths>({ baseUrl: BASE_URL, headers: { Authorization: `Bearer ${token}`, 'Accept-Language': 'en' } })

const staff = clientWith(STAFF)
const administrator = clientWith(ADMINISTRATOR)

/** The data of an answer; a problem ends the tour. */
const expectData = <A,>(answer: { readonly data?: A; readonly error?: unknown }): A => {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error))
  return answer.data
}

/** A personal value, which staff see. */
const shown = <A,>(value: A | { withheld: string }): Exclude<A, { withheld: string }> => {
  if (typeof value === 'object' && value !== null && 'withheld' in value) throw new Error('a value is withheld')
  return value as Exclude<A, { withheld: string }>
}

const branch = 'DK-785100'
const copy: components['schemas']['NewCopy'] = {
  copy: '3274626533',
  title: '52557240',
  branch,
  group: 'standard',
  ageLimit: null,
  price: 20000,
  name: 'Frøken Smillas fornemmelse for sne',
  author: 'Peter Høeg',
}

const register = async (name: string, card: string): Promise<string> => {
  const body: components['schemas']['NewBorrower'] = {
    name,
    card,
    cpr: null,
    birthDate: '1980-05-01',
    group: 'adult',
    municipality: '851',
    homeBranch: branch,
    language: 'en',
    pin: null,
    contact: { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null },
  }
  return expectData(await staff.POST('/borrowers', { body })).borrower
}

expectData(await staff.POST('/copies', { body: copy }))
const ann = await register('Ann Example', '2000001234')
const bo = await register('Bo Example', '2000001235')

const { dueOn } = expectData(await staff.POST('/loans', { body: { copy: copy.copy, borrower: ann, branch } }))
const refused = await staff.POST('/loans', { body: { copy: copy.copy, borrower: bo, branch } })
expectData(
  await staff.POST('/titles/{title}/reservations', { params: { path: { title: copy.title } }, body: { borrower: bo } }),
)

const { today } = expectData(await administrator.POST('/clock/forward', { body: { to: '2026-03-07' } }))
const { after } = expectData(
  await staff.POST('/copies/{copy}/return', { params: { path: { copy: copy.copy } }, body: { branch } }),
)
const owed = expectData(
  await staff.GET('/borrowers/{borrower}/fees', { params: { path: { borrower: ann }, query: { after, limit: 10 } } }),
)
const shelf = expectData(await staff.GET('/pick-up-shelf/{branch}', { params: { path: { branch } } }))
expectData(await staff.POST('/loans', { body: { copy: copy.copy, borrower: bo, branch } }))

const fees = owed.fees.map(({ fee }) => shown(fee))
const paid = expectData(
  await staff.POST('/borrowers/{borrower}/payments', {
    params: { path: { borrower: ann } },
    body: { order: 'till-1-0001', fees, amount: shown(owed.balance.owed) },
  }),
)
const overview = expectData(
  await staff.GET('/borrowers/{borrower}', { params: { path: { borrower: ann }, query: { after: paid.after } } }),
)
expectData(await administrator.POST('/clock/forward', { body: { to: '2026-04-08' } }))
expectData(await staff.DELETE('/borrowers/{borrower}', { params: { path: { borrower: ann } } }))
expectData(await administrator.POST('/retention/runs'))
const gone = await staff.GET('/borrowers/{borrower}', { params: { path: { borrower: ann } } })

console.log(
  JSON.stringify({
    dueOn,
    refused: refused.error?.because ?? refused.error?.type,
    today,
    owed: shown(owed.balance.owed),
    next: owed.next,
    ready: shelf.copies.length,
    owedAfterPayment: shown(overview.balance.owed),
    gone: gone.response.status,
  }),
)
