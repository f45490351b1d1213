import * as t from 'io-ts'
import { exactRecord } from '../../../domain/event/exact-record'
import { Day } from '../../../domain/values/day'

/** What a copy of a file holds: its rows, and a SHA-256 of their values. */
const Content = { rows: t.number, sha256: t.string }

/** What a manifest says of one log, or of its keys. `epochs`: how many living keys each epoch of the ring wraps. */
export const LogCopyFacts = exactRecord('LogCopyFacts', { ...Content, events: t.number, head: t.number })
export type LogCopyFacts = t.TypeOf<typeof LogCopyFacts>
export const KeyCopyFacts = exactRecord('KeyCopyFacts', {
  ...Content,
  living: t.number,
  fenced: t.number,
  epochs: t.readonlyArray(t.tuple([t.number, t.number])),
})
export type KeyCopyFacts = t.TypeOf<typeof KeyCopyFacts>

const FileOfBackup = exactRecord('FileOfBackup', { name: t.string, bytes: t.number, sha256: t.string })
export type FileOfBackup = t.TypeOf<typeof FileOfBackup>

const EpochOfRing = exactRecord('EpochOfRing', { epoch: t.number, fingerprint: t.string })
export type EpochOfRing = t.TypeOf<typeof EpochOfRing>

const members = {
  format: t.literal('glemsom backup 1'),
  /** Random; the same in both parts of a backup. */
  backup: t.string,
  library: t.string,
  version: t.string,
  /** The day is the only time in a backup. */
  takenOn: Day,
  /** The epoch whose key encrypts what the backup holds of *persons*. */
  epoch: t.number,
  /** The epochs of the ring when the backup was made. */
  epochs: t.readonlyArray(EpochOfRing),
  files: t.readonlyArray(FileOfBackup),
  /** What is said of *persons*: base64, encrypted as its files are, and always of the same length. */
  persons: t.string,
}

/** What one folder of a backup holds. It names no person, and nothing openly of *persons*. */
export const BackupManifest = t.union([
  exactRecord('ManifestOfLogs', { ...members, part: t.literal('logs'), circulation: LogCopyFacts }),
  exactRecord('ManifestOfKeys', { ...members, part: t.literal('keys'), circulation: KeyCopyFacts }),
])
export type BackupManifest = t.TypeOf<typeof BackupManifest>
export type BackupManifestOfPart<Part extends BackupManifest['part']> = Extract<BackupManifest, { readonly part: Part }>

/** A manifest as stored: the bytes of its JSON are signed with the key of the ring. */
export const SignedManifest = exactRecord('SignedManifest', { manifest: BackupManifest, signature: t.string })
export type SignedManifest = t.TypeOf<typeof SignedManifest>

/** The bytes that are signed. */
export const bytesOfBackupManifest = (manifest: BackupManifest): Buffer => Buffer.from(JSON.stringify(manifest), 'utf8')
