/** The major version of Node.js with which the references were measured. Other versions are not checked. */
export const referenceNodeVersion = '26'

/**
 * Ratios of the short form: the CPU time of the bare library to that of Glemsom for the same work, on a machine with two
 * cores and Node 26. The median of several runs of `npx jest --config .config/jest.mjs test/bench` with
 * PRINT_RATIOS=1. Write a new figure here when a change makes a bench faster; a change that makes one slower by a third
 * fails the test.
 */
export const referenceRatios: Readonly<Record<string, number>> = {
  B1: 0.23,
  B2: 0.21,
  B3: 0.33,
  B4: 0.76,
  B5: 0.064,
  'B6 living': 0.017,
  'B6 erased': 0.048,
  B7: 0.035,
  B10: 0.0087,
}
