import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import { hashLeaf } from '../../../retention/transparency/tree/hashes'
import { proveConsistency, proveInclusion, type Proof } from '../../../retention/transparency/tree/proofs'
import { rootOfTree } from '../../../retention/transparency/tree/subtree-hash'
import { verifyConsistency } from '../../../retention/transparency/tree/verify-consistency'
import { verifyInclusion } from '../../../retention/transparency/tree/verify-inclusion'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { leafRecords, treeOf } from './tree-under-test'

const records = leafRecords(1200)
const { readTile } = treeOf(records)
const headOf = (size: number) => ({ size, root: rootOfTree(readTile)(size) })
const leafOf = (index: number) => ({ index, hash: hashLeaf(records[index] as string) })
const inclusionOf = (index: number, size: number): Proof => rightOrThrow(proveInclusion(readTile)(index, size))
const consistencyOf = (smaller: number, size: number): Proof => rightOrThrow(proveConsistency(readTile)(smaller, size))
const hex = (proof: Proof): ReadonlyArray<string> => proof.map((hash) => Buffer.from(hash).toString('hex'))

/** The same bytes but for one bit. */
const flipped = (hash: Uint8Array, bit: number): Uint8Array => {
  const copy = Buffer.from(hash)
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7))
  return copy
}

/** Every proof that differs in one hash, or in its length. */
const alterationsOf = (proof: Proof, bit: number): ReadonlyArray<Proof> => [
  ...proof.map((hash, at) => proof.with(at, flipped(hash, bit))),
  ...proof.map((_, at) => proof.toSpliced(at, 1)),
  [...proof, hashLeaf('one more')],
  [hashLeaf('one more'), ...proof],
]

const arbitraryBit = fc.nat(255)
/** Two numbers, the first of which is at most the second. */
const arbitraryPair = fc
  .integer({ min: 1, max: records.length })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)))

describe('the proof that a leaf is in a tree', () => {
  it('is the one that was drawn by hand for three leaves: the other two, from below', () => {
    expect(hex(inclusionOf(0, 3))).toEqual(hex([hashLeaf('leaf 1'), hashLeaf('leaf 2')]))
    expect(inclusionOf(0, 1)).toEqual([])
  })

  it('verifies for every leaf of every tree', () => {
    fc.assert(
      fc.property(arbitraryPair, ([index, size]) => {
        fc.pre(index < size)
        expect(verifyInclusion(headOf(size))(leafOf(index), inclusionOf(index, size))).toBe(true)
      }),
    )
    for (let size = 1; size <= 40; size++)
      for (let index = 0; index < size; index++)
        expect(verifyInclusion(headOf(size))(leafOf(index), inclusionOf(index, size))).toBe(true)
  })

  it('fails for another proof, leaf, place, size or root', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryBit, fc.nat(records.length - 1), ([index, size], bit, other) => {
        fc.pre(index < size && other !== index)
        const head = headOf(size)
        const leaf = leafOf(index)
        const proof = inclusionOf(index, size)
        for (const altered of alterationsOf(proof, bit)) expect(verifyInclusion(head)(leaf, altered)).toBe(false)
        expect(verifyInclusion(head)({ ...leaf, hash: flipped(leaf.hash, bit) }, proof)).toBe(false)
        expect(verifyInclusion(head)({ ...leaf, index: other }, proof)).toBe(false)
        expect(verifyInclusion({ ...head, root: flipped(head.root, bit) })(leaf, proof)).toBe(false)
        expect(verifyInclusion({ size: index, root: head.root })(leaf, proof)).toBe(false)
      }),
    )
  })

  it('does not exist for a leaf that is not in the tree', () => {
    for (const [index, size] of [
      [3, 3],
      [0, 0],
      [-1, 3],
      [0.5, 3],
    ] as const)
      // prettier-ignore
      expect(proveInclusion(readTile)(index, size)).toEqual(E.left({ _tag: 'OutsideTree' }))
  })
})

describe('the proof that a tree begins with a smaller one', () => {
  it('is the one that was drawn by hand for three leaves', () => {
    const [b, c] = [hashLeaf('leaf 1'), hashLeaf('leaf 2')]
    expect(hex(consistencyOf(1, 3))).toEqual(hex([b, c]))
    expect(hex(consistencyOf(2, 3))).toEqual(hex([c]))
    expect([consistencyOf(3, 3), consistencyOf(0, 3)]).toEqual([[], []])
  })

  it('verifies for every two sizes of a tree', () => {
    fc.assert(
      fc.property(arbitraryPair, ([smaller, size]) => {
        expect(verifyConsistency(headOf(smaller), headOf(size))(consistencyOf(smaller, size))).toBe(true)
      }),
    )
    for (let size = 0; size <= 40; size++)
      for (let smaller = 0; smaller <= size; smaller++)
        expect(verifyConsistency(headOf(smaller), headOf(size))(consistencyOf(smaller, size))).toBe(true)
  })

  it('fails for another proof or root', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryBit, ([smaller, size], bit) => {
        const [first, second] = [headOf(smaller), headOf(size)]
        const proof = consistencyOf(smaller, size)
        for (const altered of alterationsOf(proof, bit)) expect(verifyConsistency(first, second)(altered)).toBe(false)
        const otherFirst = { size: smaller, root: flipped(first.root, bit) }
        const otherSecond = { size, root: flipped(second.root, bit) }
        expect(verifyConsistency(otherFirst, second)(proof)).toBe(false)
        // The empty tree tells nothing of a larger one.
        expect(verifyConsistency(first, otherSecond)(proof)).toBe(smaller === 0)
      }),
    )
  })

  it('fails when a leaf of the smaller tree was changed, removed, added or moved since', () => {
    const changes: ReadonlyArray<(all: ReadonlyArray<string>) => ReadonlyArray<string>> = [
      (all) => all.with(3, 'another leaf'),
      (all) => all.toSpliced(3, 1),
      (all) => all.toSpliced(3, 0, 'one more leaf'),
      (all) => all.with(3, all[4] as string).with(4, all[3] as string),
    ]
    for (const change of changes) {
      const changed = treeOf(change(records))
      const size = changed.edge.size
      const head = { size, root: rootOfTree(changed.readTile)(size) }
      const proof = rightOrThrow(proveConsistency(changed.readTile)(900, size))
      expect(verifyConsistency(headOf(900), head)(proof)).toBe(false)
    }
  })

  it('does not exist from a larger tree to a smaller one', () => {
    expect(proveConsistency(readTile)(4, 3)).toEqual(E.left({ _tag: 'OutsideTree' }))
    expect(verifyConsistency(headOf(4), headOf(3))([])).toBe(false)
  })
})
