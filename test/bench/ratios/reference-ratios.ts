/**
 * Ratios of the short form: the CPU time of the bare library to that of Glemsom for the same work, on a quiet machine with
 * two cores and Node 26. The median of several runs of `npx jest --config .config/jest.mjs test/bench` with
 * PRINT_RATIOS=1. Write a new figure here when a change makes a bench faster; a change that makes one slower by a third
 * fails the test.
 */
export const referenceRatios: Readonly<Record<string, number>> = {
  B1: 0.2,
  B2: 0.2,
  B3: 0.2,
  B4: 0.2,
  B5: 0.05,
  'B6 living': 0.01,
  'B6 erased': 0.05,
  B7: 0.005,
  B10: 0.005,
}
