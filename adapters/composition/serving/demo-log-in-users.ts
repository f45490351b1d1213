import { demoCprClaim } from '../../interfaces/demo-log-in/create-demo-log-in'
import type { DemoLogInUser } from '../../interfaces/demo-log-in/demo-log-in-offer'
import { demoUsers, type DemoUser } from '../../interfaces/http/tokens/demo-issuer'
import type { TextInBothLanguages } from '../../../retention/promises/kind-of-data'

type MachineRole = 'machine' | 'videoRecorder'

/** How the page on which somebody chooses a user calls each. Machines do not look at pages. */
const namesByRole: Readonly<Record<Exclude<DemoUser['role'], MachineRole>, TextInBothLanguages>> = {
  borrower: { da: 'En låner', en: 'A borrower' },
  guardian: { da: 'En værge', en: 'A guardian' },
  staff: { da: 'Personale ved skranken', en: 'Staff at the desk' },
  auditor: { da: 'En revisor', en: 'An auditor' },
  administrator: { da: 'En administrator', en: 'An administrator' },
  dutyOfficer: { da: 'Vagten', en: 'The duty officer' },
  videoInvestigator: { da: 'Personale, der er godkendt til optagelser', en: 'Staff approved for recordings' },
}

const toLogInUser = ({ subject, ...claims }: DemoUser): ReadonlyArray<DemoLogInUser> =>
  claims.role === 'machine' || claims.role === 'videoRecorder'
    ? []
    : [{ id: subject, name: namesByRole[claims.role], claims }]

/** Somebody who can register on the website. The CPR number is a replacement number of no day, which belongs to nobody. */
const newcomer: DemoLogInUser = {
  id: 'demo-newcomer',
  name: { da: 'En, der ikke er låner endnu', en: 'Somebody who is not a borrower yet' },
  claims: { [demoCprClaim]: '6205800000' },
}

/** The users of the demo library who can log in on its pages. `ofBorrowers`: those who depend on its data. */
export const demoLogInUsers = (ofBorrowers: ReadonlyArray<DemoUser>): ReadonlyArray<DemoLogInUser> => [
  ...[...ofBorrowers, ...demoUsers].flatMap(toLogInUser),
  newcomer,
]
