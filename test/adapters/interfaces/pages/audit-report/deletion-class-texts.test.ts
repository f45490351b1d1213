import { scopeClasses } from '../../../../../domain/event/scope-class'
import { deletionClasses } from '../../../../../retention/classes/deletion-classes'
import { legalBasisText } from '../../../../../adapters/interfaces/pages/audit-report/deletion-class-texts'
import { reportLanguage } from '../../../../../adapters/interfaces/pages/audit-report/report-language'

const danish = reportLanguage('da')

/** What a legal basis may consist of in Danish: articles, paragraphs, letters, and the Danish names of laws and reasons. */
const danishWords =
  /^(GDPR|artikel|stk|litra|og|[a-f]|c|udlån|efter|biblioteksloven|gebyrer|databeskyttelseslovens|tv|overvågningslovens|ansvarlighed|statistik|samtykke|at|det|trækkes|tilbage|berigtigelse|sikkerhed|hjemmesidens|CPR|nummer)$/

describe('the legal bases of deletion classes in Danish', () => {
  it('have no English word left', () => {
    const words = scopeClasses.flatMap((name) =>
      legalBasisText(danish, deletionClasses[name].legalBasis).match(/[\p{L}]+/gu),
    )
    expect([...new Set(words)].filter((word) => !danishWords.test(word ?? ''))).toEqual([])
  })

  it('name article, paragraph and letter as Danish lawyers do', () => {
    expect(legalBasisText(danish, deletionClasses.loan.legalBasis)).toBe(
      'GDPR artikel 6, stk. 1, litra e (udlån efter biblioteksloven); artikel 5, stk. 1, litra e',
    )
    expect(legalBasisText(danish, deletionClasses.contact.legalBasis)).toContain('artikel 5, stk. 1, litra d og e')
  })
})
