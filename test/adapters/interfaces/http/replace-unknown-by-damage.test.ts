import { replaceUnknownByDamage } from '../../../../adapters/interfaces/http/problems/replace-unknown-by-damage'
import type { HttpFailure } from '../../../../adapters/interfaces/http/problems/http-failure'
import { failureAboutBodyMember } from '../../../../adapters/interfaces/http/problems/failure-about-body-member'
import { commandRefused } from '../../../../domain/command-handling/command-error'
import type { StreamName } from '../../../../domain/event/stream'
import { day } from '../../../fixtures/example-library'

const at = { log: 'circulation', stream: 'copy-3274626533' as StreamName, revision: 4 } as const
const answerOf = replaceUnknownByDamage([{ ...at, reason: 'the tag does not match' }], {
  params: {},
  body: { copy: '3274626533' },
})

describe('a request that names a copy with a damaged event', () => {
  it('is answered with the damage when the library does not know the copy because of it', () => {
    const unknown = failureAboutBodyMember('copy', commandRefused({ _tag: 'CopyIsUnknown' }))
    expect(answerOf(unknown)).toEqual({ _tag: 'Corrupt', reason: 'the tag does not match', at })
  })

  it('is answered with what is wrong when another member of its body is refused', () => {
    const tooLate: HttpFailure = failureAboutBodyMember('actedAt', {
      ...{ _tag: 'TooLate', actedOn: day('2026-01-01'), earliest: day('2026-01-05') },
    })
    expect(answerOf(tooLate)).toBe(tooLate)
  })
})
