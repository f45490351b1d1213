import type { TaskEither } from 'fp-ts/TaskEither'
import type { CollectionRecipient } from '../policy/collection-policy'

/** The public key of the recipient is no key of the form that the policy asks for. */
export interface CollectionKeyIsUnusable {
  readonly _tag: 'CollectionKeyIsUnusable'
}

/** Encrypts the text of a file to the collector, so that only its recipient can read it. */
export type EncryptCollectionFile = (
  text: string,
  recipient: CollectionRecipient,
) => TaskEither<CollectionKeyIsUnusable, string>
