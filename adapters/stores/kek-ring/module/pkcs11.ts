import { createRequire } from 'node:module'
import path from 'node:path'

type Handle = Buffer

export interface Pkcs11Attribute {
  readonly type: number
  readonly value?: boolean | number | string | Buffer
}

interface Mechanism {
  readonly mechanism: number
  readonly parameter: unknown
}

/** What this project uses of the package `pkcs11js`. Errors have the name and the number of the module's error. */
export interface Pkcs11 {
  readonly load: (file: string) => void
  readonly C_Initialize: (options: { readonly flags: number }) => void
  readonly C_GetSlotList: (withToken: boolean) => ReadonlyArray<Handle>
  readonly C_GetTokenInfo: (slot: Handle) => {
    readonly label: string
    readonly manufacturerID: string
    readonly model: string
    readonly serialNumber: string
  }
  readonly C_OpenSession: (slot: Handle, flags: number) => Handle
  readonly C_Login: (session: Handle, user: number, pin: string) => void
  readonly C_GenerateKey: (session: Handle, mechanism: Mechanism, template: ReadonlyArray<Pkcs11Attribute>) => Handle
  readonly C_FindObjectsInit: (session: Handle, template: ReadonlyArray<Pkcs11Attribute>) => void
  readonly C_FindObjects: (session: Handle, most: number) => ReadonlyArray<Handle>
  readonly C_FindObjectsFinal: (session: Handle) => void
  readonly C_GetAttributeValue: (
    session: Handle,
    object: Handle,
    template: ReadonlyArray<Pkcs11Attribute>,
  ) => ReadonlyArray<{ readonly value: Buffer }>
  readonly C_SetAttributeValue: (session: Handle, object: Handle, template: ReadonlyArray<Pkcs11Attribute>) => void
  readonly C_DestroyObject: (session: Handle, object: Handle) => void
  readonly C_EncryptInit: (session: Handle, mechanism: Mechanism, key: Handle) => void
  readonly C_EncryptAsync: (session: Handle, input: Buffer, output: Buffer) => Promise<Buffer>
  readonly C_DecryptInit: (session: Handle, mechanism: Mechanism, key: Handle) => void
  readonly C_DecryptAsync: (session: Handle, input: Buffer, output: Buffer) => Promise<Buffer>
}

export type { Handle as ModuleHandle }

/** Names and numbers of PKCS#11 2.40. */
export const pkcs11Constants = {
  osLockingOk: 2,
  sessionFlags: 2 | 4,
  user: 1,
  secretKey: 4,
  aes: 0x1f,
  makeAesKey: 0x1080,
  aesGcm: 0x1087,
  attributes: {
    class: 0x000,
    token: 0x001,
    private: 0x002,
    label: 0x003,
    keyType: 0x100,
    sensitive: 0x103,
    encrypt: 0x104,
    decrypt: 0x105,
    wrap: 0x106,
    unwrap: 0x107,
    sign: 0x108,
    verify: 0x10a,
    derive: 0x10c,
    valueLength: 0x161,
    extractable: 0x162,
    local: 0x163,
    neverExtractable: 0x164,
    alwaysSensitive: 0x165,
    modifiable: 0x170,
    copyable: 0x171,
  },
} as const

/** The number by which `pkcs11js` knows the parameters of AES-GCM. */
export const gcmParameterType = 3

/** Where `npm run build:module` puts the package: in `dist/`, beside the compiled program. */
const builtDriver = path.resolve(__dirname, '../../../../module-driver/package.json')

/** Loads the package from where it was built, or else from where the program is installed. Throws when it is in neither place. */
export const loadPkcs11 = (): Pkcs11 => {
  for (const from of [builtDriver, __filename])
    try {
      const { PKCS11 } = createRequire(from)('pkcs11js') as { readonly PKCS11: new () => Pkcs11 }
      return new PKCS11()
    } catch {
      // The next place.
    }
  throw new Error('pkcs11js is in neither place')
}
