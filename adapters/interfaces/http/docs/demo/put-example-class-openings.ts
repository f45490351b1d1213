import type { ClassOpening } from '../../../../../domain/access/class-opening'
import type { ShortTermKind } from '../../../../../domain/ports/short-term-store'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { RequestExamples } from '../../openapi/request-example'

/** The ids of the openings of classes in the examples: one waits for its approval, and one is approved. */
export const exampleClassOpenings = {
  waiting: '3d9f1c52-6a0e-4b7d-8c21-5e4f0a9b7d61',
  approved: '8b2e7d04-1f3c-4a96-b5d8-0c6e2f9a4b73',
} as const

const { waiting, approved } = exampleClassOpenings

const hourMs = 3_600_000

const put = async (
  { shortTerm }: Pick<RunningLibrary, 'shortTerm'>,
  kind: ShortTermKind,
  id: string,
  opening: ClassOpening,
): Promise<void> => {
  await shortTerm.put({ kind, id, subject: null, lastsMs: 24 * hourMs, value: JSON.stringify(opening) })()
}

const request = { class: 'loan', reason: 'Stikprøve, årlig revision', hours: 2 } as const

/** Puts the openings of classes that examples name into the short-term store of a demo library. */
export const putExampleClassOpenings = async (library: Pick<RunningLibrary, 'shortTerm'>): Promise<void> => {
  const byAuditor = { role: 'auditor', subject: 'demo-auditor', approvedBy: null } as const
  const byAdministrator = {
    role: 'administrator',
    subject: 'demo-administrator',
    approvedBy: 'demo-colleague',
  } as const
  await put(library, 'request to open a class', waiting, { ...request, ...byAuditor })
  await put(library, 'opening of a class', approved, { ...request, ...byAdministrator })
}

/** Examples of openings of classes in the demo library. */
export const classOpeningExamples = (copy: string): RequestExamples => ({
  requestClassOpening: { body: request },
  readClassOpening: { parameters: { opening: waiting } },
  approveClassOpening: { parameters: { opening: waiting } },
  replayUnderOpening: { parameters: { opening: approved }, body: { subject: 'copy', id: copy } },
})
