import { randomBytes } from 'node:crypto'
import type { PartScope } from '../../../domain/ports/scope-keys'
import { decrypt, encrypt } from '../../../retention/sealing/aes-gcm'
import { deriveSealingKeys } from '../../../retention/sealing/derive-keys'
import { openSealedPart } from '../../../retention/sealing/open-sealed-part'
import { padTextForSealing } from '../../../retention/sealing/padding'
import {
  encodeSealContext,
  additionalDataOfSealedPart,
} from '../../../retention/sealing/additional-data-of-sealed-part'
import { exampleSealContext, randomScopeId } from '../../fixtures/keys-under-test'
import { makeTwoKeyCiphertext } from './make-two-key-ciphertext'

describe('a ciphertext that was made to open under two keys', () => {
  const context = encodeSealContext('0b5c7a52-54a5-4d0f-8d6e-f1c7a4d6d001')(exampleSealContext())
  const part: PartScope = { class: 'loan', scope: randomScopeId() }
  const [one, other] = [randomBytes(32), randomBytes(32)].map((key) => ({ version: 1, ...deriveSealingKeys(key) })) as [
    Parameters<ReturnType<typeof openSealedPart>>[0],
    Parameters<ReturnType<typeof openSealedPart>>[0],
  ]
  const additional = additionalDataOfSealedPart(context)(part, 1)
  const made = makeTwoKeyCiphertext(
    [one.encryption, other.encryption],
    additional,
    encrypt(one.encryption, additional, padTextForSealing('{"title":"Pelle"}')),
  )

  it('has the right tag under both, so AES-GCM alone would open it twice', () => {
    expect(decrypt(one.encryption, additional, made)).toBeDefined()
    expect(decrypt(other.encryption, additional, made)).toBeDefined()
    expect(decrypt(deriveSealingKeys(randomBytes(32)).encryption, additional, made)).toBeUndefined()
  })

  it('is Corrupt under the key to which it is not committed, whichever that is', () => {
    for (const [committed, uncommitted] of [
      [one, other],
      [other, one],
    ] as const)
      expect(
        openSealedPart(context)(uncommitted, part, { ...made, class: 'loan', commitment: committed.commitment }),
      ).toEqual({ _tag: 'Corrupt', reason: 'commitment of another key' })
  })

  it('gives no wrong answer under the key to which it is committed either: its padding is no padding', () => {
    for (const keys of [one, other])
      expect(
        openSealedPart(context)(keys, part, { ...made, class: 'loan', commitment: keys.commitment }),
      ).toMatchObject({
        _tag: 'Corrupt',
      })
  })
})
