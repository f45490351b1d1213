import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findLowRatio } from './check-ratio'
import { referenceNodeVersion, referenceRatios } from './reference-ratios'
import { shortForm, type MeasureRatio } from './short-form'

/** PRINT_RATIOS=1 prints each ratio, to find references. */
const printRatio = (name: string, ratio: number): void => {
  if (process.env['PRINT_RATIOS'] !== undefined) process.stderr.write(`${name} ${ratio.toPrecision(3)}\n`)
}

/** On the disk of the checkout, for which the references are: temporary files may be in memory. */
const parentFolder = path.join(__dirname, '../../../dist')

const measureInNewFolder =
  (name: string, measure: MeasureRatio) =>
  async (rounds: number): ReturnType<MeasureRatio> => {
    const folder = mkdtempSync(path.join(parentFolder, 'bench-'))
    try {
      const measured = await measure(folder, rounds)
      printRatio(name, measured.ratio)
      return measured
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

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
