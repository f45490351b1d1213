/**
 * Whether a case depends on when staff withdrew a copy or set it aside, which the test does not know. Such cases are left
 * out of the comparison; the tests of the domain have them.
 */
export const dependsOnDayOfStaffAction = (against: string): boolean =>
  against === 'copySetAsideForAnother' || against.split(' ').includes('copyWithdrawn')
