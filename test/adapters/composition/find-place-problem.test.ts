import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findPlaceProblem } from '../../../adapters/composition/find-place-problem'

const root = mkdtempSync(path.join(tmpdir(), 'places-'))
afterAll(() => rmSync(root, { recursive: true }))

const file = path.join(root, 'a-file')
writeFileSync(file, '')

describe('the folders that the environment names', () => {
  it('are no problem when they are there, can be made, or are not named', () => {
    expect(findPlaceProblem({ RING: root, ESCROW: path.join(root, 'new', 'newer'), RECEIPTS: '' })).toBeUndefined()
  })

  it.each(['RING', 'ESCROW', 'RING_COPY', 'RECEIPTS'])('are named by their variable when one is a file: %s', (name) => {
    expect(findPlaceProblem({ [name]: file })).toBe(`${name} is ${file}, and that is a file: name a folder.`)
    const within = path.join(file, 'ring')
    expect(findPlaceProblem({ [name]: within })).toBe(`${name} is ${within}, and ${file} is a file: name a folder.`)
  })
})
