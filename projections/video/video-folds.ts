import type { EventFolds } from '../read-model/read-model'
import { putRow, setColumns } from '../read-model/row-change'
import { recordingsTable, videoRequestsTable } from './video-tables'

const notOfCopy = { size: null, digest: null }
const notOfFootage = { ...notOfCopy, footage: null, from: null, until: null, basis: null }
const granted = { refusedBecause: null, whyRefused: null }

export const videoFolds: EventFolds = {
  FootageRecorded: ({ open, sealed: { footage: part } }) =>
    part._tag === 'Erased'
      ? []
      : [putRow(recordingsTable)({ ...open, ...part.value, videoType: null, size: null, digest: null })],
  FootageStored: ({ open: { footage }, sealed: { footage: part } }) =>
    part._tag === 'Erased' ? [] : [setColumns(recordingsTable)({ footage }, part.value)],
  LiveVideoViewed: ({ open, sealed: { viewing: part } }) =>
    part._tag === 'Erased'
      ? []
      : [
          putRow(videoRequestsTable)({
            ...{ ...open, ...notOfFootage, ...granted, ...part.value, act: 'liveVideo', caseNumber: null },
          }),
        ],
  FootageViewed: ({ open, sealed: { viewing: part } }) =>
    part._tag === 'Erased'
      ? []
      : [putRow(videoRequestsTable)({ ...open, ...notOfFootage, ...granted, ...part.value, act: 'footage' })],
  FootageDisclosed: ({ open, sealed: { viewing: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(videoRequestsTable)({ ...open, ...granted, ...part.value, act: 'copy' })],
  VideoRequestRefused: ({ open, sealed: { viewing: part } }) => {
    if (part._tag === 'Erased') return []
    const { because, ...request } = part.value
    return [putRow(videoRequestsTable)({ ...open, ...notOfCopy, ...request, refusedBecause: because })]
  },
}
