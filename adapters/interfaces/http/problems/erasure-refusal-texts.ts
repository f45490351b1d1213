import { isShownObstacle, type ErasureObstacle } from '../../../../domain/policy/borrower-obligations'
import { httpProblemText, type ProblemText } from './http-problem-text'

const mustEndFirst = httpProblemText(
  409,
  'Låneren kan ikke slettes, før alt er afleveret og betalt, og intet slettestop gælder.',
  'The borrower can be erased only when everything is returned and paid, and no legal hold stands.',
)

const askTheLibrary = httpProblemText(
  409,
  'Låneren kan ikke slettes på denne anmodning nu. Spørg biblioteket eller databeskyttelsesrådgiveren, som svarer inden en måned: hvordan, står nederst på hver af bibliotekets sider.',
  'The borrower cannot be erased on this request now. Ask the library or the data protection officer, who answer within a month: how to reach them stands at the foot of each page of the library.',
)

/**
 * Why a borrower cannot be erased. Where no obstacle is shown, a text that names conditions would tell by what is left that
 * a legal hold stands: the text says whom to ask.
 */
export const erasureRefusalText = (obstacles: ReadonlyArray<ErasureObstacle>): ProblemText =>
  obstacles.some(isShownObstacle) ? mustEndFirst : askTheLibrary
