import { openingPeriodOf, type Period } from '../../../domain/policy/opening-period'
import { loadStoredFootage } from '../../../domain/use-cases/load-stored-footage'
import { recordFootage } from '../../../domain/use-cases/record-footage'
import { requestVideo } from '../../../domain/use-cases/request-video'
import { storeFootage } from '../../../domain/use-cases/store-footage'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { addDays, type Day } from '../../../domain/values/day'
import type { BranchId, CameraId, FootageId } from '../../../domain/values/ids'
import { addMilliseconds, dayOf, instantOfTime } from '../../../domain/values/instant'
import type { VideoRequest } from '../../../domain/viewing/video-request'
import type { ViewerRole } from '../../../domain/viewing/viewing-fields'
import { recordings, videoRequestsOn } from '../../../projections/video/video-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoStepOrThrow } from './demo-step-or-throw'
import { testPattern } from './test-pattern'

/** Who asks for video in the demo: the users of the demo with these roles. */
const demoRequesters = {
  dutyOfficer: 'demo-duty-officer',
  videoInvestigator: 'demo-video-investigator',
  staff: 'demo-staff',
} as const

const daysWithFootage = 4

/** Ms. */
const quarterOfHour = 15 * 60_000

async function* testPatternOnce(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(testPattern)
}

/** What a camera recorded. */
interface Recorded extends Period {
  readonly branch: BranchId
  readonly camera: CameraId
}

const record = async ({ useCaseDependencies }: RunningLibrary, of: Recorded): Promise<FootageId> => {
  const at = useCaseDependencies.commandHandling.clock.now()
  return demoStepOrThrow(await recordFootage(useCaseDependencies)({ ...of, at, origin: unkeyedOrigin })()).footage
}

const recordAndStore = async (library: RunningLibrary, of: Recorded): Promise<void> => {
  const footage = await record(library, of)
  const request = { footage, videoType: 'video/webm', bytes: testPatternOnce() } as const
  demoStepOrThrow(await storeFootage(library.useCaseDependencies)(request)())
}

/** A camera records from opening to closing, but for an hour after noon; the first one a quarter of an hour longer. */
const recordDay = async (library: RunningLibrary, day: Day): Promise<void> => {
  const policy = library.useCaseDependencies.policy(day)
  const [noon, one] = [instantOfTime(day)('12:00'), instantOfTime(day)('13:00')]
  for (const branch of policy.branches) {
    const opening = openingPeriodOf(policy)(day)(branch)
    if (opening === undefined) continue
    for (const [index, camera] of branch.cameras.entries()) {
      const of = { branch: branch.code, camera }
      const until = addMilliseconds(index === 0 ? quarterOfHour : 0)(opening.until)
      await recordAndStore(library, { ...of, from: opening.from, until: noon })
      await recordAndStore(library, { ...of, from: one, until })
    }
  }
}

const ofJournalist = ['En journalist fra lokalavisen', 'En artikel om tyverier af cykler'] as const

const ask = async (library: RunningLibrary, role: keyof typeof demoRequesters, request: VideoRequest) => {
  const { useCaseDependencies } = library
  const at = useCaseDependencies.commandHandling.clock.now()
  const reasons: Readonly<Record<VideoRequest['act'], readonly [string, string]>> = {
    liveVideo: ['Nordisk Alarm', 'Alarmen ved indgangen er gået'],
    footage: ['Filiallederen', 'Tyveri fra en jakke ved udlånet'],
    copy: ['Politiassistent Hansen, Nordjyllands Politi', 'Tyveri af en cykel ved indgangen'],
  }
  const isForOthers = request.act === 'copy' && !request.isForPolice
  const [requestedBy, reason] = isForOthers ? ofJournalist : reasons[request.act]
  const requester = { by: demoRequesters[role], role: role as ViewerRole, at, requestedBy, reason }
  await requestVideo(useCaseDependencies)({ at, origin: unkeyedOrigin, requester, request, hasFreshLogIn: true })()
}

/** One request of each kind on a day: granted to those who may, refused to the others. */
const askForVideo = async (library: RunningLibrary): Promise<void> => {
  const row = recordings(library.rows).find(({ digest }) => digest !== null)
  if (row === undefined) return
  const footage = demoStepOrThrow(await loadStoredFootage(library.useCaseDependencies)(row.footage)())
  const caseNumber = '5100-12345-00001-26'
  const copy = {
    act: 'copy',
    isForPolice: true,
    footage,
    caseNumber,
    basis: 'retsplejelovens § 804',
    whyRefused: null,
  } as const
  const live = { act: 'liveVideo', branch: row.branch, camera: row.camera } as const
  await ask(library, 'dutyOfficer', live)
  await ask(library, 'videoInvestigator', { act: 'footage', footage, caseNumber })
  await ask(library, 'dutyOfficer', copy)
  await ask(library, 'dutyOfficer', { act: 'copy', isForPolice: false, footage, caseNumber: null })
  await ask(library, 'staff', live)
}

/** The recordings of the last days, one of this morning whose content has not come yet, and the requests of today. */
export const recreateDemoVideo = async (library: RunningLibrary): Promise<void> => {
  const { commandHandling, policy } = library.useCaseDependencies
  const today = dayOf(commandHandling.clock.now())
  if (videoRequestsOn(today)(library.rows).length > 0) return
  const recorded = new Set(recordings(library.rows).map(({ day }) => day))
  for (let back = daysWithFootage; back > 0; back -= 1) {
    const day = addDays(-back)(today)
    if (!recorded.has(day)) await recordDay(library, day)
  }
  const branch = policy(today).branches.find(({ cameras }) => cameras.length > 0)
  const camera = branch?.cameras[0]
  if (branch === undefined || camera === undefined) return
  const at = instantOfTime(today)
  await record(library, { branch: branch.code, camera, from: at('10:00'), until: at('11:00') })
  demoStepOrThrow(await library.catchUpReadModels())
  await askForVideo(library)
}
