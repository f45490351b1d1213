import type { NoteStoredFootage } from '../../../domain/footage/commands/note-stored-footage'
import type { RecordFootage } from '../../../domain/footage/commands/record-footage'
import { FootageRecorded } from '../../../domain/footage/events/footage-recorded'
import { FootageStored } from '../../../domain/footage/events/footage-stored'
import { footageDecider } from '../../../domain/footage/footage-decider'
import type { CameraId, FootageId } from '../../../domain/values/ids'
import { instantOfTime } from '../../../domain/values/instant'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { day, mainBranch as branch } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const footage = numberedUuid(1) as FootageId
const camera = 'indgang' as CameraId
const past = given(footageDecider)
const onMonday = instantOfTime(day('2026-03-02'))

const record = (from: string, until: string, now = instantOfTime(day('2026-03-03'))('08:00')): RecordFootage => ({
  ...{ type: 'RecordFootage', footage, branch, camera, from: onMonday(from), until: onMonday(until), now },
})
const wasRecorded = FootageRecorded(
  { footage, branch, camera, day: day('2026-03-02') },
  { footage: { from: onMonday('10:00'), until: onMonday('18:00') } },
)
const facts = { videoType: 'video/mp4', size: 1000, digest: '0f' } as const
const note: NoteStoredFootage = { type: 'NoteStoredFootage', footage, ...facts }
const wasStored = FootageStored({ footage }, { footage: facts })

describe('a recording of a camera', () => {
  it('says openly which camera recorded on which day, and not at what time', () => {
    past().when(record('10:00', '18:00')).thenHappens(wasRecorded)
    expect(wasRecorded.open).toEqual({ footage, branch, camera, day: '2026-03-02' })
  })

  it('is of one day: it may last until midnight, and not longer', () => {
    expect(past().when(record('00:00', '24:00')).events()).toHaveLength(1)
    const until = instantOfTime(day('2026-03-03'))('00:01')
    past()
      .when({ ...record('10:00', '18:00'), until })
      .thenRefused({ _tag: 'PeriodSpansDays' })
  })

  it('begins before it ends, and has happened', () => {
    past().when(record('10:00', '10:00')).thenRefused({ _tag: 'PeriodIsEmpty' })
    past()
      .when(record('10:00', '18:00', onMonday('17:59')))
      .thenRefused({ _tag: 'PeriodIsInFuture' })
  })

  it('is registered until the last day on which it is kept, the 29th after its own', () => {
    const onDay = (text: string) => record('10:00', '18:00', instantOfTime(day(text))('12:00'))
    expect(past().when(onDay('2026-03-31')).events()).toHaveLength(1)
    past().when(onDay('2026-04-01')).thenRefused({ _tag: 'FootageIsTooOld' })
  })

  it('is registered once, and gets its content once', () => {
    past(wasRecorded).when(record('10:00', '18:00')).thenRefused({ _tag: 'FootageIsRecordedAlready' })
    past().when(note).thenRefused({ _tag: 'FootageIsUnknown' })
    past(wasRecorded).when(note).thenHappens(wasStored)
    past(wasRecorded, wasStored).when(note).thenRefused({ _tag: 'FootageIsStoredAlready' })
  })

  it('gets no content once it is erased', () => {
    past(...withScopesErased(new Set([footage]))([wasRecorded, wasStored]))
      .when(note)
      .thenRefused({ _tag: 'FootageIsErased' })
  })
})
