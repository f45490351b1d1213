import { notErasedAsNobodyIsNamed, type DeclaredMemoryStore } from '../../../retention/derived-stores/derived-store'

const trees = 'adapters/stores/eventstore/trees'

/** What the trees of the logs, and their heads, hold in memory. */
export const declaredMemoryOfTrees: ReadonlyArray<DeclaredMemoryStore> = [
  {
    name: 'right edges of the trees of the logs',
    kind: 'cache',
    holds: 'hashes, sizes and positions',
    erasure: notErasedAsNobodyIsNamed,
    variables: [`${trees}/tree-operations.ts#trees`, `${trees}/tree-thread.ts#readers`],
  },
  {
    name: 'leaves of a log that is verified',
    kind: 'list',
    holds: 'hashes, until the command has ended',
    erasure: notErasedAsNobodyIsNamed,
    variables: ['adapters/processes/transparency/signed-leaves.ts#tiles'],
  },
  {
    name: 'witnesses of the signed heads',
    kind: 'list',
    holds: 'names of witnesses, sizes, times of cosignatures, counts of failed posts, and why there is no cosignature',
    erasure: notErasedAsNobodyIsNamed,
    variables: [
      'adapters/composition/transparency/create-witness-operations.ts#problems',
      'adapters/composition/transparency/create-witness-operations.ts#cosignedSizes',
      'adapters/composition/transparency/create-witness-operations.ts#cosigningTimes',
      'adapters/composition/transparency/create-witness-operations.ts#failedPosts',
    ],
  },
]
