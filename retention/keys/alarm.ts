/** What never happens in normal operation. An alarm is its kind only: it names no scope and no person. */
export type KeyAlarmKind =
  'WrongKeyStore' | 'KeyStoreUnavailable' | 'KeyMissing' | 'FencedWithoutErasure' | 'RowNotAuthentic' | 'PartCorrupt'

export type RaiseAlarm = (kind: KeyAlarmKind) => void
