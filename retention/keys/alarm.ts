/** What must never happen by itself. A kind and nothing else: an alarm names no scope and no person. */
export type AlarmKind =
  'WrongKeyStore' | 'KeyStoreUnavailable' | 'KeyMissing' | 'FencedWithoutErasure' | 'RowNotAuthentic' | 'PartCorrupt'

export type Alarm = (kind: AlarmKind) => void
