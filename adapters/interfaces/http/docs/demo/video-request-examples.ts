import { demoMainBranch } from '../../../../imports/demo/demo-copies'
import type { Day } from '../../../../../domain/values/day'
import { instantOfTime } from '../../../../../domain/values/instant'
import type { RequestExamples } from '../../openapi/request-example'
import type { ExampleIds } from './find-example-ids'

const [requestedBy, caseNumber] = ['Politiassistent Hansen, Nordjyllands Politi', '5100-12345-00001-26']

/** Examples of requests to the register of video surveillance of the demo library. */
export const videoRequestExamples = (ids: ExampleIds, today: Day): RequestExamples => {
  const at = instantOfTime(today)
  const footage = { footage: ids.storedFootage() }
  const reasons = { requestedBy, reason: 'Tyveri ved indgangen' }
  return {
    recordFootage: { body: { branch: demoMainBranch, camera: 'udlaan', from: at('10:00'), until: at('11:00') } },
    storeFootage: { parameters: { footage: ids.footageToStore() } },
    viewLiveVideo: { body: { branch: demoMainBranch, camera: 'indgang', ...reasons } },
    viewFootage: { parameters: footage, body: { ...reasons, caseNumber } },
    discloseFootage: {
      parameters: footage,
      body: { recipient: 'police', ...reasons, caseNumber, basis: 'retsplejelovens § 804' },
    },
    readRecording: { parameters: footage },
    readVideoRequest: { parameters: { viewing: ids.copyForPolice() } },
    readLivePicture: { parameters: { viewing: ids.liveViewing() } },
    readFootageContent: { parameters: { viewing: ids.copyForPolice() } },
    readDayReport: { parameters: { day: today } },
  }
}
