import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findNamedFolderProblem } from '../../../adapters/composition/find-named-folder-problem'

const root = mkdtempSync(path.join(tmpdir(), 'places-'))
afterAll(() => rmSync(root, { recursive: true }))

const file = path.join(root, 'a-file')
writeFileSync(file, '')

const command = { data: path.join(root, 'data') }

describe('the folders that the environment names', () => {
  it('are no problem when they are there, can be made, or are not named', () => {
    const escrow = path.join(root, 'new', 'newer')
    expect(findNamedFolderProblem({ RING: root, ESCROW: escrow, RECEIPTS: '' }, command)).toBeUndefined()
    expect(readdirSync(root)).toEqual(['a-file'])
  })

  it.each(['RING', 'ESCROW', 'RING_COPY', 'RECEIPTS', 'HEADS'])(
    'are named by their variable when one is a file: %s',
    (name) => {
      expect(findNamedFolderProblem({ [name]: file }, command)).toBe(
        `${name} is ${file}, and that is a file: name a folder.`,
      )
      const within = path.join(file, 'ring')
      expect(findNamedFolderProblem({ [name]: within }, command)).toBe(
        `${name} is ${within}, and ${file} is a file: name a folder.`,
      )
    },
  )

  it.each(['RING', 'ESCROW', 'RING_COPY', 'RECEIPTS', 'HEADS'])(
    'are named with path and reason when one cannot be made: %s',
    (name) => {
      expect(findNamedFolderProblem({ [name]: '/proc/ring' }, command)).toMatch(
        new RegExp(
          `^${name} is /proc/ring: there is no such folder, and this user cannot make it in /proc: .+\\. Make it`,
        ),
      )
    },
  )

  it.each(['ESCROW', 'RING_COPY', 'RECEIPTS', 'HEADS'])(
    'are named with path and reason when one is there and cannot be written: %s',
    (name) => {
      expect(findNamedFolderProblem({ [name]: '/proc' }, command)).toMatch(
        new RegExp(`^${name} is /proc, and nothing can be written in that folder: .+\\. Let this user write there`),
      )
    },
  )

  it('are used as they are when the ring is there and cannot be written', () => {
    expect(findNamedFolderProblem({ RING: '/proc' }, command)).toBeUndefined()
  })

  it('are named by the option --ring, which counts before the variable', () => {
    expect(findNamedFolderProblem({ RING: file }, { ...command, ring: root })).toBeUndefined()
    expect(findNamedFolderProblem({ RING: root }, { ...command, ring: file })).toContain(`--ring is ${file}`)
  })

  it.each(['ESCROW', 'RING_COPY'])('are refused when one is the ring itself, also by another path: %s', (name) => {
    const [ring, link] = [path.join(root, 'ring'), path.join(root, `link-${name}`)]
    symlinkSync(root, link)
    const says = `${name} is ${path.join(link, 'ring')}, which is the folder of the ring itself: name another one.`
    expect(findNamedFolderProblem({ RING: ring, [name]: path.join(link, 'ring') }, command)).toBe(says)
    rmSync(link)
    const ofData = path.join(command.data, 'ring')
    expect(findNamedFolderProblem({ [name]: ofData }, command)).toContain(
      `${name} is ${ofData}, which is the folder of the ring`,
    )
  })

  it('are refused when escrow and copy are one', () => {
    expect(findNamedFolderProblem({ ESCROW: root, RING_COPY: `${root}/` }, command)).toContain(
      'each needs one of its own',
    )
  })
})
