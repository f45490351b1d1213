import { existsSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { writeRejectsOfInterrupted, type ImportProblem } from '../../../../adapters/imports/csv/rejects-of-import'
import { withFile } from './read-test-file'

describe('an import that is interrupted', () => {
  const problem: ImportProblem = { kind: 'unavailable', message: 'The import stopped (the disk is full).' }
  const interrupted = (file: string, rejects: string) => writeRejectsOfInterrupted({ file, rejects }, [])(problem)()

  it('fails with its problem, and leaves the rejects', () =>
    withFile('', async (file) => {
      const rejects = `${file}.rejects.csv`
      expect(await interrupted(file, rejects)).toEqual(E.left(problem))
      expect(existsSync(rejects)).toBe(true)
    }))

  it('and cannot write its rejects either, says first why it was interrupted, with that exit code', () =>
    withFile('', async (file) => {
      const rejects = path.join(path.dirname(file), 'none', 'rejects.csv')
      const reason = `The rejects file ${rejects} cannot be written: its folder does not exist. Name another one with --rejects.`
      expect(await interrupted(file, rejects)).toEqual(
        E.left({ kind: 'unavailable', message: `${problem.message} ${reason}` }),
      )
    }))
})
