import { takeNoContent } from '../../../../adapters/stores/contents/take-no-content'
import { createMemoryContentStore } from '../../../../adapters/stores/contents/memory-content-store'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { recordVideo, sendVideo } from './video-steps'
import { dutyOfficerUser, withHttpServer } from './with-http-server'

describe('a library on servers without a folder that its processes share', () => {
  it('refuses the content of a recording in words that name the variable, and says that nothing is stored', () =>
    withHttpServer(
      async (library) => {
        await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
        const footage = await recordVideo(library)
        const refused = await sendVideo(library, footage)
        expect([refused.status, refused.body.type]).toEqual([503, 'urn:glemsom:problem:content-store-is-not-shared'])
        expect(refused.body.title + refused.body.detail).toMatch(/FOOTAGE.*Intet er gemt|FOOTAGE.*Nothing is stored/)
        const { isStored } = (await library.send('GET', `/video/recordings/${footage}`, { as: dutyOfficerUser })).body
        expect(isStored).toBe(false)
      },
      undefined,
      { footageStore: takeNoContent(createMemoryContentStore()) },
    ))
})
