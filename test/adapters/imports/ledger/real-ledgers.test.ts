import { noted } from '../../../forensic/noted-keys'
import { withBeginning } from './cutting'
import { read } from './importing'
import { count } from './independent-count'
import { describeWith, shakespeareAndCompany, strashun } from './ledgers'
import { mappings } from './mappings'
import { headings, rowsOf } from './read-apart'
import { replay } from './replaying'
import { searchOutsideCatalogue } from './searching'

jest.mock('../../../../retention/keys/new-keys', () =>
  jest
    .requireActual<typeof import('../../../forensic/noted-keys')>('../../../forensic/noted-keys')
    .noting(jest.requireActual('../../../../retention/keys/new-keys')),
)

beforeEach(() => void noted.splice(0))

describeWith(shakespeareAndCompany)('Shakespeare and Company', () => {
  it(
    'is replayed for its first two years to what an independent count gives, and forgotten to the day',
    () =>
      withBeginning(shakespeareAndCompany, '1921-11-18', async (file) => {
        const counted = count(rowsOf(file, headings.shakespeare))
        expect(counted).toMatchObject({ rejects: 233, loans: expect.any(Number) })
        expect(counted.loans).toBeGreaterThan(300)
        const search = searchOutsideCatalogue(file, headings.shakespeare)
        const { watch } = await replay(await read(file, mappings.shakespeare), counted, search)
        expect(watch.erased.size).toBeGreaterThan(counted.loans)
      }),
    180_000,
  )
})

describeWith(strashun)('the reading room of the Strashun library', () => {
  it('is replayed for 48 days to what an independent count gives, and forgotten to the day', async () => {
    const counted = count(rowsOf(strashun, headings.strashun))
    expect(counted).toMatchObject({ rows: 2559, loans: 2410, rejects: 149, never: 6, bills: 6 })
    const search = searchOutsideCatalogue(strashun, headings.strashun)
    const { summary } = await replay(await read(strashun, mappings.strashun), counted, search)
    expect(summary.returned).toEqual({ whole: 2404, partly: 0 })
  }, 180_000)
})
