import { proofsSurviveErasingSuite } from './proofs-survive-erasing-suite'

describe('after a tenth of the loans is erased', () => {
  proofsSurviveErasingSuite(2000, 11)
})
