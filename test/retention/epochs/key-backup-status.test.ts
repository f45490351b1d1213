import { keyBackupStatus } from '../../../retention/epochs/key-backup-status'
import type { Day } from '../../../domain/values/day'

const days = (newest: string | undefined, neededSince: string | undefined, today: string, escrowDays = 7) =>
  keyBackupStatus({
    newest: newest as Day | undefined,
    neededSince: neededSince as Day | undefined,
    today: today as Day,
    escrowDays,
  })

describe('the newest backup of the keys', () => {
  it.each([
    ['on the day it was made', '2026-03-01', '2026-03-01', 7, false],
    ['three days later', '2026-03-01', '2026-03-04', 7, false],
    ['four days later', '2026-03-01', '2026-03-05', 7, true],
    ['one day later, with an escrow of one day', '2026-03-01', '2026-03-02', 1, true],
    ['a year later, without an escrow: no backup of keys is of use then', '2026-03-01', '2027-03-01', 0, false],
    ['when its day has not come yet: it counts as none', '2027-01-01', '2026-03-09', 7, true],
  ])('is too old, or not, %s', (_when, newest, today, escrowDays, isTooOld) => {
    expect(days(newest, '2026-02-01', today, escrowDays).isTooOld).toBe(isTooOld)
  })

  it('is needed from half an escrow after the first renewal of the wrapping key on', () => {
    expect(days(undefined, undefined, '2026-03-09')).toEqual({ newest: null, isTooOld: false })
    expect(days(undefined, '2026-03-06', '2026-03-09')).toEqual({ newest: null, isTooOld: false })
    expect(days(undefined, '2026-03-05', '2026-03-09')).toEqual({ newest: null, isTooOld: true })
  })
})
