import { staffUser } from '../../adapters/interfaces/http/with-http-server'
import { levyFee } from '../../promises/lending-steps'
import { asAdministrator, asStaff, feesOf, feeToCollect, pay, withCollector } from './collection-steps'

const die = { reason: 'D', note: null }

describe('a debt of a borrower who has died', () => {
  it(
    'is not passed on for collection, and stands on the list of estates',
    withCollector(async (library) => {
      const { borrower, fee } = await feeToCollect(library)
      expect((await asStaff(library, `/borrowers/${borrower}/blocks`, die)).status).toBeLessThan(300)
      expect((await asAdministrator(library, '/collection-files')).body.type).toContain('nothing-to-collect')
      const { estates } = (await library.send('GET', '/estates', { as: staffUser })).body
      expect(estates).toMatchObject([{ borrower, fees: [{ fee }] }])
    }),
  )

  it(
    'is in no later file, although it was in one that nobody handed out',
    withCollector(async (library) => {
      const { borrower } = await feeToCollect(library)
      expect((await asAdministrator(library, '/collection-files')).status).toBe(201)
      await asStaff(library, `/borrowers/${borrower}/blocks`, die)
      expect((await asAdministrator(library, '/collection-files')).body.type).toContain('nothing-to-collect')
    }),
  )

  it(
    'stays in the file until staff take it back, as the list of estates says, and then the estate pays it here',
    withCollector(async (library) => {
      const { borrower, fee } = await feeToCollect(library)
      await asAdministrator(library, '/collection-files')
      await asStaff(library, `/borrowers/${borrower}/blocks`, die)
      const feesOfEstates = async () => (await library.send('GET', '/estates', { as: staffUser })).body.estates[0].fees
      expect(await feesOfEstates()).toMatchObject([{ fee, collection: 'selected' }])
      expect((await pay(library, borrower)).body.type).toContain('fee-is-passed-on')
      await asStaff(library, `/fees/${fee}/collection-recall`, { reason: 'Dødsbo' })
      expect(await feesOfEstates()).toMatchObject([{ fee, collection: 'none' }])
      expect((await pay(library, borrower)).status).toBe(201)
    }),
  )

  it(
    'gets no notice before collection: the request is refused by name',
    withCollector(async (library) => {
      const { borrower, fee } = await levyFee(library)
      await asStaff(library, `/borrowers/${borrower}/blocks`, die)
      const refused = await asStaff(library, `/fees/${fee}/collection-notice`)
      expect([refused.status, refused.body.type]).toEqual([409, expect.stringContaining('estate-is-not-collected')])
      expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'none' }])
    }),
  )
})
