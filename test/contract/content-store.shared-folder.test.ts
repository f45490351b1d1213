import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ContentStore } from '../../domain/ports/content-store'
import { openContentFolder } from '../../adapters/stores/contents/open-content-folder'
import { testContentStoreContract } from './content-store-contract'

/** What one process stores or removes, another one reads. */
const writtenByOneReadByOther = (one: ContentStore, other: ContentStore): ContentStore => ({
  ...{ put: one.put, remove: one.remove },
  ...{ read: other.read, has: other.has, list: other.list },
})

testContentStoreContract('in a folder that two processes share', () => {
  const above = mkdtempSync(path.join(tmpdir(), 'contents-'))
  const open = () => openContentFolder(path.join(above, 'footage'))
  return {
    store: writtenByOneReadByOther(open(), open()),
    close: () => rmSync(above, { recursive: true }),
  }
})
