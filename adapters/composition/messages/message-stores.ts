import type { DigitalPost } from '../../../domain/ports/digital-post'
import type { Day } from '../../../domain/values/day'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { PurgeableStore } from '../../../retention/derived-stores/purged-stores'
import { openDigitalPostFolder } from '../../outside/digital-post/digital-post-folder'
import type { DigitalPostSenderName } from '../../outside/digital-post/memo-document'
import { openOutboxFolder } from '../../outside/messages/outbox-folder'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { createDigitalPostStore, type DigitalPostStore } from './digital-post-store'
import { createOutbox, type Outbox } from './outbox'
import type { KeysToDeriveFrom } from './reference-of-message'

/** The folders of a library from which others take messages. */
export interface MessageStores {
  readonly outbox: Outbox
  readonly digitalPostStore: DigitalPostStore
  /** Undefined: the library does not send by Digital Post, and legal notices are letters. */
  readonly digitalPost: DigitalPost | undefined
  readonly purgeable: { readonly outbox: PurgeableStore; readonly digitalPost: PurgeableStore }
}

/** The national service, or the sender of the mails in the folder, or neither. */
interface DigitalPostOptions {
  readonly digitalPost?: DigitalPost
  readonly digitalPostSender?: DigitalPostSenderName | undefined
}

export const openMessageStores = (
  layout: Pick<DataFolderLayout, 'outbox' | 'digitalPost'>,
  { digitalPost, digitalPostSender: sender }: DigitalPostOptions,
  today: () => Day,
  rows: ReadModelRows,
  keys: KeysToDeriveFrom,
): MessageStores => {
  const digitalPostStore = createDigitalPostStore(openDigitalPostFolder(layout.digitalPost), rows, keys)
  const outbox = createOutbox(openOutboxFolder(layout.outbox, today), rows)
  return {
    outbox,
    digitalPostStore,
    digitalPost: digitalPost ?? (sender && digitalPostStore.sendAs(sender)),
    purgeable: { outbox: outbox.purgeable, digitalPost: digitalPostStore.purgeable },
  }
}
