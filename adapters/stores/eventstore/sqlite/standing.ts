import type { Db } from '../../sqlite/open'
import { unseen } from '../../sqlite/unseen'
import type { Standing, StreamSoFar } from '../decide-append'
import type { Head } from './heads'

const uuid = `lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' ||
  substr(hex(id), 17, 4) || '-' || substr(hex(id), 21))`
const standing = `SELECT ${uuid} AS id, revision, position AS place FROM events WHERE stream = ?`

/** Looks up in one stream what may be a repeat. The search by ids runs backwards and ends when all are found. */
export const standingIn = (db: Db): ((head: Head | undefined) => StreamSoFar) => {
  const from = db.prepare<[number, number, number], Standing>(
    `${standing} AND revision >= ? ORDER BY revision LIMIT ${unseen}`,
  )
  const byId = db.prepare<[number, string, number], Standing>(
    `${standing} AND id IN (SELECT unhex(value, '-') FROM json_each(?)) ORDER BY revision DESC LIMIT ${unseen}`,
  )
  return (head) => ({
    last: head?.last ?? -1,
    standingFrom: (first, count) => (head === undefined ? [] : from.all(head.stream, first, count)),
    standingById: (ids) => (head === undefined ? [] : byId.all(head.stream, JSON.stringify(ids), ids.length).reverse()),
  })
}
