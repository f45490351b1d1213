import { branchOfOfflineAct } from '../../../domain/policy/branch-of-offline-act'
import type { Branch } from '../../../domain/policy/branch'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { BranchId } from '../../../domain/values/ids'
import { branchAtHarbour, day, mainBranch } from '../../fixtures/example-library'

const unknown = 'DK-785199' as BranchId
const open: Omit<Branch, 'code'> = {
  ...{ name: { da: 'Bibliotek', en: 'Library' }, address: null, openingHours: null, cameras: [] },
  ...{ openFrom: null, closedFrom: null, takenOverBy: null },
}
const branches: ReadonlyArray<Branch> = [
  { code: mainBranch, ...open },
  { code: branchAtHarbour, ...open, closedFrom: day('2026-01-12'), takenOverBy: mainBranch },
]
const recordedAt = (on: string, sent: BranchId, lastKnown: BranchId) =>
  branchOfOfflineAct({ ...defaultLibraryPolicy, branches }, day(on))(sent, lastKnown)

describe('the branch of an act of an offline machine', () => {
  it.each<[string, string, BranchId, BranchId, object]>([
    ['is the one it sent', '2026-01-11', branchAtHarbour, mainBranch, { branch: branchAtHarbour, isUnknown: false }],
    ['took over from a closed one', '2026-01-12', branchAtHarbour, mainBranch, { branch: mainBranch, isUnknown: true }],
    ['is the last known one', '2026-01-11', unknown, branchAtHarbour, { branch: branchAtHarbour, isUnknown: true }],
    [
      'took over from the last known one',
      '2026-01-12',
      unknown,
      branchAtHarbour,
      { branch: mainBranch, isUnknown: true },
    ],
  ])('%s', (_rule, on, sent, lastKnown, expected) => expect(recordedAt(on, sent, lastKnown)).toEqual(expected))

  it('is any branch in a library that names none', () =>
    expect(branchOfOfflineAct(defaultLibraryPolicy, day('2026-01-11'))(unknown, mainBranch)).toEqual({
      ...{ branch: unknown, isUnknown: false },
    }))
})
