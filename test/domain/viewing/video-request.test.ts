import type { StoredFootage } from '../../../domain/footage/footage-state'
import type { CameraId, FootageId, ViewingId } from '../../../domain/values/ids'
import { instantOfTime } from '../../../domain/values/instant'
import { VideoRequestRefused, VideoRequestRefusedVersion1 } from '../../../domain/viewing/events/video-request-refused'
import type { VideoRequest } from '../../../domain/viewing/video-request'
import { viewingAggregate } from '../../../domain/viewing/viewing-aggregate'
import { ViewerRole } from '../../../domain/viewing/viewing-fields'
import { day, mainBranch as branch } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const viewing = numberedUuid(1) as ViewingId
const camera = 'indgang' as CameraId
const at = instantOfTime(day('2026-03-02'))
const footage: StoredFootage = {
  ...{ _tag: 'Stored', footage: numberedUuid(2) as FootageId, branch, camera, day: day('2026-03-01') },
  ...{ from: at('10:00'), until: at('11:00'), videoType: 'video/mp4', size: 1000, digest: '0f' },
}
const roles = Object.keys(ViewerRole.keys) as ReadonlyArray<ViewerRole>

const requester = (role: ViewerRole) => ({
  ...{ by: 'vagt-1', role, at: at('12:00'), requestedBy: 'Hansen, politiet', reason: 'Tyveri' },
})
const ofPolice = { basis: 'retsplejelovens § 804' }
const requests: Readonly<Record<string, VideoRequest>> = {
  live: { act: 'liveVideo', branch, camera },
  footage: { act: 'footage', footage, caseNumber: '17' },
  copyForPolice: { act: 'copy', footage, caseNumber: '17', isForPolice: true, ...ofPolice, whyRefused: null },
  refusedCopy: { act: 'copy', footage, caseNumber: '17', isForPolice: true, ...ofPolice, whyRefused: 'Ingen sag' },
  copyForOthers: { act: 'copy', footage, caseNumber: '17', isForPolice: false },
}

const decided = (name: keyof typeof requests, role: ViewerRole) => {
  const request = requests[name]!
  const [event, ...more] = given(viewingAggregate)()
    .when({ type: 'DecideVideoRequest', viewing, requester: requester(role), request })
    .events()
  expect(more).toEqual([])
  return event!
}

const rolesGranted = (name: keyof typeof requests): ReadonlyArray<ViewerRole> =>
  roles.filter((role) => decided(name, role).type !== 'VideoRequestRefused')

describe('who may see video', () => {
  it('lets the duty officer alone look at the live picture', () => {
    expect(rolesGranted('live')).toEqual(['dutyOfficer'])
    expect(decided('live', 'dutyOfficer').type).toBe('LiveVideoViewed')
  })

  it('lets approved staff alone open recordings', () => {
    expect(rolesGranted('footage')).toEqual(['videoInvestigator'])
    expect(decided('footage', 'videoInvestigator').type).toBe('FootageViewed')
  })

  it('gives a copy to the police alone, by the duty officer or approved staff', () => {
    expect(rolesGranted('copyForPolice')).toEqual(['dutyOfficer', 'videoInvestigator'])
    expect(decided('copyForPolice', 'dutyOfficer').type).toBe('FootageDisclosed')
    expect(rolesGranted('copyForOthers')).toEqual([])
  })

  it('records what is refused: who asked, for what, and why it was refused', () => {
    expect(decided('live', 'staff').sealed.viewing).toMatchObject({
      value: { ...requester('staff'), act: 'liveVideo', because: 'roleMayNot', branch, camera, footage: null },
    })
    expect(decided('copyForOthers', 'dutyOfficer').sealed.viewing).toMatchObject({
      value: { act: 'copy', because: 'notThePolice', footage: footage.footage, caseNumber: '17' },
    })
  })

  it('lets the duty officer and approved staff refuse the police a copy, and records why and which recording', () => {
    for (const role of ['dutyOfficer', 'videoInvestigator'] as const)
      expect(decided('refusedCopy', role).sealed.viewing).toMatchObject({
        value: {
          ...{ act: 'copy', because: 'noGroundFound', whyRefused: 'Ingen sag', caseNumber: '17', ...ofPolice },
          ...{ footage: footage.footage, branch, camera, from: footage.from, until: footage.until },
        },
      })
    expect(decided('refusedCopy', 'staff').sealed.viewing).toMatchObject({ value: { because: 'roleMayNot' } })
  })

  it('reads a refusal of the first version, which does not say which part of a day was asked for', () => {
    const ofVersion1 = {
      ...{ ...requester('staff'), act: 'copy', because: 'roleMayNot' },
      ...{ branch, camera, footage: footage.footage, caseNumber: '17' },
    }
    expect(VideoRequestRefusedVersion1.sealedCodecs['viewing']?.is(ofVersion1)).toBe(true)
    expect(VideoRequestRefused.upcast?.sealed['viewing']?.(ofVersion1)).toEqual({
      ...{ ...ofVersion1, from: null, until: null, basis: null, whyRefused: null },
    })
  })

  it('says openly the day of a request alone, and decides it once', () => {
    const granted = decided('copyForPolice', 'dutyOfficer')
    expect(granted.open).toEqual({ viewing, day: '2026-03-02' })
    given(viewingAggregate)(granted)
      .when({ type: 'DecideVideoRequest', viewing, requester: requester('dutyOfficer'), request: requests['live']! })
      .thenHappens()
  })
})
