import { createMemoryContentStore } from '../../adapters/stores/contents/memory-content-store'
import { testContentStoreContract } from './content-store-contract'

testContentStoreContract('in memory', () => ({ store: createMemoryContentStore(), close: () => undefined }))
