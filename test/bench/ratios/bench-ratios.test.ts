import { mkdirSync } from 'node:fs'
import { withTemporaryFolder } from '../../fixtures/running-library'
import { findLowRatio } from './check-ratio'
import { referenceNodeVersion, referenceRatios } from './reference-ratios'
import { shortForm, type MeasureRatio } from './short-form'

/** PRINT_RATIOS=1 prints each ratio, to find references. */
const printRatio = (name: string, ratio: number): void => {
  if (process.env['PRINT_RATIOS'] !== undefined) process.stderr.write(`${name} ${ratio.toPrecision(3)}\n`)
}

const measureInNewFolder =
  (name: string, measure: MeasureRatio) =>
  (rounds: number): ReturnType<MeasureRatio> =>
    withTemporaryFolder(async (folder) => {
      mkdirSync(folder)
      const measured = await measure(folder, rounds)
      printRatio(name, measured.ratio)
      return measured
    })

/** Other versions of Node.js spend their time elsewhere: 24 takes much longer for ciphers, for example. */
const hasReferences = process.versions.node.startsWith(`${referenceNodeVersion}.`)
const benchesToCheck = hasReferences ? Object.entries(shortForm) : []

describe('the CPU time of a bench beside that of the bare library', () => {
  it('has a reference for each bench', () => {
    expect(Object.keys(referenceRatios)).toEqual(Object.keys(shortForm))
  })

  for (const [name, measure] of benchesToCheck)
    it(`has not risen by half: ${name}`, async () => {
      const reference = referenceRatios[name] ?? Infinity
      expect(await findLowRatio(name, reference, measureInNewFolder(name, measure))).toBeUndefined()
    })
})
