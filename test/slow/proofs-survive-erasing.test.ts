import { proofsSurviveErasingSuite } from '../e2e/proofs-survive-erasing-suite'

describe('after a tenth of the loans is erased', () => {
  proofsSurviveErasingSuite(100_000, 20)
})
