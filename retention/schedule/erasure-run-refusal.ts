import type { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { RunId } from '../../domain/values/ids'
import type { Position } from '../../domain/ports/event-store'

/**
 * Why a declared run is refused as a whole:
 * - `wrongStream`: its `ErasureDue` is in another stream than `erasure-<run>`.
 * - `runDeclaredBefore`: an earlier `ErasureDue` declares a run with the same id.
 * - `scopeTwice`: it names a scope twice.
 * - `unknownScope`: no event before it names one of its scopes.
 * - `anotherLog`, `anotherClass`: a scope is of another log, or of another class, than it says.
 * - `notDue`: a scope is not due by the events and closings before it.
 * - `anotherStartEvent`: a scope is due, but by another event than it says.
 */
export const erasureRunRefusalReasons = [
  'wrongStream',
  'runDeclaredBefore',
  'scopeTwice',
  'unknownScope',
  'anotherLog',
  'anotherClass',
  'notDue',
  'anotherStartEvent',
] as const
export type ErasureRunRefusal = (typeof erasureRunRefusalReasons)[number]

/**
 * A declared run that the log does not justify. Its scopes have not ended, and none of its keys is destroyed.
 *
 * A run whose start events cannot be read any more is justified by its certificate, which only this library can sign.
 * Then `certifiedAt` is the position of that certificate, and its scopes have ended from there on.
 */
export interface RefusedErasureRun {
  readonly log: LogName
  /** The position of its `ErasureDue`. */
  readonly position: Position
  readonly stream: StreamName
  readonly revision: number
  readonly run: RunId
  readonly reason: ErasureRunRefusal
  readonly declared: ErasureDue['open']
  readonly certifiedAt: Position | undefined
}

/** The reason as staff read it. It names no scope. */
export const erasureRunRefusalTexts: Readonly<Record<ErasureRunRefusal, string>> = {
  wrongStream: 'it is declared in the stream of something else',
  runDeclaredBefore: 'its run was declared before',
  scopeTwice: 'it names a scope twice',
  unknownScope: 'no event names one of its scopes',
  anotherLog: 'one of its scopes belongs to the other log',
  anotherClass: 'one of its scopes is of another class',
  notDue: 'one of its scopes is not due',
  anotherStartEvent: 'one of its scopes is due by another event',
}
