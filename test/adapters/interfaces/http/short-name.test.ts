import { shortName } from '../../../../adapters/interfaces/http/resources/borrowers/short-name'

describe('the name of a borrower at lending', () => {
  it.each([
    ['Anna Berg', 'Anna B.'],
    ['Sofie Marie  Forsinket', 'Sofie M. F.'],
    ['Anna-Lise Ørsted', 'Anna-Lise Ø.'],
    ['Bo', 'Bo'],
    ['', ''],
  ])('of %s is %s', (name, short) => expect(shortName(name)).toBe(short))
})
