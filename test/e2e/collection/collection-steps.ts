import { generateKeyPairSync } from 'node:crypto'
import { defaultLibraryPolicy, type Policy } from '../../../domain/policy/policy'
import { samePolicyEachDay } from '../../../domain/policy/policy-by-day'
import type { Day } from '../../../domain/values/day'
import {
  administratorUser,
  staffUser,
  withHttpServer,
  type Json,
  type ServedLibrary,
} from '../../adapters/interfaces/http/with-http-server'
import { levyFee } from '../../promises/lending-steps'
import { moveClockTo } from '../use-case-steps'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { x = '', y = '' } = publicKey.export({ format: 'jwk' })

/** A policy whose debts are collected by somebody who has `privateKey`. */
export const policyWithCollector: Policy = {
  ...defaultLibraryPolicy,
  collection: {
    daysToPay: 14,
    recipient: { name: 'Inddrivelsen', basis: 'Aftale af 2026', keyId: 'key-1', publicKey: { x, y } },
  },
}

/** A number that belongs to nobody: it is a replacement number of no day. */
export const cprOfDebtor = '6302800000'

export const withCollector =
  (test: (library: ServedLibrary) => Promise<void>, policy: Policy = policyWithCollector) =>
  (): Promise<void> =>
    withHttpServer(test, undefined, { policy: samePolicyEachDay(policy) })

/** What the collector reads. */
export const decryptFile = async (text: string): Promise<Json> => {
  const { compactDecrypt } = await import('jose')
  const { plaintext, protectedHeader } = await compactDecrypt(text, privateKey)
  expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'key-1' })
  return JSON.parse(new TextDecoder().decode(plaintext))
}

export const asStaff = ({ send }: ServedLibrary, path: string, body?: unknown) =>
  send('POST', path, { as: staffUser, ...(body === undefined ? {} : { body }) })

export const asAdministrator = ({ send }: ServedLibrary, path: string) => send('POST', path, { as: administratorUser })

export const feesOf = async ({ send }: ServedLibrary, borrower: string): Promise<Json> =>
  (await send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body.fees

const print = async (library: ServedLibrary): Promise<void> => {
  const { letters } = (await library.send('GET', '/messages/letters', { as: staffUser })).body
  for (const { message } of letters)
    expect((await asStaff(library, `/messages/${String(message)}/printed`)).status).toBe(200)
}

/** A fee of 10 February whose notice went out on 11 February, and may be collected from 26 February on. */
export const feeWithNotice = async (library: ServedLibrary) => {
  const levied = await levyFee(library, { cpr: cprOfDebtor, birthDate: undefined })
  expect((await asStaff(library, `/fees/${levied.fee}/collection-notice`)).status).toBe(200)
  await moveClockTo(library.runningLibrary, '2026-02-11' as Day)
  await print(library)
  return levied
}

/** A fee that is ready for collection. */
export const feeToCollect = async (library: ServedLibrary) => {
  const levied = await feeWithNotice(library)
  await moveClockTo(library.runningLibrary, '2026-02-26' as Day)
  return levied
}

/** A fee that is passed on. */
export const feePassedOn = async (library: ServedLibrary) => {
  const levied = await feeToCollect(library)
  const { file } = (await asAdministrator(library, '/collection-files')).body
  expect((await asAdministrator(library, `/collection-files/${String(file)}/handed-out`)).status).toBe(200)
  return levied
}

export const pay = async (library: ServedLibrary, borrower: string, order = 'order-1') => {
  const [{ fee, amount }] = await feesOf(library, borrower)
  return asStaff(library, `/borrowers/${borrower}/payments`, { order, fees: [fee], amount })
}
