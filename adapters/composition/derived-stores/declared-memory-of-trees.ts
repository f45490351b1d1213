import { notErasedAsNobodyIsNamed, type DeclaredMemoryStore } from '../../../retention/derived-stores/derived-store'

const trees = 'adapters/stores/eventstore/trees'

/** What the thread of the trees holds in memory. */
export const declaredMemoryOfTrees: ReadonlyArray<DeclaredMemoryStore> = [
  {
    name: 'right edges of the trees of the logs',
    kind: 'cache',
    holds: 'hashes, sizes and positions',
    erasure: notErasedAsNobodyIsNamed,
    variables: [`${trees}/tree-operations.ts#trees`, `${trees}/tree-thread.ts#readers`],
  },
]
