import { nonceLength, tagLength } from '../../../../retention/sealing/aes-gcm'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import type { LoggedInPkcs11Token } from './connect-token'
import { pkcs11Constants, gcmParameterType, type Pkcs11Attribute, type ModuleHandle } from './pkcs11'
import type { ModuleTokenKey } from './hardware-module-settings'
import { createModuleSessionPool } from './module-session-pool'

const is = pkcs11Constants.attributes

/** An AES key of 256 bits that stays in the token, and that nobody can read, export or copy. */
const newKey = (label: string): ReadonlyArray<Pkcs11Attribute> => [
  { type: is.class, value: pkcs11Constants.secretKey },
  { type: is.keyType, value: pkcs11Constants.aes },
  { type: is.valueLength, value: 32 },
  { type: is.label, value: label },
  ...[is.token, is.private, is.sensitive, is.encrypt, is.decrypt, is.modifiable].map((type) => ({ type, value: true })),
  ...[is.extractable, is.copyable, is.wrap, is.unwrap, is.sign, is.verify, is.derive].map((type) => ({
    type,
    value: false,
  })),
]

const ofSecretKeys: ReadonlyArray<Pkcs11Attribute> = [
  { type: is.class, value: pkcs11Constants.secretKey },
  { type: is.token, value: true },
]

const mechanismOf = (nonce: Uint8Array, additional: Uint8Array) => ({
  mechanism: pkcs11Constants.aesGcm,
  parameter: {
    ...{ type: gcmParameterType, iv: nonce, ivBits: nonceLength * 8 },
    ...{ aad: additional, tagBits: tagLength * 8 },
  },
})

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

const mostKeys = 10_000

/** The operations on the wrapping keys in a token. Each throws the error of the module. */
export const createHardwareModuleKeyOperations = ({ pkcs11, openSession }: LoggedInPkcs11Token) => {
  const withSession = createModuleSessionPool(openSession)
  const handles = new Map<string, ModuleHandle>()

  const find = (session: ModuleHandle, template: ReadonlyArray<Pkcs11Attribute>): ReadonlyArray<ModuleHandle> => {
    pkcs11.C_FindObjectsInit(session, template)
    try {
      return pkcs11.C_FindObjects(session, mostKeys)
    } finally {
      pkcs11.C_FindObjectsFinal(session)
    }
  }
  const labelled = (session: ModuleHandle, label: string): ReadonlyArray<ModuleHandle> =>
    find(session, [...ofSecretKeys, { type: is.label, value: label }])

  const handleOf = (session: ModuleHandle, label: string): ModuleHandle => {
    const known = handles.get(label)
    if (known !== undefined) return known
    const [handle, another] = labelled(session, label)
    if (handle === undefined || another !== undefined)
      throw new Error(handle === undefined ? 'CKR_KEY_MISSING' : 'CKR_KEY_NOT_UNIQUE')
    handles.set(label, handle)
    return handle
  }

  const describe = (session: ModuleHandle, handle: ModuleHandle): ModuleTokenKey => {
    const flags = [is.local, is.neverExtractable, is.alwaysSensitive, is.copyable, is.encrypt]
    const [label, ...values] = pkcs11.C_GetAttributeValue(
      session,
      handle,
      [is.label, ...flags].map((type) => ({ type })),
    )
    const [isLocal, isNeverExtractable, isSensitive, isCopyable, canEncrypt] = values.map(({ value }) => value[0] === 1)
    return {
      label: label?.value.toString('utf8') ?? '',
      isNeverCopied: isLocal === true && isNeverExtractable === true && isSensitive === true && isCopyable === false,
      canEncrypt: canEncrypt === true,
    }
  }

  return {
    /** The keys whose label begins so. */
    list: (beginning: string): Promise<ReadonlyArray<ModuleTokenKey>> =>
      withSession((session) =>
        find(session, ofSecretKeys)
          .map((handle) => describe(session, handle))
          .filter(({ label }) => label.startsWith(beginning)),
      ),
    /** Makes a key, unless an earlier attempt made it. */
    make: (label: string): Promise<ModuleTokenKey> =>
      withSession((session) => {
        if (labelled(session, label).length === 0)
          pkcs11.C_GenerateKey(session, { mechanism: pkcs11Constants.makeAesKey, parameter: null }, newKey(label))
        return describe(session, handleOf(session, label))
      }),
    /** From now on the key only decrypts. */
    disable: (label: string): Promise<ModuleTokenKey> =>
      withSession((session) => {
        const handle = handleOf(session, label)
        pkcs11.C_SetAttributeValue(session, handle, [{ type: is.encrypt, value: false }])
        return describe(session, handle)
      }),
    /** Destroys every key with this label. Answers how many the token has afterwards. */
    destroy: (label: string): Promise<number> =>
      withSession((session) => {
        handles.delete(label)
        for (const handle of labelled(session, label)) pkcs11.C_DestroyObject(session, handle)
        return labelled(session, label).length
      }),
    /** Nonce, ciphertext and tag, as `encryptKey` makes them. */
    wrap: (label: string, additional: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array> =>
      withSession(async (session) => {
        const nonce = randomBytes(nonceLength)
        const output = Buffer.alloc(plaintext.length + tagLength)
        pkcs11.C_EncryptInit(session, mechanismOf(nonce, additional), handleOf(session, label))
        return Buffer.concat([nonce, await pkcs11.C_EncryptAsync(session, asBuffer(plaintext), output)])
      }),
    unwrap: (label: string, additional: Uint8Array, wrapped: Uint8Array): Promise<Uint8Array> =>
      withSession(async (session) => {
        const nonce = asBuffer(wrapped.subarray(0, nonceLength))
        const output = Buffer.alloc(wrapped.length)
        pkcs11.C_DecryptInit(session, mechanismOf(nonce, additional), handleOf(session, label))
        return pkcs11.C_DecryptAsync(session, asBuffer(wrapped.subarray(nonceLength)), output)
      }),
  }
}
