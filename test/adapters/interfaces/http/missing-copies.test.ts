import { acquireCopyByHttp, testBranch } from './http-steps'
import { otherBranch, scan, withStaff } from './staff-steps'
import { staffUser, type Json } from './with-http-server'

describe('the list of missing copies', () => {
  it(
    'is sorted by branch, and by shelf mark in Danish order, in pages of any size, until a copy is scanned',
    withStaff(async (library, staff) => {
      const places = [
        [otherBranch, '32.6'],
        [testBranch, 'Åberg'],
        [testBranch, undefined],
        [otherBranch, '32.15'],
        [testBranch, 'Zola'],
        [testBranch, 'Zola'],
      ] as const
      for (const [branch, shelfMark] of places) {
        const copy = await acquireCopyByHttp(library, { branch, ...(shelfMark && { shelfMark }) })
        await staff.post(`/copies/${copy}/missing`)
      }
      await acquireCopyByHttp(library, { shelfMark: 'Zola' })
      const whole = await staff.read('/missing-copies')
      expect(whole.copies.map(({ branch, shelfMark }: Json) => [branch, shelfMark])).toEqual([
        ...[
          [testBranch, 'Zola'],
          [testBranch, 'Zola'],
          [testBranch, 'Åberg'],
          [testBranch, null],
        ],
        ...[
          [otherBranch, '32.15'],
          [otherBranch, '32.6'],
        ],
      ])
      const readPages = async (limit: number): Promise<ReadonlyArray<Json>> => {
        const copies: Json[] = []
        let cursor = ''
        for (let next: string | null = ''; next !== null; cursor = `&cursor=${String(next)}`) {
          const { body } = await library.send('GET', `/missing-copies?limit=${String(limit)}${cursor}`, {
            as: staffUser,
          })
          copies.push(...body.copies)
          next = body.next
        }
        return copies
      }
      for (const limit of [1, 2, 4, 5, 6]) expect(await readPages(limit)).toEqual(whole.copies)
      await scan(staff, whole.copies[0].copy)
      expect((await staff.read('/missing-copies')).copies).toEqual(whole.copies.slice(1))
    }),
  )
})
