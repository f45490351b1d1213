import type { CertificateFinding } from './check-certificates-of-log'
import type { HeadFinding } from './check-heads'
import type { ScopeFinding } from './compare-scopes-with-keys'
import type { LogName } from './exported-event'
import type { EventFinding, EventPlace } from './read-log'
import type { Cosignature } from './signed-head'

/** The answer to a question. `unlessOnHold`: the legal holds in force may explain what was found. */
export type AuditAnswer = 'no' | 'yes' | 'unlessOnHold' | 'unknown'

/** A head, as a finding names it. */
export interface HeadReference {
  /** The events that the head has signed. */
  readonly size: number
  /** What the last of them is in the export, such as "the closing of 2026-03-31"; null where the export ends before. */
  readonly endsWith: string | null
  readonly source: 'export' | 'known'
  readonly cosignatures: ReadonlyArray<Cosignature>
}

/** The two heads between which something was altered. */
export interface BetweenHeads<Head> {
  /** It was altered after this head was signed. */
  readonly after: Head
  /** The first later head that has signed the altered log; null: after all heads, before the export was verified. */
  readonly before: Head | null
}

/** How a log differs from what was signed. Numbers of events count from 1. */
export type AlterationFinding =
  | {
      readonly kind: 'changed' | 'moved'
      readonly log: LogName
      /** The number at which it was signed. */
      readonly signedAs: number
      /** The event that stands in the export. */
      readonly event: EventPlace
      readonly since: BetweenHeads<HeadReference>
    }
  | {
      readonly kind: 'added'
      readonly log: LogName
      readonly event: EventPlace
      readonly since: BetweenHeads<HeadReference>
    }
  /** `before`: the event that now stands at its place; null at the end. */
  | {
      readonly kind: 'missing'
      readonly log: LogName
      readonly signedAs: number
      readonly before: EventPlace | null
      readonly since: BetweenHeads<HeadReference>
    }
  /** Heads have signed another log: one of the events from `from` to `to` differs. */
  | {
      readonly kind: 'rewritten'
      readonly log: LogName
      readonly from: number
      readonly to: number
      readonly heads: number
      readonly since: BetweenHeads<HeadReference>
    }
  /** A head has signed more events than the export has. */
  | { readonly kind: 'shortened'; readonly log: LogName; readonly events: number; readonly head: HeadReference }
  /** The export has events, and no valid head: nothing tells whether they were altered before the export was made. */
  | { readonly kind: 'noHead'; readonly log: LogName }
  /** The events are not those over which the library signed the list when it made the export. */
  | { readonly kind: 'exportDiffers'; readonly log: LogName; readonly events: number; readonly signed: number }
  | { readonly kind: 'list'; readonly problem: 'wrongSignature' | 'altered' }
  | { readonly kind: 'otherLibrary'; readonly libraries: ReadonlyArray<string> }

/** What protects the events of a log. */
export interface ProtectionOfLog {
  readonly log: LogName
  readonly events: number
  readonly heads: number
  readonly knownHeads: number
  /** The newest head of the export; null when there is none. */
  readonly newestHead: HeadReference | null
  /** The newest head that each witness has cosigned. */
  readonly witnesses: ReadonlyArray<Cosignature & { readonly size: number }>
  readonly certificates: number
  /** The certificates that a head has signed. */
  readonly signedCertificates: number
  /** Declared runs without a certificate: they are being erased. */
  readonly unfinishedRuns: number
}

/** The scopes of a class. */
export interface ClassCount {
  readonly class: string
  readonly provedBy: 'open parts' | 'attested'
  readonly named: number
  readonly erased: number
  readonly beingErased: number
  readonly living: number
}

/** The result of a verification. */
export interface ExportVerification {
  readonly library: string
  readonly asOf: { readonly circulation: string; readonly persons: string | null }
  readonly answers: {
    readonly retainedTooLong: AuditAnswer
    readonly erasedNotDue: AuditAnswer
    readonly altered: AuditAnswer
  }
  readonly findings: {
    readonly scopes: ReadonlyArray<ScopeFinding>
    /** Scopes with a key that the list leaves out. */
    readonly notListed: ReadonlyArray<string>
    /** Of the events that differ, the first thousand of each log. */
    readonly alterations: ReadonlyArray<AlterationFinding>
    readonly heads: ReadonlyArray<HeadFinding>
    readonly certificates: ReadonlyArray<CertificateFinding>
    readonly events: ReadonlyArray<EventFinding>
  }
  /** How many events differ from what was signed. */
  readonly alteredEvents: number
  readonly logs: ReadonlyArray<ProtectionOfLog>
  readonly classes: ReadonlyArray<ClassCount>
  readonly holds: number
  /** Keys of which an event says that they were lost by accident. */
  readonly lostKeys: number
  /** The classes whose rule in the export is not the rule that was used. */
  readonly otherRules: ReadonlyArray<string>
  /** Null when the living keys are those of the signed list. */
  readonly keyFiles: { readonly destroyedSince: number; readonly unnamedInPersons: number } | null
}
