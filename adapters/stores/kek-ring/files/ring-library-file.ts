import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingContent } from '../../../../retention/keys/kek-ring-content'
import { verifyingKeyOf } from '../../../../retention/keys/make-kek-ring-from-content'

/** The file with the library's id is written last: a ring without it is incomplete. */
export const libraryIdFileName = 'library.json'

/** With the public key, so that a signing key with a changed byte is found: every 32 bytes are a private key. */
export const formatLibraryFile = (
  { library, signing }: Pick<KekRingContent, 'library' | 'signing'>,
  members: { readonly inModule?: true } = {},
): string => `${JSON.stringify({ library, verifyingKey: verifyingKeyOf(signing), ...members })}\n`

/** What the file with the library's id says. Rings of earlier versions store no verifying key. */
export interface LibraryFileOfKekRing {
  readonly library: LibraryId
  readonly verifyingKey: string | undefined
  /** The wrapping keys are in a hardware module, and not in the files of the ring. */
  readonly isInModule: boolean
}

export const parseRingLibraryFile = (content: string): LibraryFileOfKekRing => {
  const { library, verifyingKey, inModule } = JSON.parse(content) as Readonly<Partial<Record<string, unknown>>>
  if (typeof library !== 'string') throw new Error('the file names no library')
  if (verifyingKey !== undefined && typeof verifyingKey !== 'string') throw new Error('the verifying key is no text')
  return { library, verifyingKey, isInModule: inModule === true }
}
