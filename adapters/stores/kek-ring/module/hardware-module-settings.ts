/** How an operator names a hardware module that speaks PKCS#11, and the token in it. */
export interface HardwareModuleSettings {
  /** The library of the module that is loaded, such as `/usr/lib/softhsm/libsofthsm2.so`. */
  readonly file: string
  /** The label of the token. */
  readonly token: string
  /** A file that holds the PIN of the token's user, and that its owner alone can read. */
  readonly pinFile: string
  /** The operator's statement on copies of the module's keys; `<statement>.sig` is its signature. Undefined: there is none. */
  readonly statement?: string
  /** The Ed25519 public key, in PEM, that verifies the statement. */
  readonly operatorKey?: string
}

/** What a token says of itself. */
export interface Pkcs11TokenIdentity {
  readonly manufacturer: string
  readonly model: string
  readonly serialNumber: string
}

/** A key of a token, with what the token says of it. */
export interface ModuleTokenKey {
  readonly label: string
  /** The key was made in the token, never left it, and cannot be copied within it. */
  readonly isNeverCopied: boolean
  readonly canEncrypt: boolean
}
