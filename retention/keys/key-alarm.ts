/** What never happens in normal operation. An alarm is its kind only: it names no scope and no person. */
export type KeyAlarmKind =
  | 'WrongKeyStore'
  | 'KeyStoreUnavailable'
  | 'KeyMissing'
  | 'FencedWithoutErasure'
  | 'RowNotAuthentic'
  /** The ring has no such epoch as the row of a living key says. */
  | 'KeyEpochUnknown'
  /** The fingerprint in the row of a living key is not that of the key. */
  | 'KeyFingerprintChanged'
  | 'PartCorrupt'

export type RaiseKeyAlarm = (kind: KeyAlarmKind) => void
