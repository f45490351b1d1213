import { generateKeyPairSync } from 'node:crypto'
import type { CollectionRecipient } from '../../../domain/policy/collection-policy'
import { exampleOfPolicyFile } from '../../stores/policy-file/example-of-policy-file'

/** An invented collector of debts: the policy file of a demo library that names it, and the key that opens its files. */
export interface DemoCollector {
  readonly policyText: string
  /** The private key, as JSON (JWK, RFC 7517). */
  readonly privateKey: string
}

const addRecipient = (recipient: CollectionRecipient): string => {
  const { versions, ...branches } = JSON.parse(exampleOfPolicyFile) as {
    readonly versions: ReadonlyArray<Readonly<Record<string, unknown>>>
  }
  const [first, ...others] = versions
  const policy = { ...branches, versions: [{ ...first, collection: { recipients: [recipient] } }, ...others] }
  return `${JSON.stringify(policy, null, 2)}\n`
}

/** Makes a collector with a new pair of keys, so that a private key is part of no repository. */
export const makeDemoCollector = (): DemoCollector => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const recipient = {
    ...{ name: 'Opdigtet Inddrivelse', basis: 'Demo: ingen lov', keyId: 'demo' },
    publicKey: { x, y },
  }
  return {
    policyText: addRecipient(recipient),
    privateKey: `${JSON.stringify(privateKey.export({ format: 'jwk' }), null, 2)}\n`,
  }
}
