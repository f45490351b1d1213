import { generateKeyPairSync } from 'node:crypto'
import type { DebtToCollect } from '../../domain/collection/debt-to-collect'
import type { CollectionPolicy } from '../../domain/policy/collection-policy'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { x = '', y = '' } = publicKey.export({ format: 'jwk' })

export const daysToPayOfYear = 14

/** The collector of a year's debts, who alone reads the files. */
export const collectionOfYear: CollectionPolicy = {
  daysToPay: daysToPayOfYear,
  recipient: { name: 'Inddrivelsen', basis: 'Aftale af 2026', keyId: 'key-1', publicKey: { x, y } },
}

/** What the collector reads in a file. */
export const readCollectionFile = async (text: string): Promise<ReadonlyArray<DebtToCollect>> => {
  const { compactDecrypt } = await import('jose')
  const { plaintext } = await compactDecrypt(text, privateKey)
  return (JSON.parse(new TextDecoder().decode(plaintext)) as { readonly debts: ReadonlyArray<DebtToCollect> }).debts
}
