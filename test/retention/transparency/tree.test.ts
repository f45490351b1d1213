import fc from 'fast-check'
import { hashChildren, hashLeaf, rootOfEmptyTree } from '../../../retention/transparency/tree/hashes'
import { rootOfTree } from '../../../retention/transparency/tree/subtree-hash'
import { widthOfTile } from '../../../retention/transparency/tree/tile'
import { leafRecords, rootByDefinition, treeOf } from './tree-under-test'

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')
const rootOf = (records: ReadonlyArray<string>): string => hex(rootOfTree(treeOf(records).readTile)(records.length))

// Computed with `printf '\x00a' | sha256sum`, and so on.
const ofEmptyTree = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const ofA = '022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c'
const ofB = '57eb35615d47f34ec714cacdf5fd74608a5e8e102724e80b24b287c0c27b6a31'
const ofAB = 'b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb'
const ofABC = '36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1'

describe('the tree of a log', () => {
  it('has the roots that were computed by hand', () => {
    expect(hex(rootOfEmptyTree)).toBe(ofEmptyTree)
    expect(hex(hashLeaf(''))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(hex(hashLeaf('a'))).toBe(ofA)
    expect(hex(hashChildren(Buffer.from(ofA, 'hex'), Buffer.from(ofB, 'hex')))).toBe(ofAB)
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(rootOf)).toEqual([ofEmptyTree, ofA, ofAB, ofABC])
  })

  it('hashes text and its bytes alike', () => {
    expect(hashLeaf('Æblets æra')).toEqual(hashLeaf(Buffer.from('Æblets æra', 'utf8')))
  })

  it('has at each size the root of its first leaves computed whole, in whatever batches they came', () => {
    const arbitrarySize = fc.integer({ min: 1, max: 1500 })
    const arbitraryBatches = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        arbitrarySize,
        fc.double({ min: 0, max: 1, noNaN: true }),
        arbitraryBatches,
        (size, part, batches) => {
          const records = leafRecords(size)
          const { readTile, edge } = treeOf(records, batches)
          const smaller = Math.floor(size * part)
          expect(edge.size).toBe(size)
          expect(hex(rootOfTree(readTile)(smaller))).toBe(hex(rootByDefinition(records.slice(0, smaller))))
          expect(hex(rootOfTree(readTile)(size))).toBe(hex(rootByDefinition(records)))
        },
      ),
    )
  })

  it('of 70,000 leaves consists of the tiles that the specification names', () => {
    const records = leafRecords(70_000)
    const { readTile, edge } = treeOf(records)
    expect(edge.partialTiles.map(({ length }) => length / 32)).toEqual([112, 17, 1])
    expect(readTile(0, 272)).toHaveLength(8192)
    expect(readTile(1, 0)).toHaveLength(8192)
    expect(hex(rootOfTree(readTile)(70_000))).toBe(hex(rootByDefinition(records)))
    const widths = [0, 1, 2].map((level) => [0, 1, 272, 273].map((index) => widthOfTile(70_000, { level, index })))
    expect(widths).toEqual([
      [256, 256, 256, 112],
      [256, 17, 0, 0],
      [1, 0, 0, 0],
    ])
  })
})
