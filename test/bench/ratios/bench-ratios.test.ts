import { mkdirSync } from 'node:fs'
import { withTemporaryFolder } from '../../fixtures/running-library'
import { findLowRatio } from './check-ratio'
import { referenceRatios } from './reference-ratios'
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

describe('the CPU time of a bench beside that of the bare library', () => {
  it('has a reference for each bench', () => {
    expect(Object.keys(referenceRatios)).toEqual(Object.keys(shortForm))
  })

  it.each(Object.entries(shortForm))(
    'has not risen by half: %s',
    async (name, measure) => {
      const reference = referenceRatios[name] ?? Infinity
      expect(await findLowRatio(name, reference, measureInNewFolder(name, measure))).toBeUndefined()
    },
    120_000,
  )
})
